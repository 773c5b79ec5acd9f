//! The user's word on what the columns mean, as TOML.

use judging::entry::Field;
use judging::{CategoryCode, ClosedSet};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// What a column gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// The title of the innovation.
    Title,
    /// Who stands behind it.
    Agency,
    /// The category it competes in.
    Category,
    /// A named field.
    Field(Field),
    /// Kept with the entry under its heading.
    Other,
    /// Not taken.
    Ignored,
}

/// What the user (or an earlier import of a workbook of the same shape) said about a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    /// The sheet, by name.
    pub sheet: Option<String>,
    /// Rows of the heading, from 1.
    pub heading: Option<RangeInclusive<u32>>,
    /// What columns give, by letter; columns that are not here are guessed.
    pub columns: BTreeMap<String, Target>,
    /// What texts in category columns and rows mean, as written there.
    pub categories: BTreeMap<String, CategoryCode>,
}

/// What a column can give that is no field.
const BESIDE_FIELDS: [Target; 5] = [
    Target::Title,
    Target::Agency,
    Target::Category,
    Target::Other,
    Target::Ignored,
];

const TARGETS: [Target; BESIDE_FIELDS.len() + Field::ALL.len()] = {
    let mut targets = [Target::Other; BESIDE_FIELDS.len() + Field::ALL.len()];
    let mut at = 0;
    while at < targets.len() {
        targets[at] = if at < BESIDE_FIELDS.len() {
            BESIDE_FIELDS[at]
        } else {
            Target::Field(Field::ALL[at - BESIDE_FIELDS.len()])
        };
        at += 1;
    }
    targets
};

impl ClosedSet for Target {
    const NAME: &'static str = "Target";
    const ABOUT: &'static str = " What a column gives.\n";
    const ALL: &'static [Self] = &TARGETS;

    fn code(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Agency => "agency",
            Self::Category => "category",
            Self::Field(field) => field.code(),
            Self::Other => "other",
            Self::Ignored => "ignored",
        }
    }
}

/// Why a text is not a mapping.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MappingError {
    /// Not TOML.
    #[error("{0}")]
    Syntax(String),
    /// A key that means nothing here.
    #[error("unknown key “{0}”; known are format, sheet, heading, columns, categories")]
    UnknownKey(String),
    /// A format newer than this program.
    #[error("the mapping has format {0}; this program reads format {FORMAT}")]
    Format(i64),
    /// A value of the wrong kind.
    #[error("“{key}” must be {expected}")]
    Value {
        /// The key, as it stands in the file.
        key: String,
        /// What it must be.
        expected: &'static str,
    },
    /// A column is to give something that no entry has.
    #[error("column {column}: there is no field “{target}”")]
    Target {
        /// The column's letter.
        column: String,
        /// The name given.
        target: String,
    },
    /// Two columns are to give the same.
    #[error("columns {first} and {second} both give “{target}”")]
    Twice {
        /// One column.
        first: String,
        /// The other.
        second: String,
        /// What both give.
        target: &'static str,
    },
}

/// The version of the mapping file's shape.
const FORMAT: i64 = 1;

impl FromStr for Mapping {
    type Err = MappingError;

    fn from_str(text: &str) -> Result<Self, MappingError> {
        let document: toml::Table = text
            .parse()
            .map_err(|error: toml::de::Error| MappingError::Syntax(error.to_string()))?;
        let mut mapping = Self::default();
        for (key, value) in &document {
            let wrong = |expected| MappingError::Value {
                key: key.clone(),
                expected,
            };
            match key.as_str() {
                "format" => match value.as_integer() {
                    Some(FORMAT) => {}
                    Some(other) => return Err(MappingError::Format(other)),
                    None => return Err(wrong("a whole number")),
                },
                "sheet" => {
                    let name = value.as_str().ok_or_else(|| wrong("the name of a sheet"))?;
                    mapping.sheet = Some(name.to_owned());
                }
                "heading" => {
                    let rows = heading_rows(value);
                    mapping.heading = Some(
                        rows.ok_or_else(|| wrong("a row, or the first and last row: [6, 7]"))?,
                    );
                }
                "columns" => {
                    let table = value
                        .as_table()
                        .ok_or_else(|| wrong("a table: letter = \"field\""))?;
                    mapping.columns = columns(table)?;
                }
                "categories" => {
                    let table = value
                        .as_table()
                        .ok_or_else(|| wrong("a table: \"text\" = \"CODE\""))?;
                    mapping.categories = categories(table)?;
                }
                _ => return Err(MappingError::UnknownKey(key.clone())),
            }
        }
        Ok(mapping)
    }
}

fn heading_rows(value: &toml::Value) -> Option<RangeInclusive<u32>> {
    let row = |value: &toml::Value| u32::try_from(value.as_integer()?).ok().filter(|&r| r > 0);
    if let Some(single) = row(value) {
        return Some(single..=single);
    }
    match value.as_array()?.as_slice() {
        [single] => row(single).map(|r| r..=r),
        [first, last] => Some(row(first)?..=row(last)?).filter(|rows| !rows.is_empty()),
        _ => None,
    }
}

fn columns(table: &toml::Table) -> Result<BTreeMap<String, Target>, MappingError> {
    let mut columns = BTreeMap::new();
    for (letter, value) in table {
        let wrong = |expected| MappingError::Value {
            key: format!("columns.{letter}"),
            expected,
        };
        if crate::workbook::column_index(letter).is_none() {
            return Err(wrong("named by a column's letter, A to XFD"));
        }
        let name = value
            .as_str()
            .ok_or_else(|| wrong("the name of a field, in quotes"))?;
        let target = Target::from_code(name).map_err(|_| MappingError::Target {
            column: letter.clone(),
            target: name.to_owned(),
        })?;
        let single = !matches!(target, Target::Other | Target::Ignored);
        let before = columns.iter().find(|&(_, &other)| other == target);
        if let (true, Some((first, _))) = (single, before) {
            return Err(MappingError::Twice {
                first: String::clone(first),
                second: letter.clone(),
                target: target.code(),
            });
        }
        columns.insert(letter.to_ascii_uppercase(), target);
    }
    Ok(columns)
}

fn categories(table: &toml::Table) -> Result<BTreeMap<String, CategoryCode>, MappingError> {
    let category = |(text, value): (&String, &toml::Value)| {
        let code = value.as_str().and_then(|code| CategoryCode::new(code).ok());
        let wrong = || MappingError::Value {
            key: format!("categories.{text}"),
            expected: "the code of a category",
        };
        Ok((text.clone(), code.ok_or_else(wrong)?))
    };
    table.iter().map(category).collect()
}

impl Mapping {
    /// The mapping as TOML, which [`FromStr`] reads back.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let mut document = toml::Table::new();
        document.insert("format".into(), FORMAT.into());
        if let Some(sheet) = &self.sheet {
            document.insert("sheet".into(), sheet.as_str().into());
        }
        if let Some(rows) = &self.heading {
            let rows = [*rows.start(), *rows.end()];
            document.insert("heading".into(), rows.map(i64::from).to_vec().into());
        }
        let columns = self.columns.iter();
        let columns = columns.map(|(letter, target)| (letter.clone(), target.code().into()));
        document.insert("columns".into(), columns.collect::<toml::Table>().into());
        if !self.categories.is_empty() {
            let categories = self.categories.iter();
            let categories = categories.map(|(text, code)| (text.clone(), code.as_str().into()));
            let categories: toml::Table = categories.collect();
            document.insert("categories".into(), categories.into());
        }
        document.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<&Mapping, &str>) {
        let read: Result<Mapping, _> = text.parse();
        match expected {
            Ok(mapping) => assert_eq!(read.as_ref(), Ok(mapping)),
            Err(message) => assert_eq!(read.unwrap_err().to_string(), message),
        }
    }

    #[test]
    fn a_mapping_reads_back_from_its_own_toml() {
        let mapping = Mapping {
            sheet: Some("Form \"1\"".into()),
            heading: Some(6..=7),
            columns: [
                ("C".to_owned(), Target::Title),
                ("D".to_owned(), Target::Agency),
                ("AA".to_owned(), Target::Field(Field::StartDate)),
                ("E".to_owned(), Target::Ignored),
                ("F".to_owned(), Target::Ignored),
            ]
            .into(),
            categories: [("Kesehatan".to_owned(), CategoryCode::new("KES").unwrap())].into(),
        };
        check(&mapping.to_toml(), Ok(&mapping));
        check(&Mapping::default().to_toml(), Ok(&Mapping::default()));
    }

    #[test]
    fn what_is_not_a_mapping_is_refused_with_the_place() {
        check(
            "colums = {}",
            Err("unknown key “colums”; known are format, sheet, heading, columns, categories"),
        );
        check(
            "[columns]\nC = \"titel\"",
            Err("column C: there is no field “titel”"),
        );
        check(
            "[columns]\nC = \"title\"\nD = \"title\"",
            Err("columns C and D both give “title”"),
        );
        check(
            "[columns]\n\"7\" = \"title\"",
            Err("“columns.7” must be named by a column's letter, A to XFD"),
        );
        check(
            "heading = [7, 6]",
            Err("“heading” must be a row, or the first and last row: [6, 7]"),
        );
        check(
            "format = 2",
            Err("the mapping has format 2; this program reads format 1"),
        );
    }
}
