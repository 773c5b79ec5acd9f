//! A picture as a JPEG without metadata.

use crate::picture::Picture;
use crate::{MOST_BYTES, PhotoError};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

/// Tried from the first on until the picture is small enough.
const QUALITIES: [u8; 8] = [80, 70, 60, 50, 40, 30, 20, 10];
/// A source that lost no detail, as a picture of a screen, is not made unreadable to be as small as it was.
const LEAST_OF_LOSSLESS: u8 = 50;

/// At most [`MOST_BYTES`] and as many as the source has, where a bearable quality gets there; otherwise as small as it gets.
pub(crate) fn encode(picture: &Picture, source: usize, lossy: bool) -> Result<Vec<u8>, PhotoError> {
    let most = source.min(MOST_BYTES);
    let bearable = |quality: &u8| lossy || source > MOST_BYTES || *quality >= LEAST_OF_LOSSLESS;
    let mut smallest = Vec::new();
    for quality in QUALITIES.into_iter().filter(bearable) {
        smallest = at(picture, quality)?;
        if smallest.len() <= most {
            break;
        }
    }
    Ok(smallest)
}

fn at(picture: &Picture, quality: u8) -> Result<Vec<u8>, PhotoError> {
    let edge = |length: u32| {
        u16::try_from(length).map_err(|_| PhotoError::Broken("it is too wide".to_owned()))
    };
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(SamplingFactor::R_4_2_0);
    encoder
        .encode(
            &picture.pixels,
            edge(picture.width)?,
            edge(picture.height)?,
            ColorType::Rgb,
        )
        .map_err(|error| PhotoError::Broken(error.to_string()))?;
    Ok(bytes)
}
