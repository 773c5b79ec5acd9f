//! From sorted rows to registrations, on all cores: rows do not depend on each other any more.

use super::sort::{SortedRow, SortedRows};
use crate::cores::in_parts;
use crate::key::{agency_key, title_key};
use crate::workbook::{Value, column_letter};
use crate::{Finding, FindingCode, RowPlace, Taken, Target, Workbook, values};
use judging::entry::{Field, Registration, Source};
use std::hash::{DefaultHasher, Hash, Hasher};

/// An entry, and by what it is compared with others.
pub(super) struct Entry {
    pub taken: Taken,
    pub title: String,
    /// Agency, or the innovator where there is none.
    pub agency: String,
    /// Of the title, and of both: texts that differ here need not be looked at, and they lie all over the memory.
    pub hashes: Hashes,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Hashes {
    pub title: u64,
    pub both: u64,
}

impl Hashes {
    fn of(title: &str, agency: &str) -> Self {
        Self {
            title: hash_of(title),
            both: hash_of((title, agency)),
        }
    }
}

/// Equal for equal things.
pub(super) fn hash_of(thing: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    thing.hash(&mut hasher);
    hasher.finish()
}

impl Entry {
    /// Where it stands.
    pub fn place(&self) -> RowPlace {
        let source = &self.taken.registration.source;
        RowPlace {
            sheet: source.sheet.clone(),
            row: source.row,
        }
    }
}

/// All entries, in order.
#[derive(Default)]
pub(super) struct Converted {
    pub entries: Vec<Entry>,
    pub findings: Vec<Finding>,
}

pub(super) fn convert(workbook: &Workbook, sorted: &SortedRows<'_>) -> Converted {
    let parts = in_parts(0..sorted.rows.len(), |rows| {
        convert_rows(workbook, sorted, &sorted.rows[rows])
    });
    let mut all = Converted::default();
    for part in parts {
        append(&mut all.entries, part.entries);
        append(&mut all.findings, part.findings);
    }
    all
}

/// Without a copy where nothing is there yet.
fn append<T>(all: &mut Vec<T>, part: Vec<T>) {
    match all.is_empty() {
        true => *all = part,
        false => all.extend(part),
    }
}

fn convert_rows(workbook: &Workbook, sorted: &SortedRows<'_>, rows: &[SortedRow<'_>]) -> Converted {
    let mut converted = Converted {
        entries: Vec::with_capacity(rows.len()),
        findings: Vec::new(),
    };
    for row in rows {
        let entry = entry(workbook, sorted, row, &mut converted.findings);
        converted.entries.push(entry);
    }
    converted
}

fn entry(
    workbook: &Workbook,
    sorted: &SortedRows<'_>,
    from: &SortedRow<'_>,
    findings: &mut Vec<Finding>,
) -> Entry {
    let sheet = &workbook.sheets[from.sheet];
    let columns = &sorted.tables[from.table].columns;
    let row = sheet.row_at(from.place);
    let mut registration = Registration {
        source: Source {
            file: workbook.file.clone(),
            sheet: sheet.name.clone(),
            row: row.number,
        },
        ..Registration::default()
    };
    let mut fields = Vec::with_capacity(columns.len());
    for (index, value) in row.cells() {
        let Some(column) = columns.get(index as usize) else {
            continue;
        };
        let note = &mut |code: FindingCode, made: Option<&str>| {
            findings.push(of_cell(code, &sheet.name, row.number, index, value, made));
        };
        match column.target {
            Target::Title => registration.title = values::line(value, note).unwrap_or_default(),
            Target::Field(field) => {
                fields.extend(values::field(field, value, note).map(|text| (field, text)));
            }
            Target::Other => {
                if let Some(text) = values::other(value, note) {
                    let heading = match column.heading.as_str() {
                        "" => column.letter.clone(),
                        heading => heading.to_owned(),
                    };
                    registration.other.push((heading, text));
                }
            }
            Target::Agency | Target::Category | Target::Ignored => {}
        }
    }
    // At once, which is quicker than one after another.
    registration.fields = fields.into_iter().collect();
    let agency = columns
        .iter()
        .find(|column| column.target == Target::Agency);
    if let (Some(place), Some(column)) = (from.agency, agency) {
        let stands = sheet.row_at(place);
        if let Some(value) = stands.cell(column.index) {
            let note = &mut |code: FindingCode, made: Option<&str>| {
                if place == from.place {
                    findings.push(of_cell(
                        code,
                        &sheet.name,
                        row.number,
                        column.index,
                        value,
                        made,
                    ));
                }
            };
            registration.agency = values::line(value, note).unwrap_or_default();
        }
    }
    let behind = match registration.agency.as_str() {
        "" => registration
            .fields
            .get(&Field::Innovator)
            .map_or("", String::as_str),
        agency => agency,
    };
    let (title, agency) = (title_key(&registration.title), agency_key(behind));
    Entry {
        hashes: Hashes::of(&title, &agency),
        title,
        agency,
        taken: Taken {
            category: from.category.clone(),
            registration,
        },
    }
}

fn of_cell(
    code: FindingCode,
    sheet: &str,
    row: u32,
    column: u32,
    value: Value<'_>,
    made: Option<&str>,
) -> Finding {
    let mut finding = Finding::of_sheet(code, sheet);
    finding.row = Some(row);
    finding.column = Some(column_letter(column));
    finding.cell = Some(value.shown().into_owned());
    finding.made = made.map(str::to_owned);
    finding
}
