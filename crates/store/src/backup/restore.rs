use super::make::copy_beside;
use crate::file::{log_of, settle_at};
use crate::{Contents, Store, StoreError, check};
use std::path::Path;

/// Puts a backup in the place of a competition file, which must not be open. The backup is verified first; the present
/// file, whatever state it is in, is moved to `aside` with its write-ahead log.
///
/// # Errors
/// [`StoreError::At`]: the backup is not whole, `aside` is taken, the present file is in use, or a file cannot be moved.
pub fn restore(backup: &Path, path: &Path, aside: &Path) -> Result<(), StoreError> {
    let copy = Store::copy_of(backup)?;
    if let Some(flaw) = check::check(&copy)?.first() {
        return Err(StoreError::Damaged(flaw.to_string()).at(backup));
    }
    if aside.try_exists().map_err(StoreError::from)? {
        return Err(StoreError::AlreadyThere.at(aside));
    }
    if let Err(error) = Store::open(path)
        && matches!(error.cause(), StoreError::InUse)
    {
        return Err(error);
    }
    put_back(&copy, path, aside).map_err(|error| error.at(path))
}

fn put_back(copy: &Contents, path: &Path, aside: &Path) -> Result<(), StoreError> {
    let beside = copy_beside(copy, path)?;
    if path.try_exists()? {
        std::fs::rename(path, aside)?;
    }
    let log = log_of(path);
    if log.try_exists()? {
        std::fs::rename(log, log_of(aside))?;
    }
    settle_at(beside, path)
}
