//! From the bytes of a file to its pixels, and what its head says.

mod jpeg;
mod png;
mod webp;

use crate::kind::{Kind, kind};
use crate::metadata::Metadata;
use crate::picture::Picture;
use crate::{Limits, PhotoError};

/// A file, decoded: not turned yet, and not smaller than `edge` unless the picture is.
pub(crate) struct Decoded {
    pub picture: Picture,
    pub metadata: Metadata,
    /// Whether the source had thrown away detail as a JPEG does.
    pub lossy: bool,
}

/// Decodes a picture of which no more than `edge` pixels of the longer edge are needed.
pub(crate) fn decode(bytes: &[u8], edge: u16, limits: &Limits) -> Result<Decoded, PhotoError> {
    match kind(bytes) {
        None => Err(PhotoError::NotAnImage),
        Some(Err(other)) => Err(PhotoError::KindNotRead(other)),
        Some(Ok(Kind::Jpeg)) => jpeg::decode(bytes, edge, limits),
        Some(Ok(Kind::Png)) => png::decode(bytes, limits),
        Some(Ok(Kind::Webp)) => webp::decode(bytes, limits),
    }
}

/// The size that the head of a file claims, where it is no larger than allowed.
fn allowed(width: u32, height: u32, most: u64) -> Result<(u32, u32), PhotoError> {
    if width == 0 || height == 0 {
        return Err(PhotoError::Broken("it has no pixels".to_owned()));
    }
    if u64::from(width) * u64::from(height) > most {
        return Err(PhotoError::TooManyPixels {
            width,
            height,
            most,
        });
    }
    Ok((width, height))
}

fn broken(error: &dyn std::error::Error) -> PhotoError {
    PhotoError::Broken(error.to_string())
}

/// A pixel as it looks on white paper.
fn on_white([red, green, blue, alpha]: [u8; 4]) -> [u8; 3] {
    [red, green, blue].map(|colour| over_white(colour, alpha))
}

fn over_white(colour: u8, alpha: u8) -> u8 {
    let white = 255 - u32::from(alpha);
    let mixed = (u32::from(colour) * u32::from(alpha) + 255 * white + 127) / 255;
    u8::try_from(mixed).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_transparent_picture_lies_on_white() {
        assert_eq!(on_white([10, 20, 30, 255]), [10, 20, 30]);
        assert_eq!(on_white([10, 20, 30, 0]), [255, 255, 255]);
        assert_eq!(on_white([0, 100, 255, 128]), [127, 177, 255]);
    }

    #[test]
    fn a_size_is_allowed_up_to_the_limit() {
        assert_eq!(allowed(20, 5, 100).unwrap(), (20, 5));
        assert!(allowed(21, 5, 100).is_err());
        assert!(allowed(u32::MAX, u32::MAX, u64::MAX - 1).is_ok());
        assert!(allowed(0, 5, 100).is_err());
    }
}
