use super::{Contents, Store, head, migrate, settings};
use crate::StoreError;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;

impl Store {
    /// Opens a competition file for this process alone, and brings it to the latest format.
    ///
    /// # Errors
    /// [`StoreError::At`] with the reason: not there, not a competition file, from a newer version, in use, damaged,
    /// read-only. The file is then as it was.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        open(path).map_err(|error| error.at(path))
    }

    /// Writes everything into the one file, so that whoever copies it copies all. Also done when the store is dropped.
    ///
    /// # Errors
    /// [`StoreError`] when writing fails; nothing is lost then.
    pub fn gather(&mut self) -> Result<(), StoreError> {
        gather(self)
    }
}

/// Writes what is in the log into the file itself.
pub fn gather(contents: &Contents) -> Result<(), StoreError> {
    settings::pragma(&contents.connection, "wal_checkpoint(TRUNCATE)").map(|_| ())
}

fn open(path: &Path) -> Result<Store, StoreError> {
    head::look(path)?;
    let connection = connect(path)?;
    let known = migrate::LATEST;
    match migrate::version(&connection)? {
        found if found > known => Err(StoreError::Newer { found, known }),
        _ => migrate::recognise(&connection),
    }?;
    migrate::migrate(&connection)?;
    Ok(Store(Contents {
        connection,
        path: path.to_owned(),
    }))
}

/// A connection to an existing file, with all settings made and the file locked for this process.
pub fn connect(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    if connection.is_readonly("main")? {
        return Err(StoreError::ReadOnly);
    }
    settings::settle(&connection)?;
    connection.execute_batch("BEGIN IMMEDIATE; COMMIT")?;
    Ok(connection)
}
