//! JPEG, decoded at a half, a quarter or an eighth of its size where more is not needed: most of the time of a large photo
//! is saved by that.

use super::{Decoded, allowed, broken};
use crate::metadata::Metadata;
use crate::picture::Picture;
use crate::{Limits, PhotoError};
use jpeg_decoder::{CodingProcess, Decoder, ImageInfo, PixelFormat};

pub(super) fn decode(bytes: &[u8], edge: u16, limits: &Limits) -> Result<Decoded, PhotoError> {
    let mut decoder = Decoder::new(bytes);
    decoder.read_info().map_err(|error| broken(&error))?;
    let info = info(&decoder)?;
    let most = match info.coding_process {
        CodingProcess::DctSequential => limits.pixels_reduced,
        CodingProcess::DctProgressive | CodingProcess::Lossless => limits.pixels_whole,
    };
    allowed(info.width.into(), info.height.into(), most)?;
    let metadata = decoder.exif_data().map_or(Metadata::none(), Metadata::read);
    let (width, height) = decoder.scale(edge, edge).map_err(|error| broken(&error))?;
    let pixels = decoder.decode().map_err(|error| broken(&error))?;
    let size = (width.into(), height.into());
    Ok(Decoded {
        picture: match info.pixel_format {
            PixelFormat::RGB24 => Picture::reduced(size, pixels, |colours: [u8; 3]| colours),
            PixelFormat::CMYK32 => Picture::reduced(size, pixels, of_inks),
            PixelFormat::L8 => Picture::grey(size, &pixels, |[grey]| grey),
            PixelFormat::L16 => Picture::grey(size, &pixels, |bytes| {
                let [high, _] = u16::from_ne_bytes(bytes).to_be_bytes();
                high
            }),
        },
        metadata,
        lossy: true,
    })
}

fn info(decoder: &Decoder<&[u8]>) -> Result<ImageInfo, PhotoError> {
    let nothing = || PhotoError::Broken("it has no picture".to_owned());
    decoder.info().ok_or_else(nothing)
}

/// Cyan, magenta, yellow and black ink on white paper.
fn of_inks([cyan, magenta, yellow, black]: [u8; 4]) -> [u8; 3] {
    [cyan, magenta, yellow].map(|ink| {
        let light = u32::from(255 - ink) * u32::from(255 - black) / 255;
        u8::try_from(light).unwrap_or(u8::MAX)
    })
}
