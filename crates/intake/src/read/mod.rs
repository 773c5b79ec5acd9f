//! From a workbook to its reading: choose the sheets, find their tables, say what each row is, convert the entries,
//! hold back duplicates.

mod convert;
mod duplicates;
mod naming;
mod sheets;
mod sort;

use crate::category::Categories;
use crate::workbook::column_index;
use crate::{Choices, Finding, ReadError, Reading, SkipReason, Skipped, Workbook};
use convert::convert;
pub use duplicates::near_titles;
use judging::rules::Rules;
pub use naming::names_agency;
use sort::SortedRows;

/// Understands a workbook as a registration sheet.
///
/// A row becomes an entry when it has a title and a category of the rules. The category is the one chosen, else that in
/// the row, in the row heading it, in the title block or in the sheet's name, else the only one there is; it is never
/// guessed. A row without an agency is taken with a finding where the table has a column for it: an entry must not be lost
/// over a missing name, and the public classes have none.
///
/// # Errors
/// [`ReadError`] when no sheet has a recognisable heading, or the choices name what is not there.
pub fn read(workbook: &Workbook, rules: &Rules, choices: &Choices) -> Result<Reading, ReadError> {
    let mapping = choices.mapping.as_ref();
    let said = mapping
        .into_iter()
        .flat_map(|mapping| mapping.categories.values());
    if let Some(code) = said
        .chain(&choices.category)
        .find(|code| rules.category(code).is_none())
    {
        return Err(ReadError::NoSuchCategory(code.clone()));
    }
    let categories = Categories::new(rules, mapping);
    let chosen = sheets::choose(workbook, choices, &categories)?;
    let mut sorted = SortedRows {
        findings: chosen.findings,
        ..SortedRows::default()
    };
    for (index, heading) in chosen.read {
        sort::sort(
            &workbook.sheets[index],
            index,
            &heading,
            choices,
            &categories,
            &mut sorted,
        )?;
    }
    drop_chosen(workbook, choices, &mut sorted);
    let converted = convert(workbook, &sorted);
    let telling = naming::telling_titles(rules, &sorted, &converted.entries);
    let mut reading = Reading {
        sheets: chosen.seen,
        shape: sorted.tables.first().map(shape).unwrap_or_default(),
        tables: sorted.tables,
        taken: Vec::new(),
        held: Vec::new(),
        skipped: sorted.skipped,
        categories: sorted.texts.all,
        findings: sorted.findings,
    };
    reading.findings.extend(converted.findings);
    reading.findings.extend(telling);
    duplicates::hold_back(converted.entries, choices, &mut reading);
    in_order(workbook, &mut reading);
    Ok(reading)
}

/// Takes out the rows that the user does not want.
fn drop_chosen(workbook: &Workbook, choices: &Choices, sorted: &mut SortedRows<'_>) {
    if choices.rows.is_empty() {
        return;
    }
    let skipped = &mut sorted.skipped;
    sorted.rows.retain(|row| {
        let place = row.place_in(workbook);
        let keep = choices.rows.get(&place) != Some(&judging::entry::RowAnswer::Drop);
        if !keep {
            skipped.push(Skipped {
                sheet: place.sheet,
                row: place.row,
                reason: SkipReason::Dropped,
            });
        }
        keep
    });
}

fn in_order(workbook: &Workbook, reading: &mut Reading) {
    let sheet = |name: &str| workbook.sheets.iter().position(|sheet| sheet.name == name);
    let column = |finding: &Finding| finding.column.as_deref().and_then(column_index);
    reading
        .findings
        .sort_by_cached_key(|finding| (sheet(&finding.sheet), finding.row, column(finding)));
    reading
        .skipped
        .sort_by_cached_key(|skipped| (sheet(&skipped.sheet), skipped.row));
}

/// The headings with their columns, hashed.
fn shape(table: &crate::Table) -> String {
    let mut hasher = blake3::Hasher::new();
    for column in table
        .columns
        .iter()
        .filter(|column| !column.heading.is_empty())
    {
        let heading = crate::key::words(&column.heading);
        hasher.update(format!("{}\t{heading}\n", column.letter).as_bytes());
    }
    hasher.finalize().to_hex()[..32].to_owned()
}
