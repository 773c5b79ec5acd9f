//! Scores as typed cells.

use crate::ReportError;
use crate::text::comma;
use judging::Exact;
use judging::rules::Rounding;
use rust_xlsxwriter::{Format, FormatAlign, Worksheet};

/// Digits that a workbook's numbers surely hold.
const DIGITS: usize = 15;

/// The rounded value with exactly as many digits as the rules say, with a point.
pub fn decimal(value: &Exact, rounding: Rounding) -> String {
    value.text(rounding.digits, rounding.mode)
}

/// The number format that shows these digits with a decimal comma.
pub fn number_format(digits: u32) -> String {
    let zeros = "0".repeat(usize::try_from(digits).unwrap_or_default());
    let point = if digits > 0 { "." } else { "" };
    format!("[$-421]#,##0{point}{zeros}")
}

/// Writes a score, rounded by the rules, as a number that can be summed and sorted.
///
/// A workbook holds numbers as binary fractions, and this is the one place where a score becomes one: the decimal that
/// was already rounded, exactly, is handed over as the nearest binary fraction, which is stored by its shortest digits,
/// and these are the decimal's own as long as it has at most 15 digits. A longer one is written as text, whole.
pub fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Exact,
    rounding: Rounding,
    format: &Format,
) -> Result<(), ReportError> {
    let text = decimal(value, rounding);
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    match text.parse::<f64>() {
        Ok(number) if digits <= DIGITS => {
            let format = format
                .clone()
                .set_num_format(number_format(rounding.digits));
            sheet.write_number_with_format(row, column, number, &format)?;
        }
        _ => {
            let format = format.clone().set_align(FormatAlign::Right);
            sheet.write_string_with_format(row, column, comma(&text), &format)?;
        }
    }
    Ok(())
}
