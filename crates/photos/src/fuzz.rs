//! What is fuzzed, with the laws that must hold on any input. The corpus in `fuzz/corpus` is replayed by the tests.

use crate::metadata::Metadata;
use crate::work::{guarded, make};
use crate::{LONGEST_EDGE, Limits, plain, wire};

/// EXIF as it stands in a file: what is read of it can be shown and reads back as the parent reads it.
pub fn exif(data: &[u8]) {
    let metadata = Metadata::read(data);
    assert!((1..=8).contains(&metadata.orientation));
    if let Some(device) = &metadata.device {
        assert!(device.chars().count() <= 80);
        assert!(!device.chars().any(char::is_control));
    }
    if let Some(taken) = metadata.taken {
        assert_eq!(taken.to_string().parse(), Ok(taken));
    }
}

/// A photo's file: what is kept of it is a plain picture of an allowed size, and the parent reads what the child sends.
/// Smaller limits than in use make a fast fuzzer; a library's panic is a damaged file there as here.
pub fn photo(data: &[u8]) {
    let limits = Limits {
        pixels_reduced: 4_000_000,
        pixels_whole: 1_000_000,
        memory: 64 << 20,
        ..Limits::default()
    };
    let made = guarded(|| make(data, &limits));
    let expected = match &made {
        Ok(made) => Ok(made.clone()),
        Err(refused) => Err(refused.name()),
    };
    let received = wire::read(&wire::write(made)).map_err(|refused| refused.name());
    if let Ok(made) = &received {
        let size = plain::size(&made.bytes);
        assert!(size.is_some_and(|(width, height)| width.max(height) <= LONGEST_EDGE));
    }
    // The child has turned the picture already.
    let upright = expected.map(|mut made| {
        made.metadata.orientation = 1;
        made
    });
    assert_eq!(received, upright);
}

#[cfg(test)]
mod tests {
    use super::*;
    use sandbox::corpus::{replay, vary};

    const HERE: &str = env!("CARGO_MANIFEST_DIR");

    #[test]
    fn the_corpus_of_exif_holds() {
        replay(HERE, "exif", exif).unwrap();
    }

    #[test]
    fn the_corpus_of_photos_holds() {
        replay(HERE, "photo", photo).unwrap();
    }

    #[test]
    fn varied_exif_holds() {
        vary(HERE, "exif", 2_000, exif).unwrap();
    }

    #[test]
    fn varied_photos_hold() {
        vary(HERE, "photo", 100, photo).unwrap();
    }
}
