//! Marks, weights and limits: decimals of at most 4 fraction digits, held as whole ten-thousandths so that sums and
//! products are integer arithmetic.

use rust_decimal::Decimal;
use std::fmt;
use std::str::FromStr;

/// Fraction digits a mark, weight or limit may have.
pub const FRACTION_DIGITS: u32 = 4;
/// Ten to the power of [`FRACTION_DIGITS`].
pub const ONE: i64 = 10_000;
/// Largest absolute value: one thousand million.
pub const LIMIT: i64 = 1_000_000_000;

/// Why a text or decimal is not a [`Fixed`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FixedError {
    /// Not written as digits with at most one decimal point and a leading minus sign.
    #[error("“{0}” is not a decimal number")]
    NotANumber(String),
    /// More than [`FRACTION_DIGITS`] digits after the point.
    #[error("{0} has more than {FRACTION_DIGITS} digits after the point")]
    TooFine(String),
    /// Beyond ±[`LIMIT`].
    #[error("{0} is beyond ±{LIMIT}")]
    TooLarge(String),
}

/// A decimal with at most 4 fraction digits, between −10⁹ and 10⁹, exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Fixed(i64);

impl Fixed {
    /// Nought.
    pub const ZERO: Self = Self(0);

    /// A whole number; for constants within ±10⁹.
    #[must_use]
    pub const fn whole(number: i32) -> Self {
        Self(number as i64 * ONE)
    }

    /// From ten-thousandths.
    ///
    /// # Errors
    /// [`FixedError::TooLarge`] beyond ±10⁹.
    pub fn from_ten_thousandths(value: i64) -> Result<Self, FixedError> {
        if value.unsigned_abs() > LIMIT.unsigned_abs() * ONE.unsigned_abs() {
            return Err(FixedError::TooLarge(value.to_string()));
        }
        Ok(Self(value))
    }

    /// The value in ten-thousandths.
    #[must_use]
    pub const fn ten_thousandths(self) -> i64 {
        self.0
    }

    /// The same value as a [`Decimal`], normalised (no trailing zeros).
    #[must_use]
    pub fn decimal(self) -> Decimal {
        Decimal::new(self.0, FRACTION_DIGITS).normalize()
    }
}

impl TryFrom<Decimal> for Fixed {
    type Error = FixedError;

    fn try_from(value: Decimal) -> Result<Self, FixedError> {
        let value = value.normalize();
        if value.scale() > FRACTION_DIGITS {
            return Err(FixedError::TooFine(value.to_string()));
        }
        if value.abs() > Decimal::from(LIMIT) {
            return Err(FixedError::TooLarge(value.to_string()));
        }
        let scaled = value.mantissa() * 10_i128.pow(FRACTION_DIGITS - value.scale());
        i64::try_from(scaled)
            .map(Self)
            .map_err(|_| FixedError::TooLarge(value.to_string()))
    }
}

impl FromStr for Fixed {
    type Err = FixedError;

    /// Reads `-12.5`: digits, at most one point with digits on both sides, a leading minus. Nothing else, because
    /// [`Decimal`] would also take `1e3`, `1__0` and `5_`.
    fn from_str(text: &str) -> Result<Self, FixedError> {
        let wrong = || FixedError::NotANumber(text.to_owned());
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !plain(whole) || !plain(fraction) {
            return Err(wrong());
        }
        if whole.trim_start_matches('0').len() > 10 {
            return Err(FixedError::TooLarge(text.to_owned()));
        }
        if fraction.trim_end_matches('0').len() > FRACTION_DIGITS as usize {
            return Err(FixedError::TooFine(text.to_owned()));
        }
        let text = text.get(..text.len().min(40)).unwrap_or(text);
        Decimal::from_str(text).map_err(|_| wrong())?.try_into()
    }
}

impl fmt::Display for Fixed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.decimal(), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<&str, &str>) {
        let read = text.parse::<Fixed>();
        assert_eq!(
            read.map(|v| v.to_string()).map_err(|e| e.to_string()),
            expected.map(str::to_owned).map_err(str::to_owned)
        );
    }

    #[test]
    fn decimals_of_four_digits_are_kept_exactly_and_shown_without_trailing_zeros() {
        check("7.10", Ok("7.1"));
        check("-0.0001", Ok("-0.0001"));
        check("007", Ok("7"));
        check("1000000000", Ok("1000000000"));
        check("1.00000", Ok("1"));
    }

    #[test]
    fn what_is_finer_larger_or_not_plain_digits_is_refused() {
        check(
            "0.00001",
            Err("0.00001 has more than 4 digits after the point"),
        );
        check("1000000000.1", Err("1000000000.1 is beyond ±1000000000"));
        check("99999999999", Err("99999999999 is beyond ±1000000000"));
        for text in [
            "", "1e3", "1__0", "5_", "1,5", ".5", "5.", "+1", "NaN", "--1", "1.2.3", " 1",
        ] {
            check(text, Err(&format!("“{text}” is not a decimal number")));
        }
    }

    #[test]
    fn ten_thousandths_and_decimals_agree() {
        assert_eq!("87.45".parse::<Fixed>().unwrap().ten_thousandths(), 874_500);
        assert_eq!(Fixed::try_from(Decimal::new(8_745_000, 5)), "87.45".parse());
        assert_eq!(Fixed::whole(3).to_string(), "3");
    }
}
