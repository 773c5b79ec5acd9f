use crate::file::{beside, free, settle_at};
use crate::{Contents, StoreError, check};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::path::Path;
use tempfile::TempPath;

/// Pages copied in one go: 4 MB.
const STEP: i32 = 1000;

/// Copies the file as it is now to a new one at `path`, verifies the copy, and only then lets it have its name.
///
/// # Errors
/// [`StoreError::At`] with the path: a file is there already, no room, read-only, or the copy did not verify
/// ([`StoreError::Damaged`]).
pub fn backup_to(contents: &Contents, path: &Path) -> Result<(), StoreError> {
    free(path)
        .and_then(|()| copy_beside(contents, path))
        .and_then(|copy| settle_at(copy, path))
        .map_err(|error| error.at(path))
}

/// A verified copy in the folder of `path`, which vanishes unless it is moved.
pub fn copy_beside(contents: &Contents, path: &Path) -> Result<TempPath, StoreError> {
    let beside = beside(path)?;
    let mut connection = Connection::open(&beside)?;
    let backup = Backup::new(&contents.connection, &mut connection)?;
    loop {
        match backup.step(STEP)? {
            StepResult::Done => break,
            StepResult::More => {}
            _ => return Err(StoreError::InUse),
        }
    }
    drop(backup);
    let copy = Contents {
        connection,
        path: beside.to_path_buf(),
    };
    if let Some(flaw) = check::structure(&copy)?.first() {
        return Err(StoreError::Damaged(format!("in the copy: {flaw}")));
    }
    copy.close()?;
    Ok(beside)
}
