//! What a file says of its picture, in EXIF. Each statement stands or falls alone: what is missing or makes no sense is
//! left out, and the rest is read.

mod device;
mod position;
mod time;

use exif::{Context, Exif, Field, In, Reader, Tag};
use judging::visit::{LocalTime, Position};

/// Bytes of EXIF that are read; a JPEG has room for no more.
const LONGEST: usize = 1 << 16;

/// What is known of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Metadata {
    pub taken: Option<LocalTime>,
    pub device: Option<String>,
    pub position: Option<Position>,
    /// From 1 to 8; 1 where nothing is said.
    pub orientation: u8,
}

impl Metadata {
    /// Of EXIF as it stands in a file, with or without the name that precedes it in a JPEG.
    pub fn read(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(b"Exif\0\0").unwrap_or(bytes);
        let bytes = &bytes[..bytes.len().min(LONGEST)];
        let read = Reader::new().continue_on_error(true).read_raw(bytes.into());
        match read.or_else(|error| error.distill_partial_result(|_| {})) {
            Ok(exif) => Self::of(&exif),
            Err(_) => Self::none(),
        }
    }

    /// Of a file that says nothing.
    pub const fn none() -> Self {
        Self {
            taken: None,
            device: None,
            position: None,
            orientation: 1,
        }
    }

    fn of(exif: &Exif) -> Self {
        Self {
            taken: time::taken(exif),
            device: device::device(exif),
            position: position::position(exif),
            orientation: orientation(exif),
        }
    }
}

fn orientation(exif: &Exif) -> u8 {
    let said = of_picture(exif, Tag::Orientation).and_then(|field| field.value.get_uint(0));
    let known = said.and_then(|number| u8::try_from(number).ok());
    known.filter(|number| (1..=8).contains(number)).unwrap_or(1)
}

/// What is said of the picture itself, not of its thumbnail.
fn of_picture(exif: &Exif, tag: Tag) -> Option<&Field> {
    exif.get_field(tag, In::PRIMARY)
}

/// The text of a tag until its first zero byte. Some phones write it as bytes of no type.
fn text(exif: &Exif, tag: Tag) -> Option<&[u8]> {
    use exif::Value;
    match &of_picture(exif, tag)?.value {
        Value::Ascii(texts) => texts.first().map(Vec::as_slice),
        Value::Byte(bytes) | Value::Undefined(bytes, _) => bytes.split(|byte| *byte == 0).next(),
        _ => None,
    }
}

/// Tags of the EXIF part that the library does not name.
const fn exif_tag(number: u16) -> Tag {
    Tag(Context::Exif, number)
}

#[cfg(test)]
mod tests;
