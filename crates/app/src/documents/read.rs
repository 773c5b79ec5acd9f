//! Files of people, read whole, but never more than they may be.

use crate::Error;
use std::path::Path;

/// The most that any file people send each other may have, in bytes: some hundred photos.
const LARGEST: u64 = 1 << 30;

/// A packet, hand-over, result pack or backup of keys.
///
/// # Errors
/// That it cannot be read, or is larger than any of them.
pub(crate) fn read_small(file: &Path) -> Result<Vec<u8>, Error> {
    read_within(file, LARGEST)
}

/// A file of at most so many bytes.
///
/// # Errors
/// That it cannot be read, is a folder, or is larger.
pub(crate) fn read_within(file: &Path, most: u64) -> Result<Vec<u8>, Error> {
    let unreadable = |error: std::io::Error| Error::reading(file, &error);
    let data = std::fs::metadata(file).map_err(unreadable)?;
    if !data.is_file() {
        return Err(Error::new("not-a-file", "this is not a file").in_file(file));
    }
    if data.len() > most {
        return Err(Error::new(
            "too-large",
            format!(
                "it has {} bytes, more than the {most} that are taken",
                data.len()
            ),
        )
        .in_file(file));
    }
    std::fs::read(file).map_err(unreadable)
}
