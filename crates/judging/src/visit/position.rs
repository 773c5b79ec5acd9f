use std::fmt;
use std::str::FromStr;

/// A place on earth, to a millionth of a degree: a tenth of a metre.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    latitude: i32,
    longitude: i32,
}

impl Position {
    /// In millionths of a degree, north and east positive. None beyond 90 degrees of latitude or 180 of longitude.
    #[must_use]
    pub fn new(latitude: i32, longitude: i32) -> Option<Self> {
        let on_earth =
            latitude.unsigned_abs() <= 90_000_000 && longitude.unsigned_abs() <= 180_000_000;
        on_earth.then_some(Self {
            latitude,
            longitude,
        })
    }

    /// In millionths of a degree, north positive.
    #[must_use]
    pub const fn latitude(self) -> i32 {
        self.latitude
    }

    /// In millionths of a degree, east positive.
    #[must_use]
    pub const fn longitude(self) -> i32 {
        self.longitude
    }
}

/// A position, and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Where.
    pub position: Position,
    /// Within so many metres, where that is known.
    pub accuracy: Option<u32>,
}

/// A text that is no position.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{0}” is no position: write degrees as “-0.43, 117.01”, at most six digits behind the point"
)]
pub struct PositionError(pub String);

/// `-0.43, 117.01`: degrees north and east.
impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {}", degrees(self.latitude), degrees(self.longitude))
    }
}

impl FromStr for Position {
    type Err = PositionError;

    fn from_str(text: &str) -> Result<Self, PositionError> {
        let wrong = || PositionError(text.to_owned());
        let (latitude, longitude) = text.split_once([',', ';']).ok_or_else(wrong)?;
        let axis = |text: &str| microdegrees(text.trim());
        let read = || Self::new(axis(latitude)?, axis(longitude)?);
        read().ok_or_else(wrong)
    }
}

/// Millionths of a degree as a decimal: `-0.43`.
#[must_use]
pub fn degrees(micro: i32) -> String {
    let sign = if micro < 0 { "-" } else { "" };
    let size = micro.unsigned_abs();
    let (whole, fraction) = (size / 1_000_000, size % 1_000_000);
    let fraction = format!("{fraction:06}");
    match fraction.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        fraction => format!("{sign}{whole}.{fraction}"),
    }
}

/// A decimal of degrees in millionths; further digits are rounded off. None when it is no decimal.
#[must_use]
pub fn microdegrees(text: &str) -> Option<i32> {
    let (sign, size) = match text.strip_prefix(['-', '−']) {
        Some(size) => (-1, size),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = size.split_once('.').unwrap_or((size, ""));
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || !plain(whole) || !plain(fraction) {
        return None;
    }
    let digits: String = fraction.chars().chain("0000000".chars()).take(7).collect();
    let tenths: i64 = digits.parse().ok()?;
    let size = whole.parse::<i64>().ok()? * 1_000_000 + (tenths + 5) / 10;
    i32::try_from(sign * size).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_is_on_earth() {
        assert!(Position::new(-90_000_000, 180_000_000).is_some());
        assert!(Position::new(-90_000_001, 0).is_none());
        assert!(Position::new(0, 180_000_001).is_none());
        assert!(Position::new(i32::MIN, i32::MIN).is_none());
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let shown = text
            .parse::<Position>()
            .map(|position| position.to_string());
        assert_eq!(shown.unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn a_position_reads_back_from_its_text() {
        check("-0.43, 117.01", "-0.43, 117.01");
        check("−0.430000;117.01", "-0.43, 117.01");
        check("-0.4300004,117.0100005", "-0.43, 117.010001");
        check("1,2", "1, 2");
        check("0.000001, -180", "0.000001, -180");
        check("91, 0", "");
        check("-0.43", "");
        check("a, b", "");
        check("1e1, 2", "");
    }
}
