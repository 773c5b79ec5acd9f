//! What is kept of a photo.

use jiff::civil::DateTime;
use jiff::tz::Offset;
use judging::Hash;
use std::fmt;
use std::str::FromStr;

/// A picture to keep, and what its untouched file said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// A JPEG without metadata, upright.
    pub bytes: Vec<u8>,
    /// Pixels.
    pub width: u16,
    /// Pixels.
    pub height: u16,
    /// Of `bytes`.
    pub hash: Hash,
    /// When the picture was taken, where the file says so.
    pub taken: Option<Taken>,
    /// Maker and model of the camera, where the file says so: letters, digits and signs, at most 80 characters.
    pub device: Option<String>,
    /// Where the picture was taken, where the file says so.
    pub position: Option<Position>,
    /// The file as it was.
    pub original: Original,
}

/// The untouched file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Original {
    /// Of all its bytes.
    pub hash: Hash,
    /// How many.
    pub bytes: u64,
}

/// When a picture was taken, as the camera wrote it: local time, with its distance from UTC where that is written too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// To the second.
    pub at: DateTime,
    /// From UTC.
    pub offset: Option<Offset>,
}

/// A text that is no [`Taken`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no date with a time")]
pub struct TakenError(pub String);

/// `2023-11-21T09:10:00+08:00`, or without the last part.
impl fmt::Display for Taken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(offset) = self.offset else {
            return self.at.fmt(f);
        };
        let minutes = offset.seconds() / 60;
        let sign = if minutes < 0 { '-' } else { '+' };
        let minutes = minutes.unsigned_abs();
        write!(
            f,
            "{}{sign}{:02}:{:02}",
            self.at,
            minutes / 60,
            minutes % 60
        )
    }
}

impl FromStr for Taken {
    type Err = TakenError;

    fn from_str(text: &str) -> Result<Self, TakenError> {
        let wrong = || TakenError(text.to_owned());
        let (at, offset) = text.split_at_checked(19).ok_or_else(wrong)?;
        Ok(Self {
            at: at.parse().map_err(|_| wrong())?,
            offset: match offset {
                "" => None,
                offset => Some(offset_of(offset).ok_or_else(wrong)?),
            },
        })
    }
}

/// `+08:00` as an offset of less than a day.
pub(crate) fn offset_of(text: &str) -> Option<Offset> {
    let (sign, hours, minutes) = match text.as_bytes() {
        &[sign, a, b, b':', c, d] => (sign, number([a, b])?, number([c, d])?),
        _ => return None,
    };
    let seconds = (hours * 60 + minutes) * 60;
    match (sign, hours < 24 && minutes < 60) {
        (b'+', true) => Offset::from_seconds(seconds).ok(),
        (b'-', true) => Offset::from_seconds(-seconds).ok(),
        _ => None,
    }
}

fn number(digits: [u8; 2]) -> Option<i32> {
    let [tens, ones] = digits.map(|digit| char::from(digit).to_digit(10));
    i32::try_from(tens? * 10 + ones?).ok()
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_reads_back_from_its_text() {
        for text in [
            "2023-11-21T09:10:00",
            "2023-11-21T09:10:00+08:00",
            "2023-11-21T09:10:59-03:30",
            "2023-11-21T09:10:59+00:00",
        ] {
            assert_eq!(text.parse::<Taken>().unwrap().to_string(), text);
        }
        for text in [
            "",
            "2023-11-21",
            "2023-02-30T09:10:00",
            "2023-11-21T09:10:00+8:00",
            "2023-11-21T09:10:00+24:00",
            "2023-11-21T09:10:00*08:00",
        ] {
            assert!(text.parse::<Taken>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_position_is_on_earth() {
        assert!(Position::new(-90_000_000, 180_000_000).is_some());
        assert!(Position::new(-90_000_001, 0).is_none());
        assert!(Position::new(0, 180_000_001).is_none());
        assert!(Position::new(i32::MIN, i32::MIN).is_none());
    }
}
