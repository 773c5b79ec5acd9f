//! Small things that the program remembers with the competition, by key.

use crate::{Contents, StoreError, Write};

/// The value remembered under a key.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn get(contents: &Contents, key: &str) -> Result<Option<String>, StoreError> {
    contents.row("SELECT value FROM setting WHERE key = ?1", [key], |row| {
        row.get("value")
    })
}

/// Remembers a value under a key, in place of an earlier one.
///
/// # Errors
/// [`StoreError`] when it cannot be written.
pub fn put(write: &Write<'_>, key: &str, value: &str) -> Result<(), StoreError> {
    write
        .change(
            "INSERT INTO setting (key, value) VALUES (?1, ?2) \
             ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [key, value],
        )
        .map(|_| ())
}
