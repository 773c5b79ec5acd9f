//! Small things that the program remembers with the competition, by key.

use crate::{Contents, StoreError, Write};

/// The value remembered under a key.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn get(contents: &Contents, key: &str) -> Result<Option<String>, StoreError> {
    contents.row(include_str!("get.sql"), [key], |row| row.get("value"))
}

/// Remembers a value under a key, in place of an earlier one.
///
/// # Errors
/// [`StoreError`] when it cannot be written.
pub fn put(write: &Write<'_>, key: &str, value: &str) -> Result<(), StoreError> {
    write
        .change(include_str!("put.sql"), [key, value])
        .map(|_| ())
}
