//! What a file is, by its first bytes. Its name says nothing.

use std::fmt;

/// The kinds of image that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Jpeg,
    Png,
    Webp,
}

/// Kinds of image that are known and not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OtherKind {
    /// What iPhones write unless told otherwise.
    Heic,
    /// A picture coded as AV1.
    Avif,
    /// A picture of at most 256 colours, often moving.
    Gif,
    /// An uncompressed picture of Windows.
    Bmp,
    /// TIFF, and the raw pictures of cameras that are built like it.
    Tiff,
    /// JPEG XL.
    JpegXl,
}

impl OtherKind {
    pub(crate) const ALL: [Self; 6] = [
        Self::Heic,
        Self::Avif,
        Self::Gif,
        Self::Bmp,
        Self::Tiff,
        Self::JpegXl,
    ];
}

impl fmt::Display for OtherKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Heic => "HEIC",
            Self::Avif => "AVIF",
            Self::Gif => "GIF",
            Self::Bmp => "BMP",
            Self::Tiff => "TIFF",
            Self::JpegXl => "JPEG XL",
        })
    }
}

/// The kind of an image; None of what is no image.
pub(crate) fn kind(bytes: &[u8]) -> Option<Result<Kind, OtherKind>> {
    let other = |kind| Some(Err(kind));
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Some(Ok(Kind::Jpeg)),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some(Ok(Kind::Png)),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Some(Ok(Kind::Webp)),
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => match brand.first_chunk()? {
            b"avif" | b"avis" => other(OtherKind::Avif),
            b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1" => {
                other(OtherKind::Heic)
            }
            _ => None,
        },
        [b'G', b'I', b'F', b'8', ..] => other(OtherKind::Gif),
        // The four bytes of zeros are reserved in the head of a bitmap.
        [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => other(OtherKind::Bmp),
        [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => other(OtherKind::Tiff),
        [0xFF, 0x0A, ..] | [0, 0, 0, 12, b'J', b'X', b'L', b' ', ..] => other(OtherKind::JpegXl),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        let found = match kind(bytes) {
            Some(Ok(kind)) => format!("{kind:?}"),
            Some(Err(other)) => other.to_string(),
            None => "none".to_owned(),
        };
        assert_eq!(found, expected, "{bytes:?}");
    }

    #[test]
    fn kinds_are_known_by_their_first_bytes() {
        check(b"\xFF\xD8\xFF\xE0", "Jpeg");
        check(b"\x89PNG\r\n\x1A\n", "Png");
        check(b"RIFF\x10\0\0\0WEBPVP8 ", "Webp");
        check(b"RIFF\x10\0\0\0WAVEfmt ", "none");
        check(b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC");
        check(b"\0\0\0\x18ftypmif1\0\0\0\0", "HEIC");
        check(b"\0\0\0\x18ftypavif\0\0\0\0", "AVIF");
        check(b"\0\0\0\x18ftypisom\0\0\0\0", "none");
        check(b"GIF89a", "GIF");
        check(b"BM\x36\0\0\0\0\0\0\0\x36", "BMP");
        check(b"BMW, seri 3", "none");
        check(b"II\x2A\0\x08\0\0\0", "TIFF");
        check(b"\xFF\x0A\0", "JPEG XL");
        check(b"Bukan foto", "none");
        check(b"\0\0\0\x18ftyp", "none");
        check(b"", "none");
    }
}
