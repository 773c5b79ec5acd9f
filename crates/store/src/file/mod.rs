//! One open competition file: creating, opening, migrating, settings.
//!
//! Safety: a file is made beside its place and moved there whole; an existing file is never overwritten; a file that is
//! not ours, newer or in use is refused in words before anything is changed in it.

mod create;
mod foreign;
mod head;
mod migrate;
mod open;
mod place;
mod settings;

pub use foreign::Foreign;

pub(crate) use foreign::log_of;
pub(crate) use place::{beside, free, settle_at};

use crate::StoreError;
use rusqlite::{Connection, OptionalExtension, Params, Row};
use std::ops::Deref;
use std::path::{Path, PathBuf};

/// SQLite's application id of a competition file: "TMBG".
pub const APPLICATION_ID: i32 = 0x544D_4247;

/// One open competition file. No other process can open it as long as it lives.
#[derive(Debug)]
pub struct Store(pub(crate) Contents);

/// What is in a competition file, for reading.
#[derive(Debug)]
pub struct Contents {
    pub(crate) connection: Connection,
    pub(crate) path: PathBuf,
}

impl Deref for Store {
    type Target = Contents;
    fn deref(&self) -> &Contents {
        &self.0
    }
}

impl Contents {
    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Closes the file, and says when its last writing failed.
    pub(crate) fn close(self) -> Result<(), StoreError> {
        Ok(self.connection.close().map_err(|(_, error)| error)?)
    }

    /// All rows of a query.
    pub(crate) fn rows<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(params, read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The first row of a query, if there is one.
    pub(crate) fn row<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row(params, read).optional()?)
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod words;
