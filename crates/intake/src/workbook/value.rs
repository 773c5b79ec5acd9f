//! What one cell holds.

use super::Slot;
use jiff::civil::{Date, DateTime, Time};
use jiff::{SignedDuration, Span, Unit};
use std::borrow::Cow;

/// What one cell holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// A text, not empty.
    Text(&'a str),
    /// A number, as the spreadsheet program keeps it: about 15 digits.
    Number(f64),
    /// A number that is shown as a date, a time or both.
    Moment(DateTime),
    /// TRUE or FALSE.
    Bool(bool),
    /// `#REF!` and its like.
    Error(&'a str),
}

/// Numbers from here on have lost digits: a spreadsheet program keeps 15.
pub(crate) const DAMAGED: f64 = 1e15;

/// The day that serial numbers count from, for days after February 1900.
const EPOCH: Date = Date::constant(1899, 12, 30);

impl Value<'_> {
    /// The value as a text: numbers in their shortest form, dates as `2022-11-18` or `2022-11-18 08:00:00`.
    #[must_use]
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) | Self::Error(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(shortest(*number)),
            Self::Moment(moment) => Cow::Owned(moment_text(*moment)),
            Self::Bool(true) => Cow::Borrowed("TRUE"),
            Self::Bool(false) => Cow::Borrowed("FALSE"),
        }
    }
}

/// The shortest text that reads back as the same number; as `1.98E+17` where digits are lost.
pub(crate) fn shortest(number: f64) -> String {
    if number.abs() >= DAMAGED {
        return format!("{number:E}").replace('E', "E+");
    }
    format!("{number}")
}

fn moment_text(moment: DateTime) -> String {
    if moment.time() == Time::midnight() {
        moment.date().to_string()
    } else if moment.date() == EPOCH {
        moment.time().to_string()
    } else {
        format!("{} {}", moment.date(), moment.time())
    }
}

/// The moment of a serial number of the 1900 date system, to the second; `None` outside the years 1900 to 9999.
pub(crate) fn moment_of_serial(serial: f64) -> Option<DateTime> {
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    // The 1900 system has a 29 February 1900 (serial 60) that never was; days before it are counted from a day later.
    let shift = if (1.0..60.0).contains(&serial) {
        1.0
    } else {
        0.0
    };
    let seconds = ((serial + shift) * 86_400.0).round();
    // Within 2⁵³, so the conversion is exact.
    moment_of(seconds as i64)
}

/// A moment written as in ISO 8601: `2022-11-18` or `2022-11-18T08:00:00`, the fraction of a second dropped.
pub(crate) fn moment_of_iso(text: &str) -> Option<DateTime> {
    let moment: DateTime = text.trim_end_matches('Z').parse().ok()?;
    moment.round(Unit::Second).ok()
}

const TEXT: u32 = 0;
const NUMBER: u32 = 1;
const MOMENT: u32 = 2;
const BOOL: u32 = 3;
const ERROR: u32 = 4;

impl Slot {
    pub(super) const fn column(self) -> u32 {
        self.column_and_kind & 0xFFFF
    }

    pub(super) const fn new(column: u32, kind: u32, value: [u32; 2]) -> Self {
        Self {
            column_and_kind: column | kind << 16,
            value,
        }
    }

    /// Packs a value whose text, if it has one, stands at `at`.
    pub(super) fn pack(column: u32, value: Value<'_>, at: [u32; 2]) -> Self {
        let (kind, value) = match value {
            Value::Text(_) => (TEXT, at),
            Value::Error(_) => (ERROR, at),
            Value::Number(number) => (NUMBER, halves(number.to_bits())),
            Value::Moment(moment) => (MOMENT, halves(seconds_of(moment).cast_unsigned())),
            Value::Bool(truth) => (BOOL, [u32::from(truth), 0]),
        };
        Self::new(column, kind, value)
    }

    pub(super) fn value(self, text: &str) -> Value<'_> {
        let bits = u64::from(self.value[0]) | u64::from(self.value[1]) << 32;
        let part = || {
            let [start, length] = self.value.map(|half| half as usize);
            text.get(start..start + length).unwrap_or_default()
        };
        match self.column_and_kind >> 16 {
            NUMBER => Value::Number(f64::from_bits(bits)),
            MOMENT => moment_of(bits.cast_signed()).map_or(Value::Bool(false), Value::Moment),
            BOOL => Value::Bool(self.value[0] != 0),
            ERROR => Value::Error(part()),
            _ => Value::Text(part()),
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the two halves of 64 bits")]
const fn halves(bits: u64) -> [u32; 2] {
    [bits as u32, (bits >> 32) as u32]
}

/// Seconds since the epoch of serial numbers.
pub(crate) fn seconds_of(moment: DateTime) -> i64 {
    let start = EPOCH.to_datetime(Time::midnight());
    moment.duration_since(start).as_secs()
}

/// The moment so many seconds after the epoch of serial numbers.
pub(crate) fn moment_of(seconds: i64) -> Option<DateTime> {
    let day = i32::try_from(seconds.div_euclid(86_400)).ok()?;
    let second = i32::try_from(seconds.rem_euclid(86_400)).ok()?;
    let date = EPOCH.checked_add(Span::new().try_days(day).ok()?).ok()?;
    let midnight = date.to_datetime(Time::midnight());
    midnight
        .checked_add(SignedDuration::from_secs(second.into()))
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: Value<'_>, shown: &str) {
        assert_eq!(value.shown(), shown);
        let at = [0, 0];
        let packed = Slot::pack(7, value, at).value("");
        if !matches!(value, Value::Text(_) | Value::Error(_)) {
            assert_eq!(packed, value);
        }
    }

    #[test]
    fn numbers_are_shown_in_their_shortest_form_and_lost_digits_are_not_made_up() {
        check(Value::Number(7.1), "7.1");
        check(Value::Number(81_252_806_087.0), "81252806087");
        check(Value::Number(-0.5), "-0.5");
        check(
            Value::Number(1.969_050_519_940_51e17),
            "1.96905051994051E+17",
        );
    }

    #[test]
    fn serial_numbers_are_days_since_the_end_of_1899() {
        let moment = |serial| Value::Moment(moment_of_serial(serial).unwrap());
        check(moment(44_883.0), "2022-11-18");
        check(moment(45_210.333_333_333_3), "2023-10-11 08:00:00");
        check(moment(1.0), "1900-01-01");
        check(moment(61.0), "1900-03-01");
        check(moment(0.25), "06:00:00");
        check(moment(2_958_465.0), "9999-12-31");
        assert_eq!(moment_of_serial(2_958_466.5), None);
        assert_eq!(moment_of_serial(f64::NAN), None);
        assert_eq!(moment_of_serial(-1.0), None);
    }

    #[test]
    fn iso_moments_are_read_to_the_second() {
        let shown = |text| moment_of_iso(text).map(moment_text);
        assert_eq!(shown("2022-11-18").as_deref(), Some("2022-11-18"));
        assert_eq!(
            shown("2022-11-18T08:00:00.000").as_deref(),
            Some("2022-11-18 08:00:00")
        );
        assert_eq!(shown("18/11/2022"), None);
    }
}
