//! Exact fractions as a schoolbook has them.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

pub type Fraction = BigRational;

/// So many hundredths.
pub fn hundredths(value: i64) -> Fraction {
    Fraction::new(value.into(), 100.into())
}

pub fn whole(value: usize) -> Fraction {
    Fraction::from_integer(value.into())
}

pub fn sum<'a>(values: impl IntoIterator<Item = &'a Fraction>) -> Fraction {
    values
        .into_iter()
        .fold(Fraction::zero(), |sum, part| sum + part)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    HalfUp,
    HalfEven,
    Down,
}

/// Rounds to so many digits.
pub fn round(value: &Fraction, digits: u32, mode: Mode) -> Fraction {
    let unit = Fraction::from_integer(BigInt::from(10).pow(digits));
    let scaled = value * &unit;
    let towards_zero = scaled.trunc();
    let rest = (&scaled - &towards_zero).abs();
    let half = Fraction::new(1.into(), 2.into());
    let odd = towards_zero.to_integer() % 2 != BigInt::zero();
    let away = match mode {
        Mode::HalfUp => rest >= half,
        Mode::HalfEven => rest > half || (rest == half && odd),
        Mode::Down => false,
    };
    let step = if away {
        scaled.signum()
    } else {
        Fraction::zero()
    };
    (towards_zero + step) / unit
}

/// A rounded value with exactly so many digits.
pub fn shown(rounded: &Fraction, digits: u32) -> String {
    let scaled = (rounded * Fraction::from_integer(BigInt::from(10).pow(digits))).to_integer();
    let sign = if scaled.is_negative() { "-" } else { "" };
    let plain = scaled.abs().to_u64().unwrap().to_string();
    if digits == 0 {
        return format!("{sign}{plain}");
    }
    let padded = format!("{plain:0>width$}", width = digits as usize + 1);
    let (whole, rest) = padded.split_at(padded.len() - digits as usize);
    format!("{sign}{whole}.{rest}")
}
