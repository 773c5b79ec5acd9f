use jiff::civil::DateTime;
use jiff::tz::Offset;
use std::fmt;
use std::str::FromStr;

/// A local time, with its distance from UTC where that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LocalTime {
    /// To the second.
    pub at: DateTime,
    /// From UTC.
    pub offset: Option<Offset>,
}

/// A text that is no [`LocalTime`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no date with a time")]
pub struct LocalTimeError(pub String);

/// `2023-11-21T09:10:00+08:00`, or without the last part.
impl fmt::Display for LocalTime {
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

impl FromStr for LocalTime {
    type Err = LocalTimeError;

    fn from_str(text: &str) -> Result<Self, LocalTimeError> {
        let wrong = || LocalTimeError(text.to_owned());
        let (at, offset) = text.split_at_checked(19).ok_or_else(wrong)?;
        Ok(Self {
            at: at.parse().map_err(|_| wrong())?,
            offset: match offset {
                "" => None,
                text => Some(self::offset(text).ok_or_else(wrong)?),
            },
        })
    }
}

/// `+08:00` as an offset of less than a day.
#[must_use]
pub fn offset(text: &str) -> Option<Offset> {
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

impl LocalTime {
    /// In seconds since 1970; none without a distance from UTC.
    #[must_use]
    pub fn seconds(self) -> Option<i64> {
        Some(self.offset?.to_timestamp(self.at).ok()?.as_second())
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
            assert_eq!(text.parse::<LocalTime>().unwrap().to_string(), text);
        }
        for text in [
            "",
            "2023-11-21",
            "2023-02-30T09:10:00",
            "2023-11-21T09:10:00+8:00",
            "2023-11-21T09:10:00+24:00",
            "2023-11-21T09:10:00*08:00",
        ] {
            assert!(text.parse::<LocalTime>().is_err(), "{text}");
        }
    }
}
