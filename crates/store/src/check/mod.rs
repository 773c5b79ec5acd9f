//! Whether a competition file is whole: the database itself, what refers to what, the journal's chain, and stored bytes
//! against the hashes that name them. Reads only.

mod blobs;

use crate::{Contents, StoreError, journal};

/// One thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// The database contradicts itself, in SQLite's words.
    #[error("database: {0}")]
    Structure(String),
    /// A row refers to one that is not there.
    #[error("a row of “{table}” refers to a row of “{parent}” that is not there")]
    Reference {
        /// Table of the row.
        table: String,
        /// Table in which the other row should be.
        parent: String,
    },
    /// The chain of the journal does not hold.
    #[error("journal: {0}")]
    Journal(#[from] journal::Break),
    /// Stored bytes are not those that their hash names.
    #[error("the bytes of {noun} {name} are not those that its hash names")]
    Bytes {
        /// What kind of thing.
        noun: &'static str,
        /// The name under which it is kept: a number or a hash.
        name: String,
    },
    /// A hand-over's bytes are not there.
    #[error("the bytes of hand-over {0} are missing")]
    Missing(judging::Hash),
}

/// All flaws of a file; none when it is whole.
///
/// # Errors
/// [`StoreError`] when the disk fails. What cannot be read because the file is damaged is a flaw.
pub fn check(contents: &Contents) -> Result<Vec<Flaw>, StoreError> {
    let chain = |contents: &Contents| {
        let breaks = journal::verify(contents)?;
        Ok(breaks.into_iter().map(Flaw::from).collect())
    };
    let mut flaws = structure(contents)?;
    for look in [references, chain, blobs::wrong, blobs::missing] {
        match look(contents) {
            Ok(found) => flaws.extend(found),
            Err(StoreError::Damaged(reason)) => flaws.push(Flaw::Structure(reason)),
            Err(error) => return Err(error),
        }
    }
    Ok(flaws)
}

/// What SQLite's own check finds.
pub(crate) fn structure(contents: &Contents) -> Result<Vec<Flaw>, StoreError> {
    let lines: Vec<String> = contents.rows("PRAGMA integrity_check", [], |row| {
        row.get("integrity_check")
    })?;
    let wrong = lines.into_iter().filter(|line| line != "ok");
    Ok(wrong.map(Flaw::Structure).collect())
}

fn references(contents: &Contents) -> Result<Vec<Flaw>, StoreError> {
    contents.rows("PRAGMA foreign_key_check", [], |row| {
        Ok(Flaw::Reference {
            table: row.get("table")?,
            parent: row.get("parent")?,
        })
    })
}

#[cfg(test)]
mod tests;
