use super::preview::{SHOWN, last_row, sheets};
use super::workbook::open;
use crate::api::import::{GridRow, SheetRows, SheetRowsAsked};
use crate::{Error, Session};
use intake::{Row, Sheet, column_letter};
use std::path::Path;

/// How many columns are shown of a sheet of which nothing is understood.
const WIDEST: u32 = 200;

/// Rows of a sheet as they stand: to look further than the preview does, and to point at the heading where none is
/// recognised.
///
/// # Errors
/// That the file is no workbook or is refused, or has no such sheet.
pub fn sheet_rows(session: &Session, asked: SheetRowsAsked) -> Result<SheetRows, Error> {
    let workbook = open(session, Path::new(&asked.file))?;
    let sheet = match &asked.sheet {
        Some(name) => workbook.sheet(name),
        None => {
            let mut open = workbook.sheets.iter().filter(|sheet| !sheet.hidden);
            open.find(|sheet| sheet.height() > 0)
                .or(workbook.sheets.first())
        }
    };
    let name = asked.sheet.as_deref().unwrap_or_default();
    let sheet = sheet.ok_or_else(|| Error::unknown("sheet", name))?;
    let columns = columns(sheet).min(WIDEST);
    let shown = |row: Row<'_>| GridRow {
        row: row.number,
        cells: (0..columns)
            .map(|column| {
                row.cell(column)
                    .map_or_else(String::new, |value| value.shown().into_owned())
            })
            .collect(),
        left: None,
    };
    let rows = sheet.rows().filter(|row| row.number >= asked.from);
    Ok(SheetRows {
        file: workbook.file.clone(),
        sheet: sheet.name.clone(),
        sheets: sheets(&workbook),
        letters: (0..columns).map(column_letter).collect(),
        rows: rows.take(SHOWN).map(shown).collect(),
        last: last_row(sheet),
    })
}

fn columns(sheet: &Sheet) -> u32 {
    let last = |row: Row<'_>| row.cells().last().map_or(0, |(column, _)| column + 1);
    sheet.rows().map(last).max().unwrap_or(0)
}
