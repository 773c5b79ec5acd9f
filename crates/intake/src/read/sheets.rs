//! Which sheets are read.

use crate::category::Categories;
use crate::key::words;
use crate::table::{Found, find, given, titled};
use crate::{Choices, Finding, FindingCode, ReadError, SheetRole, SheetSeen, Workbook};
use std::collections::BTreeSet;

/// The sheets that are read, with their heading, and what became of the others.
pub(super) struct Chosen {
    pub read: Vec<(usize, Found)>,
    pub seen: Vec<SheetSeen>,
    pub findings: Vec<Finding>,
}

/// Words in the names of sheets that explain the form or show how to fill it in.
const EXPLAINING: [&str; 9] = [
    "petunjuk",
    "panduan",
    "pedoman",
    "contoh",
    "referensi",
    "instruksi",
    "pilihan",
    "example",
    "guide",
];

pub(super) fn choose(
    workbook: &Workbook,
    choices: &Choices,
    categories: &Categories<'_>,
) -> Result<Chosen, ReadError> {
    let mapping = choices.mapping.as_ref();
    let named = choices
        .sheet
        .as_ref()
        .or(mapping.and_then(|mapping| mapping.sheet.as_ref()));
    if let Some(name) = named
        && workbook.sheet(name).is_none()
    {
        return Err(ReadError::NoSuchSheet {
            sheet: name.clone(),
            sheets: workbook
                .sheets
                .iter()
                .map(|sheet| sheet.name.clone())
                .collect(),
        });
    }
    let rows = mapping.and_then(|mapping| mapping.heading.as_ref());
    let is_open = |index: &usize| {
        let sheet = &workbook.sheets[*index];
        named.map_or(!sheet.hidden, |name| sheet.name == *name) && sheet.height() > 0
    };
    let open = (0..workbook.sheets.len()).filter(is_open);
    let tables: Vec<(usize, Found)> = open
        .clone()
        .filter_map(|index| Some((index, find(&workbook.sheets[index])?)))
        .collect();
    let best = tables.iter().max_by_key(|(index, found)| {
        let sheet = &workbook.sheets[*index];
        // A recapitulation counts innovations where a register names them.
        let below = match tables.len() {
            1 => sheet.height() - found.places.end,
            _ => titled(sheet, found),
        };
        // Of equal ones the first.
        (
            below > 0,
            !explains(&sheet.name),
            below * found.score as usize,
            usize::MAX - index,
        )
    });
    let best = best.map(|(index, _)| *index);
    let read: Vec<(usize, Found)> = match (rows, best.or(open.clone().next())) {
        (Some(rows), Some(index)) => vec![(index, given(&workbook.sheets[index], rows))],
        _ => {
            let parts = one_a_category(workbook, &tables, categories);
            let is_read = |index: usize| match parts.len() {
                0 => Some(index) == best,
                _ => parts.contains(&index),
            };
            tables
                .iter()
                .filter(|(index, _)| is_read(*index))
                .cloned()
                .collect()
        }
    };
    if read.is_empty() {
        let sheets = open.map(|index| format!("“{}”", workbook.sheets[index].name));
        return Err(ReadError::NoHeading {
            sheets: sheets.collect(),
        });
    }
    let seen = seen(workbook, &read, &tables, named.is_some());
    let findings = seen
        .iter()
        .filter(|seen| seen.role == SheetRole::OtherTable);
    let findings = findings.map(|seen| Finding::of_sheet(FindingCode::OtherTable, &seen.name));
    Ok(Chosen {
        findings: findings.collect(),
        read,
        seen,
    })
}

fn explains(name: &str) -> bool {
    let name = words(name);
    EXPLAINING.iter().any(|word| name.contains(word))
}

/// Sheets that are the parts of one register, each named after another category.
fn one_a_category(
    workbook: &Workbook,
    tables: &[(usize, Found)],
    categories: &Categories<'_>,
) -> BTreeSet<usize> {
    let mut codes = BTreeSet::new();
    let named = tables.iter().filter_map(|(index, _)| {
        let found = categories.recognise(&workbook.sheets[*index].name)?;
        codes.insert(found.code).then_some(*index)
    });
    let parts: BTreeSet<_> = named.collect();
    if parts.len() < 2 {
        BTreeSet::new()
    } else {
        parts
    }
}

fn seen(
    workbook: &Workbook,
    read: &[(usize, Found)],
    tables: &[(usize, Found)],
    named: bool,
) -> Vec<SheetSeen> {
    let holds = |list: &[(usize, Found)], index| list.iter().any(|(other, _)| *other == index);
    let role = |index: usize| {
        let sheet = &workbook.sheets[index];
        let table = tables.iter().find(|(other, _)| *other == index);
        let rows_below = table.is_some_and(|(_, found)| found.places.end < sheet.height());
        match () {
            () if holds(read, index) => SheetRole::Read,
            () if sheet.height() == 0 => SheetRole::Empty,
            () if sheet.hidden => SheetRole::Hidden,
            () if rows_below && !named && !explains(&sheet.name) => SheetRole::OtherTable,
            () => SheetRole::NoTable,
        }
    };
    let sheets = workbook.sheets.iter().enumerate();
    sheets
        .map(|(index, sheet)| SheetSeen {
            name: sheet.name.clone(),
            hidden: sheet.hidden,
            role: role(index),
            rows: u32::try_from(sheet.height()).unwrap_or(u32::MAX),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::category::tests::rules;
    use crate::workbook::{Builder, Value};

    /// Sheets by name, their rows as lines of cells between `|`; which sheet is read.
    #[track_caller]
    fn check(sheets: &[(&str, &str)], expected: &str) {
        let mut builder = Builder::new("x.xlsx".into(), judging::Hash([1; 32]));
        for (name, rows) in sheets {
            builder.sheet((*name).to_owned(), false);
            for (row, line) in (1..).zip(rows.lines()) {
                for (column, cell) in (0..).zip(line.split('|')) {
                    let value = match cell.parse() {
                        Ok(number) => Value::Number(number),
                        Err(_) => Value::Text(cell),
                    };
                    builder.cell(row, column, value);
                }
            }
        }
        let rules = rules(&[("OPD", "OPD", "")]);
        let categories = Categories::new(&rules, None);
        let workbook = builder.finish();
        let chosen = choose(&workbook, &Choices::default(), &categories).unwrap();
        let read = chosen.read.iter();
        let names: Vec<_> = read
            .map(|(index, _)| workbook.sheets[*index].name.as_str())
            .collect();
        assert_eq!(names, [expected]);
    }

    #[test]
    fn a_recapitulation_of_numbers_is_no_register_however_long() {
        check(
            &[
                ("Rekap", "No|OPD|Inovasi\n1|A|4\n2|B|1\n3|C|0\n4|D|2"),
                ("Data", "No|OPD|Judul Inovasi\n1|A|Satu\n2|B|Dua"),
            ],
            "Data",
        );
    }
}
