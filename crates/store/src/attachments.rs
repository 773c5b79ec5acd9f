//! What stands beside statements and may be left out of a file: texts for the chair alone, photos. Each is kept once, by the
//! hash of its bytes, which begin with a salt.

use crate::row::hash;
use crate::{Contents, StoreError, Write, hash_of};
use judging::Hash;
use std::collections::BTreeSet;

/// Keeps an attachment, unless it is here already, and gives its name.
///
/// # Errors
/// [`StoreError`] when it cannot be written.
pub fn keep(write: &Write<'_>, bytes: &[u8]) -> Result<Hash, StoreError> {
    let hash = hash_of(bytes);
    write.change(
        "INSERT INTO attachment (hash, bytes) VALUES (?1, ?2) ON CONFLICT (hash) DO NOTHING",
        (hash.0, bytes),
    )?;
    Ok(hash)
}

/// The bytes of an attachment; `None` when it is not here.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn get(contents: &Contents, name: Hash) -> Result<Option<Vec<u8>>, StoreError> {
    let sql = "SELECT bytes FROM attachment WHERE hash = ?1";
    contents.row(sql, [name.0], |row| row.get("bytes"))
}

/// The names of all attachments that are here.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn names(contents: &Contents) -> Result<BTreeSet<Hash>, StoreError> {
    let names = contents.rows("SELECT hash FROM attachment", [], |row| hash(row, "hash"))?;
    Ok(names.into_iter().collect())
}

/// Notes that the file of an own hand-over held this attachment; where an earlier one did, that stays.
///
/// # Errors
/// [`StoreError`] when it cannot be written.
pub fn handed_over(write: &Write<'_>, name: Hash, number: u32) -> Result<(), StoreError> {
    write.change(
        "UPDATE attachment SET handed_over = ?2 WHERE hash = ?1 AND handed_over IS NULL",
        (name.0, number),
    )?;
    Ok(())
}

/// The names of the attachments that the file of an own hand-over held.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn all_handed_over(contents: &Contents) -> Result<BTreeSet<Hash>, StoreError> {
    let sql = "SELECT hash FROM attachment WHERE handed_over IS NOT NULL";
    let names = contents.rows(sql, [], |row| hash(row, "hash"))?;
    Ok(names.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::furnished;

    #[test]
    fn an_attachment_is_kept_once_and_remembers_the_first_file_that_held_it() {
        let (_folder, _, mut store) = furnished();
        let keep_both = |write: &Write<'_>| {
            let kept = (keep(write, b"one")?, keep(write, b"two")?);
            handed_over(write, kept.0, 3)?;
            handed_over(write, kept.0, 4)?;
            Ok::<_, StoreError>(kept)
        };
        let (one, two) = store.transact(keep_both).unwrap();
        assert_eq!(store.transact(keep_both).unwrap(), (one, two));
        assert_eq!(get(&store, one).unwrap().as_deref(), Some(&b"one"[..]));
        assert_eq!(get(&store, Hash([0; 32])).unwrap(), None);
        assert_eq!(names(&store).unwrap(), [one, two].into());
        assert_eq!(all_handed_over(&store).unwrap(), [one].into());
    }
}
