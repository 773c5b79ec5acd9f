use super::plan::{Plan, changes, plan};
use super::workbook::{Understood, choices_of, open_showing, suspects, understand};
use crate::api::import::{
    ColumnRow, DuplicateChoice, DuplicateRow, FindingRow, GridRow, ImportAsked, ImportOutcome,
    ImportPreview, SheetRow, SkippedRow,
};
use crate::competition::count;
use crate::rules::rules_of;
use crate::{Error, Session};
use intake::{Place, Reading, Row, Skipped, Target, Why, Workbook};
use judging::entry::Entry;
use std::collections::BTreeMap;
use std::path::Path;

/// How many rows of the sheet are shown.
const SHOWN: usize = 200;

/// How a workbook is understood and what importing it would do. Nothing is changed.
///
/// # Errors
/// That the file is no workbook, is refused, or has no recognisable heading.
pub fn preview(session: &Session, asked: ImportAsked) -> Result<ImportPreview, Error> {
    let rules = session.with(|store| rules_of(store))?;
    let begun = |workbook: &Workbook| {
        let choices = choices_of(&rules, &asked).ok()?;
        let reading = intake::read(workbook, &rules, &choices).ok()?;
        shown(workbook, &reading)
    };
    let workbook = open_showing(session, Path::new(&asked.file), begun)?;
    session.with(|store| {
        let understood = understand(store, &rules, workbook, &asked)?;
        let duplicates = duplicates(&understood, &asked);
        let Understood {
            workbook,
            mut reading,
            remembered,
            ..
        } = understood;
        let preview = shown(&workbook, &reading);
        let plan = plan(store, &mut reading)?;
        let preview = preview.ok_or_else(|| Error::new("no-heading", "no table was found"))?;
        Ok(ImportPreview {
            outcome: outcome(&plan, &reading),
            duplicates,
            remembered,
            ..preview
        })
    })
}

/// The sheet as it is understood, without what importing it would do.
fn shown(workbook: &Workbook, reading: &Reading) -> Option<ImportPreview> {
    let table = reading.tables.first()?;
    let sheet = |sheet: &intake::SheetSeen| SheetRow {
        name: sheet.name.clone(),
        hidden: sheet.hidden,
        rows: sheet.rows,
    };
    Some(ImportPreview {
        file: workbook.file.clone(),
        sheet: table.sheet.clone(),
        sheets: reading.sheets.iter().map(sheet).collect(),
        heading_from: *table.heading_rows.start(),
        heading_to: *table.heading_rows.end(),
        columns: table.columns.iter().map(column).collect(),
        grid: grid(workbook, reading),
        outcome: ImportOutcome::default(),
        duplicates: Vec::new(),
        remembered: false,
    })
}

/// What an import does to the entries, in numbers and places.
pub(super) fn outcome(plan: &Plan, reading: &Reading) -> ImportOutcome {
    let skipped = |skipped: &Skipped| SkippedRow {
        sheet: skipped.sheet.clone(),
        row: skipped.row,
        reason: skipped.reason.name().to_owned(),
    };
    let finding = |finding: &intake::Finding| FindingRow {
        code: finding.code.name().to_owned(),
        severity: finding.severity.name().to_owned(),
        sheet: finding.sheet.clone(),
        row: finding.row,
        column: finding.column.clone(),
        cell: finding.cell.clone(),
        made: finding.made.clone(),
        hint: finding.hint.to_owned(),
    };
    let change = |(before, after, _): &(Entry, Entry, store::entries::Keys)| {
        changes(before, &after.registration).collect::<Vec<_>>()
    };
    ImportOutcome {
        taken: count(plan.new.len()),
        changed: count(plan.changed.len()),
        unchanged: plan.unchanged,
        skipped: reading.skipped.iter().map(skipped).collect(),
        findings: reading.findings.iter().map(finding).collect(),
        changes: plan.changed.iter().flat_map(change).collect(),
        taken_over: Vec::new(),
    }
}

fn column(column: &intake::Column) -> ColumnRow {
    ColumnRow {
        letter: column.letter.clone(),
        heading: column.heading.clone(),
        target: column.target.name().to_owned(),
        reason: why(column.why).to_owned(),
        examples: column.examples.clone(),
    }
}

/// The first rows of the sheet that was read, as they stand, each with what became of it.
fn grid(workbook: &Workbook, reading: &Reading) -> Vec<GridRow> {
    let Some(table) = reading.tables.first() else {
        return Vec::new();
    };
    let left: BTreeMap<u32, &Skipped> = reading
        .skipped
        .iter()
        .filter(|skipped| skipped.sheet == table.sheet)
        .map(|skipped| (skipped.row, skipped))
        .collect();
    let Some(sheet) = workbook
        .sheets
        .iter()
        .find(|sheet| sheet.name == table.sheet)
    else {
        return Vec::new();
    };
    let text = |row: Row<'_>, column: &intake::Column| {
        row.cell(column.index)
            .map_or_else(String::new, |value| value.shown().into_owned())
    };
    sheet
        .rows()
        .take(SHOWN)
        .map(|row| GridRow {
            row: row.number,
            cells: table
                .columns
                .iter()
                .map(|column| text(row, column))
                .collect(),
            role: left
                .get(&row.number)
                .map_or("taken", |skipped| skipped.reason.name())
                .to_owned(),
        })
        .collect()
}

/// Why a column is taken for what it is.
fn why(why: Why) -> &'static str {
    match why {
        Why::Heading => "heading",
        Why::Content => "content",
        Why::Mapping => "mapping",
        Why::Unknown => "unknown",
        Why::Twice => "twice",
        Why::Blank => "blank",
    }
}

fn duplicates(understood: &Understood, asked: &ImportAsked) -> Vec<DuplicateRow> {
    let row = |suspect: super::workbook::Suspect<'_>| {
        let other = &suspect.other.registration;
        DuplicateRow {
            row: suspect.place.row,
            title: cell(understood, &suspect.place, Target::Title),
            agency: cell(understood, &suspect.place, Target::Agency),
            other_row: Some(other.source.row),
            other_entry: None,
            other_title: other.title.clone(),
            same: true,
            choice: asked.duplicates.get(&suspect.place.row).copied(),
        }
    };
    suspects(&understood.reading).into_iter().map(row).collect()
}

/// What stands in a row for a target, as it stands.
fn cell(understood: &Understood, place: &Place, target: Target) -> String {
    let table = understood
        .reading
        .tables
        .iter()
        .find(|table| table.sheet == place.sheet && table.rows.contains(&place.row));
    let column =
        table.and_then(|table| table.columns.iter().find(|column| column.target == target));
    let row = understood
        .workbook
        .sheet(&place.sheet)
        .and_then(|sheet| sheet.row(place.row));
    let value = column.and_then(|column| row?.cell(column.index));
    value.map_or_else(String::new, |value| value.shown().into_owned())
}

/// Reads `ROW=keep`, `ROW=drop`, `ROW=merge`.
///
/// # Errors
/// `bad-choice` when it is not of that form.
pub fn duplicate_choice(text: &str) -> Result<(u32, DuplicateChoice), Error> {
    let wrong = || {
        Error::new(
            "bad-choice",
            format!("“{text}” is not of the form ROW=keep, ROW=drop or ROW=merge"),
        )
    };
    let (row, choice) = text.split_once('=').ok_or_else(wrong)?;
    let choice = match choice {
        "keep" => DuplicateChoice::Keep,
        "drop" => DuplicateChoice::Drop,
        "merge" => DuplicateChoice::Merge,
        _ => return Err(wrong()),
    };
    Ok((row.parse().map_err(|_| wrong())?, choice))
}
