use super::Winners;
use crate::ReportError;
use crate::cell::Cell;
use crate::text::guard;
use csv::{Terminator, WriterBuilder};

/// The standing as CSV for spreadsheet programs set to Indonesian: UTF-8 with a byte order mark, `;` between cells,
/// decimal comma. A text that could be taken for a formula is guarded by an apostrophe.
///
/// # Errors
/// [`ReportError`] when it cannot be written.
pub fn csv(winners: &Winners<'_>) -> Result<Vec<u8>, ReportError> {
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let columns = winners.columns();
    writer.write_record(
        columns
            .iter()
            .map(|column| guard(&column.heading).into_owned()),
    )?;
    let mut write = |cells: Vec<Cell>| {
        writer.write_record(cells.iter().map(|cell| cell.csv(winners.rules.rounding)))
    };
    for ranked in &winners.categories {
        for row in &ranked.rows {
            write(winners.ranked_cells(&ranked.category, row))?;
        }
        for apart in &ranked.apart {
            write(winners.apart_cells(&ranked.category, apart))?;
        }
    }
    writer
        .into_inner()
        .map_err(|failed| csv::Error::from(failed.into_error()).into())
}
