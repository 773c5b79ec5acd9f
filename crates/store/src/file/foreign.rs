use super::{Contents, Store};
use crate::StoreError;
use crate::file::settings;
use std::ffi::OsString;
use std::ops::Deref;
use std::path::{Path, PathBuf};

/// A copy of somebody else's competition file, to look into. The original is only ever read, as bytes; the copy lies in
/// a folder for temporary files and vanishes with this value.
#[derive(Debug)]
pub struct Foreign {
    store: Store,
    _folder: tempfile::TempDir,
}

impl Deref for Foreign {
    type Target = Contents;
    fn deref(&self) -> &Contents {
        &self.store
    }
}

impl Store {
    /// Copies a competition file, with what its write-ahead log still holds, and opens the copy for reading.
    ///
    /// # Errors
    /// As [`Store::open`], and when there is no room for the copy.
    pub fn copy_of(path: &Path) -> Result<Foreign, StoreError> {
        copy_of(path).map_err(|error| match error {
            StoreError::At { cause, .. } => cause.at(path),
            error => error.at(path),
        })
    }
}

fn copy_of(path: &Path) -> Result<Foreign, StoreError> {
    super::head::look(path)?;
    let folder = tempfile::Builder::new().prefix("timbang-").tempdir()?;
    let copy = folder.path().join("copy.timbang");
    std::fs::copy(path, &copy)?;
    let log = log_of(path);
    if log.try_exists()? {
        std::fs::copy(log, log_of(&copy))?;
    }
    let mut store = Store::open(&copy)?;
    settings::pragma(&store.connection, "query_only = ON")?;
    path.clone_into(&mut store.0.path);
    Ok(Foreign {
        store,
        _folder: folder,
    })
}

/// The write-ahead log that lies beside a database in use, or after a crash.
pub fn log_of(path: &Path) -> PathBuf {
    let mut name = OsString::from(path);
    name.push("-wal");
    name.into()
}
