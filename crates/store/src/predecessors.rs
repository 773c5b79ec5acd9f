//! What entries were in an earlier competition: in the chair's file as the chair confirmed it, in a working copy as the packet
//! says. What an earlier file says is kept as it is given.

use crate::row::parsed;
use crate::undo::Noun;
use crate::{Contents, StoreError, Write};
use judging::EntryCode;
use rusqlite::Row;

/// What one entry was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPredecessor {
    /// The entry now.
    pub entry: EntryCode,
    /// All that is known of it then, as JSON.
    pub content: String,
    /// When the chair confirmed it, or the packet was opened, in seconds since 1970.
    pub confirmed_at: i64,
}

/// Adds what an entry was, or puts it in place of what was said before.
///
/// # Errors
/// [`StoreError::Unknown`] when the entry is not in the file.
pub fn put(write: &Write<'_>, predecessor: &KeptPredecessor) -> Result<(), StoreError> {
    let entry = predecessor.entry.as_str();
    write.about_to_change(Noun::Predecessor, &[entry])?;
    let done = write.change(
        "INSERT INTO predecessor (entry, content, confirmed_at) VALUES (?1, ?2, ?3) \
         ON CONFLICT (entry) DO UPDATE \
         SET content = excluded.content, confirmed_at = excluded.confirmed_at",
        (entry, &predecessor.content, predecessor.confirmed_at),
    );
    done.map(|_| ())
        .map_err(|error| error.named("entry", entry))
}

/// Forgets what an entry was; says whether something was known.
///
/// # Errors
/// [`StoreError`] when that cannot be written.
pub fn remove(write: &Write<'_>, entry: &EntryCode) -> Result<bool, StoreError> {
    write.about_to_change(Noun::Predecessor, &[entry.as_str()])?;
    let sql = "DELETE FROM predecessor WHERE entry = ?1";
    Ok(write.change(sql, [entry.as_str()])? > 0)
}

/// All of them, by entry.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn all(contents: &Contents) -> Result<Vec<KeptPredecessor>, StoreError> {
    let sql = "SELECT entry, content, confirmed_at FROM predecessor ORDER BY entry";
    contents.rows(sql, [], predecessor)
}

/// What the entry was, where that is known.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn get(contents: &Contents, entry: &EntryCode) -> Result<Option<KeptPredecessor>, StoreError> {
    let sql = "SELECT entry, content, confirmed_at FROM predecessor WHERE entry = ?1";
    contents.row(sql, [entry.as_str()], predecessor)
}

fn predecessor(row: &Row<'_>) -> rusqlite::Result<KeptPredecessor> {
    Ok(KeptPredecessor {
        entry: parsed(row, "entry")?,
        content: row.get("content")?,
        confirmed_at: row.get("confirmed_at")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::furnished;

    fn predecessor(entry: &str, title: &str) -> KeptPredecessor {
        KeptPredecessor {
            entry: entry.parse().unwrap(),
            content: format!("{{\"title\":\"{title}\"}}"),
            confirmed_at: 1,
        }
    }

    #[test]
    fn what_an_entry_was_reads_back_is_replaced_and_forgotten() {
        let (_folder, _, mut store) = furnished();
        for title in ["Lumbung", "Lumbung Desa"] {
            let known = predecessor("OPD-001", title);
            store.transact(|write| put(write, &known)).unwrap();
            assert_eq!(get(&store, &known.entry).unwrap().as_ref(), Some(&known));
            assert_eq!(all(&store).unwrap(), [known]);
        }
        let entry = "OPD-001".parse().unwrap();
        assert!(store.transact(|write| remove(write, &entry)).unwrap());
        assert!(!store.transact(|write| remove(write, &entry)).unwrap());
        assert_eq!(all(&store).unwrap(), []);
    }

    #[test]
    fn an_entry_that_is_not_here_was_nothing() {
        let (_folder, _, mut store) = furnished();
        let refused = store.transact(|write| put(write, &predecessor("OPD-999", "x")));
        assert!(matches!(
            refused,
            Err(StoreError::Unknown { noun: "entry", .. })
        ));
    }
}
