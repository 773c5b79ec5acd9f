//! The chair's decisions, as signed. They are only ever added.

use crate::{Contents, StoreError, Write, hash_of, row};
use judging::Hash;

/// One decision as it was signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// 1, 2, 3 … in the competition.
    pub number: u32,
    /// Its name: the hash of what is signed in it.
    pub hash: Hash,
    /// Verbatim.
    pub bytes: Vec<u8>,
}

/// The number that the next decision takes.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn next_number(contents: &Contents) -> Result<u32, StoreError> {
    let sql = "SELECT coalesce(max(number), 0) + 1 AS number FROM decision";
    let number = contents.row(sql, [], |row| row.get("number"))?;
    Ok(number.unwrap_or(1))
}

/// Adds a decision.
///
/// # Errors
/// [`StoreError::Exists`] when there is one of that number or name.
pub fn add(write: &Write<'_>, number: u32, hash: Hash, bytes: &[u8]) -> Result<(), StoreError> {
    let done = write.change(
        "INSERT INTO decision (number, hash, digest, bytes) VALUES (?1, ?2, ?3, ?4)",
        (number, hash.0, hash_of(bytes).0, bytes),
    );
    done.map(|_| ())
        .map_err(|error| error.named("decision", number))
}

/// All decisions, by number.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn all(contents: &Contents) -> Result<Vec<Signed>, StoreError> {
    contents.rows(
        "SELECT number, hash, bytes FROM decision ORDER BY number",
        [],
        |row| {
            Ok(Signed {
                number: row.get("number")?,
                hash: row::hash(row, "hash")?,
                bytes: row.get("bytes")?,
            })
        },
    )
}
