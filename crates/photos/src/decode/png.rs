use super::{Decoded, allowed, on_white, over_white};
use crate::metadata::Metadata;
use crate::picture::Picture;
use crate::{Limits, PhotoError};
use png::{ColorType, Decoder, DecodingError, Transformations};
use std::io::Cursor;

pub(super) fn decode(bytes: &[u8], limits: &Limits) -> Result<Decoded, PhotoError> {
    let failed = |error| failed(error, limits);
    let most = usize::try_from(limits.memory).unwrap_or(usize::MAX);
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), png::Limits { bytes: most });
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    let head = decoder.read_header_info().map_err(failed)?;
    allowed(head.width, head.height, limits.pixels_whole)?;
    let mut reader = decoder.read_info().map_err(failed)?;
    let early = reader.info().exif_metadata.as_deref().map(Metadata::read);
    let size = reader.output_buffer_size();
    let nothing = || PhotoError::Broken("it has no pixels".to_owned());
    let mut pixels = vec![0; size.ok_or_else(nothing)?];
    let frame = reader.next_frame(&mut pixels).map_err(failed)?;
    pixels.truncate(frame.buffer_size());
    // Some programs write it behind the pixels. A file that ends there is still a picture.
    let _ = reader.finish();
    let late = || reader.info().exif_metadata.as_deref().map(Metadata::read);
    let size = (frame.width, frame.height);
    Ok(Decoded {
        picture: match frame.color_type {
            ColorType::Rgb => Picture::reduced(size, pixels, |colours: [u8; 3]| colours),
            ColorType::Rgba => Picture::reduced(size, pixels, on_white),
            ColorType::Grayscale => Picture::grey(size, &pixels, |[grey]| grey),
            ColorType::GrayscaleAlpha => {
                Picture::grey(size, &pixels, |[grey, alpha]| over_white(grey, alpha))
            }
            ColorType::Indexed => return Err(nothing()),
        },
        metadata: early.or_else(late).unwrap_or(Metadata::none()),
        lossy: false,
    })
}

fn failed(error: DecodingError, limits: &Limits) -> PhotoError {
    match error {
        DecodingError::LimitsExceeded => PhotoError::TooMuchMemory(limits.memory),
        error => super::broken(&error),
    }
}
