use super::{Decoded, allowed, on_white};
use crate::metadata::Metadata;
use crate::picture::Picture;
use crate::{Limits, PhotoError};
use image_webp::{DecodingError, WebPDecoder};
use std::io::Cursor;

pub(super) fn decode(bytes: &[u8], limits: &Limits) -> Result<Decoded, PhotoError> {
    let failed = |error| failed(&error, limits);
    let mut decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(failed)?;
    decoder.set_memory_limit(usize::try_from(limits.memory).unwrap_or(usize::MAX));
    let (width, height) = decoder.dimensions();
    let size = allowed(width, height, limits.pixels_whole)?;
    let exif = decoder.exif_metadata().map_err(failed)?;
    let metadata = exif.as_deref().map_or(Metadata::none(), Metadata::read);
    let nothing = || PhotoError::Broken("it has no pixels".to_owned());
    let mut pixels = vec![0; decoder.output_buffer_size().ok_or_else(nothing)?];
    decoder.read_image(&mut pixels).map_err(failed)?;
    Ok(Decoded {
        picture: if decoder.has_alpha() {
            Picture::reduced(size, pixels, on_white)
        } else {
            Picture::reduced(size, pixels, |colours: [u8; 3]| colours)
        },
        metadata,
        lossy: decoder.is_lossy(),
    })
}

fn failed(error: &DecodingError, limits: &Limits) -> PhotoError {
    match error {
        DecodingError::MemoryLimitExceeded => PhotoError::TooMuchMemory(limits.memory),
        error => super::broken(error),
    }
}
