//! Degrees, minutes and seconds as millionths of a degree.

use super::{of_picture, text};
use exif::{Exif, Tag, Value};
use judging::visit::Position;

/// A millionth of a millionth of a degree, in which the parts are added up.
const PARTS_OF_DEGREE: u128 = 1_000_000_000_000;
/// Of those in the millionth of a degree that is kept.
const PARTS_OF_MICRODEGREE: u128 = 1_000_000;

/// None without a sign for both, or where a phone without reception wrote zeros for all.
pub(super) fn position(exif: &Exif) -> Option<Position> {
    let latitude = axis(exif, Tag::GPSLatitude, Tag::GPSLatitudeRef, *b"NS")?;
    let longitude = axis(exif, Tag::GPSLongitude, Tag::GPSLongitudeRef, *b"EW")?;
    if (latitude, longitude) == (0, 0) {
        return None;
    }
    Position::new(latitude, longitude)
}

/// In millionths of a degree; `signs` are the letters of the positive and the negative half.
fn axis(exif: &Exif, value: Tag, reference: Tag, signs: [u8; 2]) -> Option<i32> {
    let degrees = microdegrees(&of_picture(exif, value)?.value)?;
    let letter = text(exif, reference)?
        .trim_ascii()
        .first()?
        .to_ascii_uppercase();
    match signs {
        [positive, _] if letter == positive => Some(degrees),
        [_, negative] if letter == negative => Some(-degrees),
        _ => None,
    }
}

/// Up to three fractions: degrees, minutes, seconds; never below zero.
fn microdegrees(value: &Value) -> Option<i32> {
    let mut fractions = Vec::new();
    match value {
        Value::Rational(parts) => fractions.extend(parts.iter().map(|part| (part.num, part.denom))),
        Value::SRational(parts) => {
            for part in parts {
                let fraction = (
                    u32::try_from(part.num).ok()?,
                    u32::try_from(part.denom).ok()?,
                );
                fractions.push(fraction);
            }
        }
        _ => return None,
    }
    // Degrees must be there; minutes or seconds of “0 by 0” are how some phones leave them out.
    let (_, 1..) = fractions.first()? else {
        return None;
    };
    let mut sum = 0;
    for (&(number, of), unit) in fractions.iter().zip([1, 60, 3600]) {
        sum += match (number, of) {
            (0, 0) => 0,
            (_, 0) => return None,
            (number, of) => u128::from(number) * PARTS_OF_DEGREE / (u128::from(of) * unit),
        };
    }
    i32::try_from((sum + PARTS_OF_MICRODEGREE / 2) / PARTS_OF_MICRODEGREE).ok()
}
