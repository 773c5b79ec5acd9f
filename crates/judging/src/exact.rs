//! An exact fraction: what sums, means and weighted scores are. Small ones are two machine integers, others grow without
//! bound; a user of this type never sees which.

use crate::Fixed;
use crate::fixed::{FRACTION_DIGITS, ONE};
use crate::rules::RoundingMode;
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, AddAssign, Mul, Sub};

/// A fraction, exact; equal and ordered by value. Shown reduced: `1749/20`, or `87` when whole.
#[derive(Clone)]
pub struct Exact(Form);

/// `Small` is not reduced, its denominator is above zero.
#[derive(Clone)]
enum Form {
    Small(i128, i128),
    Big(Box<BigRational>),
}

use Form::{Big, Small};

/// Digits after the point to which a square root that is no fraction is computed.
pub(crate) const ROOT_DIGITS: u32 = 24;

/// Noughts after the point that a number may have before its first significant digit.
const FINEST: u32 = 30;

impl Exact {
    /// Nought.
    pub const ZERO: Self = Self(Small(0, 1));

    /// A whole number.
    #[must_use]
    pub const fn whole(number: i128) -> Self {
        Self(Small(number, 1))
    }

    /// The fraction of two whole numbers; `None` when the lower one is zero.
    #[must_use]
    pub fn ratio(numerator: i128, denominator: i128) -> Option<Self> {
        match denominator {
            0 => None,
            1.. => Some(Self(Small(numerator, denominator))),
            _ => Some(Self::big(BigRational::new(
                numerator.into(),
                denominator.into(),
            ))),
        }
    }

    /// The quotient; `None` when dividing by zero.
    #[must_use]
    pub fn checked_div(&self, by: &Self) -> Option<Self> {
        if by.is_zero() {
            return None;
        }
        let small = match (&self.0, &by.0) {
            (Small(a, b), Small(c, d)) => {
                let (up, down) = (a.checked_mul(*d), b.checked_mul(*c));
                up.zip(down).filter(|(_, down)| *down > 0)
            }
            _ => None,
        };
        Some(small.map_or_else(
            || Self::big(self.rational() / by.rational()),
            |(up, down)| Self(Small(up, down)),
        ))
    }

    /// This as a part of `whole` in thousandths, 0 to 1000: the length of a piece of a bar. 0 where the whole is zero.
    #[must_use]
    pub fn permille_of(&self, whole: &Self) -> u32 {
        let share = (self * &Self::whole(1000)).checked_div(whole);
        let units = share.and_then(|share| share.units(0, RoundingMode::HalfUp));
        units
            .and_then(|units| u32::try_from(units.clamp(0, 1000)).ok())
            .unwrap_or(0)
    }

    /// Whether it is nought.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        match &self.0 {
            Small(numerator, _) => *numerator == 0,
            Big(ratio) => ratio.is_zero(),
        }
    }

    /// The value in whole units of the `digits`-th digit after the point; `None` beyond `i128`.
    pub(crate) fn units(&self, digits: u32, mode: RoundingMode) -> Option<i128> {
        if let Small(numerator, denominator) = self.0
            && let Some(scaled) = 10_i128
                .checked_pow(digits)
                .and_then(|scale| numerator.checked_mul(scale))
        {
            return Some(divide_whole(scaled, denominator, mode));
        }
        self.big_units(digits, mode).to_i128()
    }

    fn big_units(&self, digits: u32, mode: RoundingMode) -> BigInt {
        let ratio = self.rational();
        let scaled = ratio.numer() * BigInt::from(10).pow(digits);
        divide(&scaled, ratio.denom(), mode)
    }

    /// The nearest decimal of `digits` digits after the point, by `mode`.
    #[must_use]
    pub fn round(&self, digits: u32, mode: RoundingMode) -> Self {
        let small = self.units(digits, mode).zip(10_i128.checked_pow(digits));
        small.map_or_else(
            || {
                let scale = BigInt::from(10).pow(digits);
                Self::big(BigRational::new(self.big_units(digits, mode), scale))
            },
            |(units, scale)| Self(Small(units, scale)),
        )
    }

    /// Rounded by `mode` and written with exactly `digits` digits after a point: `87.45`, `-0.50`, `0.00`.
    #[must_use]
    pub fn text(&self, digits: u32, mode: RoundingMode) -> String {
        let units = self.big_units(digits, mode);
        let sign = if units.is_negative() { "-" } else { "" };
        let width = digits as usize + 1;
        let figures = format!("{:0>width$}", units.abs().to_string());
        let (whole, fraction) = figures.split_at(figures.len() - digits as usize);
        let point = if digits == 0 { "" } else { "." };
        format!("{sign}{whole}{point}{fraction}")
    }

    /// Written with at least so many significant digits, half up; nought is `0`, a number without a fraction is whole.
    #[must_use]
    pub fn significant(&self, digits: u32) -> String {
        let ratio = self.rational();
        if ratio.is_integer() {
            return ratio.to_string();
        }
        let least = BigInt::from(10).pow(digits.saturating_sub(1));
        let reaches = |after: &u32| self.big_units(*after, RoundingMode::Down).abs() >= least;
        let after = (digits..digits + FINEST).find(reaches);
        self.text(after.unwrap_or(digits + FINEST), RoundingMode::HalfUp)
    }

    /// The same value in lowest terms, so that long computations stay in machine integers.
    #[must_use]
    pub fn reduced(&self) -> Self {
        match &self.0 {
            Small(numerator, denominator) => {
                let common = numerator.gcd(denominator).max(1);
                Self(Small(numerator / common, denominator / common))
            }
            Big(_) => self.clone(),
        }
    }

    /// Times itself.
    #[must_use]
    pub fn squared(&self) -> Self {
        self * self
    }

    /// The square root of a fraction not below zero: itself a fraction where there is one, else cut off after
    /// [`ROOT_DIGITS`] digits.
    #[must_use]
    pub fn root(&self) -> Self {
        let ratio = self.rational();
        let (above, below) = (ratio.numer().sqrt(), ratio.denom().sqrt());
        if &above * &above == *ratio.numer() && &below * &below == *ratio.denom() {
            return BigRational::new(above, below).into();
        }
        let scale = BigInt::from(10).pow(ROOT_DIGITS);
        let scaled = ratio.numer() * &scale * &scale / ratio.denom();
        BigRational::new(scaled.sqrt(), scale).into()
    }

    fn rational(&self) -> BigRational {
        match &self.0 {
            Small(numerator, denominator) => {
                BigRational::new((*numerator).into(), (*denominator).into())
            }
            Big(ratio) => (**ratio).clone(),
        }
    }

    /// Small again where it fits.
    fn big(ratio: BigRational) -> Self {
        match (ratio.numer().to_i128(), ratio.denom().to_i128()) {
            (Some(numerator), Some(denominator)) => Self(Small(numerator, denominator)),
            _ => Self(Big(Box::new(ratio))),
        }
    }
}

/// Rounds the quotient to a whole number; `denominator` is above zero.
fn divide<T: Integer + Signed + Clone>(numerator: &T, denominator: &T, mode: RoundingMode) -> T {
    let (quotient, rest) = numerator.div_rem(denominator);
    let rest = rest.abs();
    // Against what is left of the denominator, so that nothing is doubled and nothing overflows.
    let half = rest.cmp(&(denominator.clone() - rest.clone()));
    let away = match mode {
        RoundingMode::Down => false,
        RoundingMode::HalfUp => half != Ordering::Less,
        RoundingMode::HalfEven => {
            half == Ordering::Greater || (half == Ordering::Equal && quotient.is_odd())
        }
    };
    match (away, numerator.is_negative()) {
        (false, _) => quotient,
        (true, false) => quotient + T::one(),
        (true, true) => quotient - T::one(),
    }
}

/// The same for machine integers; most fit the narrower ones, which divide many times faster.
pub(crate) fn divide_whole(numerator: i128, denominator: i128, mode: RoundingMode) -> i128 {
    match (i64::try_from(numerator), i64::try_from(denominator)) {
        (Ok(numerator), Ok(denominator)) => divide(&numerator, &denominator, mode).into(),
        _ => divide(&numerator, &denominator, mode),
    }
}

impl From<Fixed> for Exact {
    fn from(value: Fixed) -> Self {
        Self(Small(value.ten_thousandths().into(), ONE.into()))
    }
}

impl From<BigRational> for Exact {
    fn from(ratio: BigRational) -> Self {
        Self::big(ratio)
    }
}

impl From<&Exact> for BigRational {
    fn from(value: &Exact) -> Self {
        value.rational()
    }
}

impl Add for &Exact {
    type Output = Exact;

    fn add(self, other: &Exact) -> Exact {
        let small = match (&self.0, &other.0) {
            (Small(a, b), Small(c, d)) if b == d => a.checked_add(*c).map(|sum| (sum, *b)),
            (Small(a, b), Small(c, d)) => cross(*a, *b, *c, *d),
            _ => None,
        };
        small.map_or_else(
            || Exact::big(self.rational() + other.rational()),
            |(numerator, denominator)| Exact(Small(numerator, denominator)),
        )
    }
}

/// a/b + c/d without a bigger number type, where that fits.
fn cross(a: i128, b: i128, c: i128, d: i128) -> Option<(i128, i128)> {
    let sum = a.checked_mul(d)?.checked_add(c.checked_mul(b)?)?;
    Some((sum, b.checked_mul(d)?))
}

impl Sub for &Exact {
    type Output = Exact;

    fn sub(self, other: &Exact) -> Exact {
        let negative = match &other.0 {
            Small(numerator, denominator) => numerator
                .checked_neg()
                .map(|negated| Exact(Small(negated, *denominator))),
            Big(_) => None,
        };
        negative.map_or_else(
            || Exact::big(self.rational() - other.rational()),
            |negative| self + &negative,
        )
    }
}

impl Mul for &Exact {
    type Output = Exact;

    fn mul(self, other: &Exact) -> Exact {
        let small = match (&self.0, &other.0) {
            (Small(a, b), Small(c, d)) => a.checked_mul(*c).zip(b.checked_mul(*d)),
            _ => None,
        };
        small.map_or_else(
            || Exact::big(self.rational() * other.rational()),
            |(numerator, denominator)| Exact(Small(numerator, denominator)),
        )
    }
}

impl AddAssign<&Self> for Exact {
    fn add_assign(&mut self, other: &Self) {
        *self = &*self + other;
    }
}

impl std::iter::Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(values: I) -> Self {
        values.fold(Self::ZERO, |sum, value| &sum + &value)
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Small(a, b), Small(c, d)) if b == d => a.cmp(c),
            (Small(a, b), Small(c, d)) => match a.checked_mul(*d).zip(c.checked_mul(*b)) {
                Some((left, right)) => left.cmp(&right),
                None => self.rational().cmp(&other.rational()),
            },
            _ => self.rational().cmp(&other.rational()),
        }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Exact {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Exact {}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.rational().to_string())
    }
}

impl fmt::Debug for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// Where a mark in ten-thousandths stands as a fraction.
pub(crate) const fn ten_thousandths(value: i64) -> Exact {
    debug_assert!(10_i64.pow(FRACTION_DIGITS) == ONE);
    Exact(Small(value as i128, ONE as i128))
}

#[cfg(test)]
mod tests {
    use super::*;
    use RoundingMode::{Down, HalfEven, HalfUp};
    use proptest::prelude::*;

    fn exact(numerator: i128, denominator: i128) -> Exact {
        Exact::ratio(numerator, denominator).unwrap()
    }

    #[track_caller]
    fn check(value: &Exact, digits: u32, [up, even, down]: [&str; 3]) {
        for (mode, expected) in [(HalfUp, up), (HalfEven, even), (Down, down)] {
            assert_eq!(value.text(digits, mode), expected, "{value} {mode:?}");
        }
    }

    #[test]
    fn rounding_writes_exactly_the_digits_asked_for() {
        check(&exact(65, 8), 2, ["8.13", "8.12", "8.12"]);
        check(&exact(-65, 8), 2, ["-8.13", "-8.12", "-8.12"]);
        check(&exact(1749, 20), 2, ["87.45"; 3]);
        check(&exact(-1, 2), 2, ["-0.50"; 3]);
        check(&exact(-1, 1000), 2, ["0.00"; 3]);
        check(&exact(5, 2), 0, ["3", "2", "2"]);
        check(&exact(164, 3), 2, ["54.67", "54.67", "54.66"]);
        check(&exact(7, 1), 3, ["7.000"; 3]);
    }

    #[test]
    fn it_is_shown_reduced_and_whole_numbers_without_a_bar() {
        assert_eq!(exact(8745, 100).to_string(), "1749/20");
        assert_eq!(exact(-870, 10).to_string(), "-87");
        assert_eq!(exact(3, -6).to_string(), "-1/2");
    }

    #[test]
    fn square_roots_are_fractions_where_there_are_any_and_otherwise_good_to_24_digits() {
        assert_eq!(exact(9, 4).root().to_string(), "3/2");
        assert_eq!(exact(0, 1).root().to_string(), "0");
        let two = Exact::whole(2).root();
        assert_eq!(two.text(24, Down), "1.414213562373095048801688");
    }

    #[test]
    fn significant_digits_are_counted_from_the_first_that_is_not_nought() {
        assert_eq!(exact(1, 3).significant(5), "0.33333");
        assert_eq!(exact(-2, 300).significant(3), "-0.00667");
        assert_eq!(exact(50, 3).significant(3), "16.667");
        assert_eq!(exact(6, 2).significant(3), "3");
    }

    #[test]
    fn three_thirds_are_one_and_nothing_divides_by_zero() {
        let third = exact(1, 3);
        let sum: Exact = [third.clone(), third.clone(), third].into_iter().sum();
        assert_eq!(sum, Exact::whole(1));
        assert_eq!(sum.checked_div(&Exact::ZERO), None);
        assert_eq!(Exact::ratio(1, 0), None);
    }

    fn any_exact() -> impl Strategy<Value = Exact> {
        let edge = prop_oneof![
            any::<i128>(),
            (-1000_i128..1000),
            Just(i128::MAX),
            Just(i128::MIN)
        ];
        (edge.clone(), edge).prop_filter_map("a denominator", |(n, d)| Exact::ratio(n, d))
    }

    proptest! {
        #[test]
        fn it_computes_as_unbounded_fractions_do(a in any_exact(), b in any_exact()) {
            let (x, y) = (BigRational::from(&a), BigRational::from(&b));
            prop_assert_eq!(BigRational::from(&(&a + &b)), &x + &y);
            prop_assert_eq!(BigRational::from(&(&a - &b)), &x - &y);
            prop_assert_eq!(BigRational::from(&(&a * &b)), &x * &y);
            prop_assert_eq!(a.cmp(&b), x.cmp(&y));
            if let Some(quotient) = a.checked_div(&b) {
                prop_assert_eq!(BigRational::from(&quotient), x / y);
            }
        }

        #[test]
        fn rounding_goes_to_a_neighbouring_step(a in any_exact(), digits in 0_u32..10) {
            let step = exact(1, 10_i128.pow(digits));
            for mode in [HalfUp, HalfEven, Down] {
                let rounded = a.round(digits, mode);
                let off = if rounded > a { &rounded - &a } else { &a - &rounded };
                prop_assert!(off < step);
                if mode != Down {
                    prop_assert!(&off + &off <= step);
                }
                prop_assert_eq!(rounded.text(digits, Down), a.text(digits, mode));
            }
        }
    }
}
