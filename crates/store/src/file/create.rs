use super::place::{beside, free, settle_at};
use super::{APPLICATION_ID, Contents, Store, log_of, migrate, open};
use crate::competition::{self, Birth};
use crate::transact::within;
use crate::{StoreError, Write};
use std::path::{Path, PathBuf};

impl Store {
    /// Makes a new, empty competition file. See [`Store::create_with`].
    ///
    /// # Errors
    /// As [`Store::create_with`].
    pub fn create(path: &Path, birth: &Birth) -> Result<Self, StoreError> {
        Self::create_with(path, birth, |_| Ok(()))
    }

    /// Makes a new competition file and what belongs into it from the first moment. It is made under another name in the
    /// same folder and moved to its place whole: there is never half a file.
    ///
    /// # Errors
    /// [`StoreError::AlreadyThere`] rather than overwrite; that the folder is not there, read-only or full; or whatever
    /// `fill` returns. Then there is no new file.
    pub fn create_with<E: From<StoreError>>(
        path: &Path,
        birth: &Birth,
        fill: impl FnOnce(&Write<'_>) -> Result<(), E>,
    ) -> Result<Self, E> {
        let placed = |error: StoreError| E::from(error.at(path));
        let beside = free(path).and_then(|()| beside(path)).map_err(placed)?;
        let _log = LogOfUnfinished(log_of(&beside));
        let contents = blank(&beside).map_err(placed)?;
        within(&contents, |write| {
            competition::begin(write, birth)?;
            fill(write)
        })?;
        // Closing would gather it too, and say nothing where the disk has no room for it.
        open::gather(&contents)
            .and_then(|()| contents.close())
            .and_then(|()| settle_at(beside, path))
            .map_err(placed)?;
        Self::open(path).map_err(E::from)
    }
}

/// The write-ahead log of a file that is being made. On a full disk SQLite leaves it behind: it goes with the file.
struct LogOfUnfinished(PathBuf);

impl Drop for LogOfUnfinished {
    fn drop(&mut self) {
        // A file that was finished has none.
        let _ = std::fs::remove_file(&self.0);
    }
}

fn blank(beside: &Path) -> Result<Contents, StoreError> {
    let connection = open::connect(beside)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    migrate::migrate(&connection)?;
    Ok(Contents {
        connection,
        path: beside.to_owned(),
    })
}
