//! How a file comes to its place: made under another name in the same folder, then moved there whole.

use crate::StoreError;
use std::path::Path;
use tempfile::TempPath;

/// Refuses a path at which something is.
pub fn free(path: &Path) -> Result<(), StoreError> {
    if path.try_exists()? {
        return Err(StoreError::AlreadyThere);
    }
    Ok(())
}

/// An empty file in the folder of `path`, which vanishes again unless it is moved. Only its owner may read it.
pub fn beside(path: &Path) -> Result<TempPath, StoreError> {
    let file = tempfile::Builder::new()
        .prefix(".timbang-")
        .suffix(".new")
        .tempfile_in(folder(path))?;
    Ok(file.into_temp_path())
}

/// Moves a finished file to its place, unless something is there by now.
pub fn settle_at(beside: TempPath, path: &Path) -> Result<(), StoreError> {
    beside
        .persist_noclobber(path)
        .map_err(|failed| StoreError::from(failed.error))?;
    keep_name(folder(path))
}

/// Makes the name of a moved file survive a power cut.
#[cfg(unix)]
fn keep_name(folder: &Path) -> Result<(), StoreError> {
    Ok(std::fs::File::open(folder)?.sync_all()?)
}

/// NTFS keeps names in its own journal; a folder cannot be synchronised there.
#[cfg(not(unix))]
fn keep_name(_folder: &Path) -> Result<(), StoreError> {
    Ok(())
}

fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}
