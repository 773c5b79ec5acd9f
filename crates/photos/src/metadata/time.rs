//! When the picture was taken.

use super::{exif_tag, text};
use exif::{Exif, Tag};
use jiff::civil::DateTime;
use judging::visit::{LocalTime, offset as offset_of};

/// Distance from UTC of the time the picture was taken, and of that it was digitized.
const OFFSET_TAKEN: Tag = exif_tag(0x9011);
const OFFSET_DIGITIZED: Tag = exif_tag(0x9012);

/// The time of the picture. When the file was last changed is another matter and not read.
pub(super) fn taken(exif: &Exif) -> Option<LocalTime> {
    let times = [
        (Tag::DateTimeOriginal, OFFSET_TAKEN),
        (Tag::DateTimeDigitized, OFFSET_DIGITIZED),
    ];
    times.into_iter().find_map(|(time, offset)| {
        let offset = text(exif, offset).and_then(|bytes| std::str::from_utf8(bytes).ok());
        Some(LocalTime {
            at: moment(text(exif, time)?)?,
            offset: offset.and_then(|text| offset_of(text.trim())),
        })
    })
}

/// `2023:11:21 09:10:00`; some phones put other signs between the numbers, or something behind them. A clock that was never
/// set writes the year 0.
fn moment(bytes: &[u8]) -> Option<DateTime> {
    let bytes = bytes.trim_ascii();
    let number = |from: usize, to: usize| -> Option<i16> {
        let digits = bytes.get(from..to)?;
        let all_digits = digits.iter().all(u8::is_ascii_digit);
        let text = std::str::from_utf8(digits).ok().filter(|_| all_digits)?;
        text.parse().ok()
    };
    let small = |from: usize| i8::try_from(number(from, from + 2)?).ok();
    let year = number(0, 4).filter(|year| *year >= 1900)?;
    DateTime::new(
        year,
        small(5)?,
        small(8)?,
        small(11)?,
        small(14)?,
        small(17)?,
        0,
    )
    .ok()
}
