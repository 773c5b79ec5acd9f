//! Photos of field reports, by the hash of their bytes.

use crate::{Contents, StoreError, Write, hash_of};
use judging::Hash;

/// Keeps a photo, unless it is here already, and gives its name.
///
/// # Errors
/// [`StoreError`] when it cannot be written.
pub fn keep(write: &Write<'_>, bytes: &[u8]) -> Result<Hash, StoreError> {
    let hash = hash_of(bytes);
    write.change(
        "INSERT INTO photo (hash, bytes) VALUES (?1, ?2) ON CONFLICT (hash) DO NOTHING",
        (hash.0, bytes),
    )?;
    Ok(hash)
}

/// The bytes of a photo.
///
/// # Errors
/// [`StoreError::Unknown`] when it is not here.
pub fn get(contents: &Contents, hash: Hash) -> Result<Vec<u8>, StoreError> {
    let found = contents.row("SELECT bytes FROM photo WHERE hash = ?1", [hash.0], |row| {
        row.get("bytes")
    })?;
    found.ok_or_else(|| StoreError::Unknown {
        noun: "photo",
        name: hash.to_string(),
    })
}
