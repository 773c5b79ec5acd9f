use crate::undo::Record;
use crate::{Contents, Store, StoreError};
use rusqlite::{Params, TransactionBehavior};
use std::ops::Deref;

/// The right to change a competition file, inside one transaction. What has been written can be read through it.
pub struct Write<'a> {
    contents: &'a Contents,
    pub(crate) record: Record,
}

impl Store {
    /// Does `work` in one transaction: all of it is kept when it returns `Ok`, nothing when it returns `Err` or the
    /// program dies on the way. This is the only way to change a competition file.
    ///
    /// # Errors
    /// What `work` returns, or why the transaction could not begin or end.
    pub fn transact<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&Write<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        within(&self.0, work)
    }
}

/// Begins, works, and commits or rolls back. Callers hold the contents alone, so transactions never nest.
pub(crate) fn within<T, E: From<StoreError>>(
    contents: &Contents,
    work: impl FnOnce(&Write<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let placed = |error: rusqlite::Error| E::from(StoreError::from(error).at(&contents.path));
    let transaction =
        rusqlite::Transaction::new_unchecked(&contents.connection, TransactionBehavior::Immediate)
            .map_err(placed)?;
    let done = work(&Write {
        contents,
        record: Record::default(),
    })?;
    transaction.commit().map_err(placed)?;
    Ok(done)
}

impl Deref for Write<'_> {
    type Target = Contents;
    fn deref(&self) -> &Contents {
        self.contents
    }
}

impl Write<'_> {
    /// Runs one changing statement and says how many rows it changed.
    pub(crate) fn change(&self, sql: &str, params: impl Params) -> Result<usize, StoreError> {
        Ok(self.connection.prepare_cached(sql)?.execute(params)?)
    }
}
