use super::mapping::choices_of;
use super::plan::plan;
use super::understand::understand;
use super::workbook::open_showing;
use crate::api::common::count;
use crate::api::import::{
    CategoryTextRow, ColumnRow, GridRow, ImportAsked, ImportOutcome, ImportPreview, SheetRow,
};
use crate::rules::rules_of;
use crate::{Error, Session};
use intake::{CategoryText, Reading, Row, Skipped, Workbook};
use std::collections::BTreeMap;
use std::path::Path;

/// How many rows of the sheet are shown.
pub(super) const SHOWN: usize = 200;
/// How many texts for categories are asked about at once.
const MOST_TEXTS: usize = 200;

/// How a workbook is understood and what importing it would do. Nothing is changed.
///
/// # Errors
/// That the file is no workbook, is refused, or has no recognisable heading.
pub fn preview(session: &Session, asked: ImportAsked) -> Result<ImportPreview, Error> {
    let rules = session.chair(|store| rules_of(store))?;
    let begun = |workbook: &Workbook| {
        let choices = choices_of(&rules, &asked).ok()?;
        let reading = intake::read(workbook, &rules, &choices).ok()?;
        shown(workbook, &reading)
    };
    let workbook = open_showing(session, Path::new(&asked.file), begun)?;
    session.chair(|store| {
        let understood = understand(store, &rules, workbook, &asked)?;
        let begun = shown(&understood.workbook, &understood.reading);
        let preview = begun.ok_or_else(|| Error::new("no-heading", "no table was found"))?;
        let categories = understood.reading.categories.iter();
        let categories = categories.take(MOST_TEXTS).map(text).collect();
        let remembered = understood.remembered;
        let plan = plan(store, &rules, understood)?;
        Ok(ImportPreview {
            grid: with_left_rows(preview.grid, &preview.sheet, &plan.comparison.left),
            categories,
            outcome: plan.outcome,
            remembered,
            ..preview
        })
    })
}

/// The grid, where rows also say that they are left out because of entries that are here.
fn with_left_rows(mut grid: Vec<GridRow>, sheet: &str, left: &[Skipped]) -> Vec<GridRow> {
    for left in left.iter().filter(|left| left.sheet == sheet) {
        let row = grid.iter_mut().find(|row| row.row == left.row);
        if let Some(row) = row {
            row.left = Some(left.reason.kind().into());
        }
    }
    grid
}

/// The sheet as it is understood, without what importing it would do.
fn shown(workbook: &Workbook, reading: &Reading) -> Option<ImportPreview> {
    let table = reading.tables.first()?;
    Some(ImportPreview {
        file: workbook.file.clone(),
        sheet: table.sheet.clone(),
        sheets: sheets(workbook),
        heading_from: *table.heading_rows.start(),
        heading_to: *table.heading_rows.end(),
        columns: table.columns.iter().map(column).collect(),
        grid: grid(workbook, reading),
        last_row: workbook.sheet(&table.sheet).map_or(0, last_row),
        outcome: ImportOutcome::default(),
        categories: Vec::new(),
        remembered: false,
    })
}

/// All sheets of a workbook.
pub(super) fn sheets(workbook: &Workbook) -> Vec<SheetRow> {
    let sheet = |sheet: &intake::Sheet| SheetRow {
        name: sheet.name.clone(),
        hidden: sheet.hidden,
        rows: count(sheet.height()),
    };
    workbook.sheets.iter().map(sheet).collect()
}

pub(super) fn last_row(sheet: &intake::Sheet) -> u32 {
    sheet.rows().next_back().map_or(0, |row| row.number)
}

fn text(text: &CategoryText) -> CategoryTextRow {
    CategoryTextRow {
        text: text.text.clone(),
        rows: text.rows,
        meant: text.meant.as_ref().map(ToString::to_string),
    }
}

fn column(column: &intake::Column) -> ColumnRow {
    ColumnRow {
        letter: column.letter.clone(),
        heading: column.heading.clone(),
        target: column.target.into(),
        reason: column.why.into(),
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
            left: left
                .get(&row.number)
                .map(|skipped| skipped.reason.kind().into()),
        })
        .collect()
}
