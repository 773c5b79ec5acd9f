//! The rules, in all their revisions, as the text they were set with. What the text means is not known here.

use crate::{Contents, StoreError, Write, hash_of, row};
use judging::Hash;
use rusqlite::Row;

/// One revision of the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// 1, 2, 3 …
    pub number: u32,
    /// Hash of the text.
    pub hash: Hash,
    /// The canonical text.
    pub text: String,
    /// When it was set, in seconds since 1970.
    pub set_at: i64,
}

/// Sets new rules and gives the number of their revision. Their hash is that of the text's bytes.
///
/// # Errors
/// [`StoreError`] when they cannot be written.
pub fn set(write: &Write<'_>, text: &str, at: i64) -> Result<u32, StoreError> {
    let params = (hash_of(text.as_bytes()).0, text, at);
    let number = write.row(
        "INSERT INTO rules (revision, hash, text, set_at) \
         VALUES ((SELECT coalesce(max(revision), 0) + 1 FROM rules), ?1, ?2, ?3) \
         RETURNING revision",
        params,
        |row| row.get(0),
    )?;
    number.ok_or_else(|| StoreError::Damaged("the rules were given no revision".into()))
}

/// The rules that hold.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn current(contents: &Contents) -> Result<Option<Revision>, StoreError> {
    contents.row(
        "SELECT revision, hash, text, set_at FROM rules ORDER BY revision DESC LIMIT 1",
        [],
        revision,
    )
}

/// All revisions, the first one first.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn all(contents: &Contents) -> Result<Vec<Revision>, StoreError> {
    contents.rows(
        "SELECT revision, hash, text, set_at FROM rules ORDER BY revision",
        [],
        revision,
    )
}

fn revision(row: &Row<'_>) -> rusqlite::Result<Revision> {
    Ok(Revision {
        number: row.get("revision")?,
        hash: row::hash(row, "hash")?,
        text: row.get("text")?,
        set_at: row.get("set_at")?,
    })
}
