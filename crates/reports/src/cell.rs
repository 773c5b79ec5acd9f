//! One cell of a table, written the same way in a workbook and in CSV.

use crate::page::Column;
use crate::text::{comma, fit, guard};
use crate::{ReportError, figure, height, style};
use judging::Exact;
use judging::rules::Rounding;
use rust_xlsxwriter::Worksheet;

/// What stands in a cell.
pub enum Cell {
    /// Nothing.
    Blank,
    /// From whoever: a title, a name, a reason.
    Text(String),
    /// A code or title of ours, centred.
    Centred(String),
    /// A rank.
    Count(u32),
    /// A score on the way.
    Score(Exact),
    /// The score that decides.
    Total(Exact),
    /// A score as the exact fraction it is.
    Fraction(Exact),
}

impl Cell {
    /// A score, where there is one.
    pub fn score(value: Option<&Exact>) -> Self {
        value.cloned().map_or(Self::Blank, Self::Score)
    }

    /// Into a workbook.
    pub fn write(
        &self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        rounding: Rounding,
    ) -> Result<(), ReportError> {
        match self {
            Self::Blank => {
                sheet.write_blank(row, column, &style::text())?;
            }
            Self::Text(text) => {
                sheet.write_string_with_format(row, column, fit(text), &style::text())?;
            }
            Self::Centred(text) => {
                sheet.write_string_with_format(row, column, fit(text), &style::centred())?;
            }
            Self::Count(count) => {
                sheet.write_number_with_format(row, column, *count, &style::centred())?;
            }
            Self::Score(value) => {
                figure::write(sheet, (row, column), value, rounding, &style::score())?;
            }
            Self::Total(value) => {
                figure::write(sheet, (row, column), value, rounding, &style::total())?;
            }
            Self::Fraction(value) => {
                let fraction = value.to_string();
                sheet.write_string_with_format(row, column, fit(&fraction), &style::centred())?;
            }
        }
        Ok(())
    }

    /// As the text of a CSV cell. A fraction is written "85 per 2": spreadsheet programs take 85/2 for a day.
    pub fn csv(&self, rounding: Rounding) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Text(text) | Self::Centred(text) => guard(text).into_owned(),
            Self::Count(count) => count.to_string(),
            Self::Fraction(value) => guard(&value.to_string().replace('/', " per ")).into_owned(),
            Self::Score(value) | Self::Total(value) => comma(&figure::decimal(value, rounding)),
        }
    }
}

/// Writes a row of cells under these columns, as high as its texts need.
pub fn write_row(
    sheet: &mut Worksheet,
    row: u32,
    cells: &[Cell],
    columns: &[Column],
    rounding: Rounding,
) -> Result<(), ReportError> {
    for (at, cell) in (0..).zip(cells) {
        cell.write(sheet, (row, at), rounding)?;
    }
    let texts = cells
        .iter()
        .zip(columns)
        .filter_map(|(cell, column)| match cell {
            Cell::Text(text) => Some((text.as_str(), column.width)),
            _ => None,
        });
    sheet.set_row_height(row, height::of(texts))?;
    Ok(())
}
