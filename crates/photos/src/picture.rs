//! A decoded picture, made smaller.

use crate::PhotoError;
use fast_image_resize::images::Image;
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};

/// Pixels of red, green and blue, row by row from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    pub width: u32,
    pub height: u32,
    pub pixels: Vec<u8>,
}

impl Picture {
    /// Pixels of `N` bytes in place of which those that `colour` makes stand; the memory is the same.
    pub fn reduced<const N: usize>(
        (width, height): (u32, u32),
        mut pixels: Vec<u8>,
        colour: impl Fn([u8; N]) -> [u8; 3],
    ) -> Self {
        let count = pixels.len() / N;
        for pixel in 0..count {
            let mut bytes = [0; N];
            bytes.copy_from_slice(&pixels[pixel * N..][..N]);
            pixels[pixel * 3..][..3].copy_from_slice(&colour(bytes));
        }
        pixels.truncate(count * 3);
        Self {
            width,
            height,
            pixels,
        }
    }

    /// Of grey pixels of `N` bytes, those that `grey` makes.
    pub fn grey<const N: usize>(
        (width, height): (u32, u32),
        pixels: &[u8],
        grey: impl Fn([u8; N]) -> u8,
    ) -> Self {
        let (pixels, _) = pixels.as_chunks();
        Self {
            width,
            height,
            pixels: pixels.iter().flat_map(|pixel| [grey(*pixel); 3]).collect(),
        }
    }

    /// Small enough that no edge has more than so many pixels; never larger than it was.
    pub fn at_most(self, edge: u32) -> Result<Self, PhotoError> {
        let longest = self.width.max(self.height);
        if longest <= edge {
            return Ok(self);
        }
        let scaled = |length: u32| {
            let scaled = (u64::from(length) * u64::from(edge) * 2 + u64::from(longest))
                / (u64::from(longest) * 2);
            u32::try_from(scaled).unwrap_or(edge).max(1)
        };
        let (width, height) = (scaled(self.width), scaled(self.height));
        let wrong = |error: &dyn std::error::Error| PhotoError::Broken(error.to_string());
        let source = Image::from_vec_u8(self.width, self.height, self.pixels, PixelType::U8x3)
            .map_err(|error| wrong(&error))?;
        let mut smaller = Image::new(width, height, PixelType::U8x3);
        let options =
            ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom));
        Resizer::new()
            .resize(&source, &mut smaller, &options)
            .map_err(|error| wrong(&error))?;
        Ok(Self {
            width,
            height,
            pixels: smaller.into_vec(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check((width, height): (u32, u32), edge: u32, expected: (u32, u32)) {
        let pixels = vec![9; width as usize * height as usize * 3];
        let picture = Picture {
            width,
            height,
            pixels,
        };
        let smaller = picture.at_most(edge).unwrap();
        assert_eq!((smaller.width, smaller.height), expected);
        let bytes = smaller.width * smaller.height * 3;
        assert_eq!(smaller.pixels, vec![9; bytes as usize]);
    }

    #[test]
    fn the_longer_edge_decides_and_nothing_grows() {
        check((400, 300), 160, (160, 120));
        check((300, 400), 160, (120, 160));
        check((160, 160), 160, (160, 160));
        check((161, 1), 160, (160, 1));
        check((1, 5000), 160, (1, 160));
        check((30, 20), 160, (30, 20));
        check((1000, 667), 160, (160, 107));
    }

    #[test]
    fn pixels_are_changed_in_place() {
        let picture = Picture::reduced((2, 1), vec![1, 2, 3, 4, 5, 6, 7, 8], |[r, g, b, a]| {
            [r + a, g, b]
        });
        assert_eq!(picture.pixels, [5, 2, 3, 13, 6, 7]);
        let picture = Picture::grey((2, 1), &[1, 0, 5, 0], |[grey, _]| grey);
        assert_eq!(picture.pixels, [1, 1, 1, 5, 5, 5]);
    }
}
