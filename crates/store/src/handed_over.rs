//! The hand-overs that this device made, as signed, without attachments. The next one continues the last.

use crate::{Contents, StoreError, Write, hash_of, row};
use judging::Hash;
use rusqlite::Row;

/// One hand-over as it went out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedOver {
    /// 1, 2, 3 …
    pub number: u32,
    /// Its name: the hash of what is signed in it.
    pub hash: Hash,
    /// When, in seconds since 1970.
    pub made_at: i64,
    /// As signed, without attachments.
    pub bytes: Vec<u8>,
}

/// Keeps a hand-over that was made.
///
/// # Errors
/// [`StoreError::Exists`] when there is one of that number.
pub fn add(write: &Write<'_>, made: &HandedOver) -> Result<(), StoreError> {
    let digest = hash_of(&made.bytes);
    let done = write.change(
        "INSERT INTO handed_over (number, hash, made_at, digest, bytes) \
         VALUES (?1, ?2, ?3, ?4, ?5)",
        (
            made.number,
            made.hash.0,
            made.made_at,
            digest.0,
            &made.bytes,
        ),
    );
    done.map(|_| ())
        .map_err(|error| error.named("hand-over", made.number))
}

/// The last one.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn last(contents: &Contents) -> Result<Option<HandedOver>, StoreError> {
    contents.row(
        "SELECT number, hash, made_at, bytes FROM handed_over ORDER BY number DESC LIMIT 1",
        [],
        handed_over,
    )
}

/// All of them, by number.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn all(contents: &Contents) -> Result<Vec<HandedOver>, StoreError> {
    contents.rows(
        "SELECT number, hash, made_at, bytes FROM handed_over ORDER BY number",
        [],
        handed_over,
    )
}

fn handed_over(row: &Row<'_>) -> rusqlite::Result<HandedOver> {
    Ok(HandedOver {
        number: row.get("number")?,
        hash: row::hash(row, "hash")?,
        made_at: row.get("made_at")?,
        bytes: row.get("bytes")?,
    })
}
