//! Files of people: read whole, but never more than they may be, and written whole or not at all.

use crate::Error;
use std::io::Write as _;
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

/// Writes a file beside its place and moves it there, so that there is never half a file.
///
/// # Errors
/// `file-unwritable`; then what was there before stays.
pub(crate) fn put(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let unwritable = |error: std::io::Error| Error::writing(path, &error);
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let mut beside = beside().tempfile_in(folder).map_err(unwritable)?;
    beside.write_all(bytes).map_err(unwritable)?;
    beside.as_file().sync_all().map_err(unwritable)?;
    beside
        .persist(path)
        .map_err(|failed| unwritable(failed.error))?;
    Ok(())
}

/// A document is for others too: it gets the rights that any new file of this user has.
#[cfg(unix)]
fn beside() -> tempfile::Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt as _;
    let mut beside = tempfile::Builder::new();
    beside
        .prefix(".timbang-")
        .permissions(std::fs::Permissions::from_mode(0o666));
    beside
}

#[cfg(not(unix))]
fn beside() -> tempfile::Builder<'static, 'static> {
    let mut beside = tempfile::Builder::new();
    beside.prefix(".timbang-");
    beside
}
