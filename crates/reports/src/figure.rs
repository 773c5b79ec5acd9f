//! Scores as typed cells.

use crate::ReportError;
use crate::text::comma;
use judging::Exact;
use judging::rules::Rounding;
use rust_xlsxwriter::{Format, Worksheet};

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
            sheet.write_string_with_format(row, column, comma(&text), format)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use judging::rules::RoundingMode;
    use proptest::prelude::*;

    #[test]
    fn the_format_shows_the_digits_of_the_rules() {
        assert_eq!(number_format(0), "[$-421]#,##0");
        assert_eq!(number_format(3), "[$-421]#,##0.000");
    }

    proptest! {
        #[test]
        fn a_rounded_score_of_15_digits_is_stored_by_these_very_digits(
            units in -999_999_999_999_999_i128..=999_999_999_999_999, digits in 0..=9_u32
        ) {
            let value = Exact::ratio(units, 10_i128.pow(digits)).unwrap();
            let text = value.text(digits, RoundingMode::HalfUp);
            let stored = text.parse::<f64>().unwrap().to_string();
            let shortest = match text.split_once('.') {
                Some(_) => text.trim_end_matches('0').trim_end_matches('.'),
                None => &text,
            };
            prop_assert_eq!(stored, shortest);
        }
    }
}
