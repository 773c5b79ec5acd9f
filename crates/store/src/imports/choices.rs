//! What the secretariat answered about doubtful rows. A row is named by a key that the caller makes from what it says,
//! so that the same row is known again in the next, grown file.

use crate::row::parsed;
use crate::undo::Noun;
use crate::{Contents, StoreError, Write};
use judging::EntryCode;
use judging::entry::RowAnswer;
use std::collections::BTreeMap;

/// What is to become of a doubtful row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// It is an entry of its own.
    Keep,
    /// It is no entry.
    Drop,
    /// It speaks of this entry.
    Merge(EntryCode),
}

impl Choice {
    /// The answer it remembers.
    #[must_use]
    pub const fn answer(&self) -> RowAnswer {
        match self {
            Self::Keep => RowAnswer::Keep,
            Self::Drop => RowAnswer::Drop,
            Self::Merge(_) => RowAnswer::Merge,
        }
    }
}

/// Remembers an answer, in place of an earlier one for the same row.
///
/// # Errors
/// [`StoreError::Unknown`] when the entry to merge into is not there.
pub fn put_choice(
    write: &Write<'_>,
    row_key: &str,
    choice: &Choice,
    at: i64,
) -> Result<(), StoreError> {
    write.about_to_change(Noun::Choice, &[row_key])?;
    let entry = match choice {
        Choice::Merge(entry) => Some(entry.as_str()),
        Choice::Keep | Choice::Drop => None,
    };
    let params = (row_key, choice.answer().code(), entry, at);
    let done = write.change(
        "INSERT INTO import_choice (row_key, choice, entry, at) VALUES (?1, ?2, ?3, ?4) \
         ON CONFLICT (row_key) \
         DO UPDATE SET choice = excluded.choice, entry = excluded.entry, at = excluded.at",
        params,
    );
    done.map(|_| ())
        .map_err(|error| error.named("entry", entry.unwrap_or_default()))
}

/// All answers, by row.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn choices(contents: &Contents) -> Result<BTreeMap<String, Choice>, StoreError> {
    let rows = contents.rows(
        "SELECT row_key, choice, entry FROM import_choice",
        [],
        |row| {
            let choice = match parsed(row, "choice")? {
                RowAnswer::Keep => Choice::Keep,
                RowAnswer::Drop => Choice::Drop,
                RowAnswer::Merge => Choice::Merge(parsed(row, "entry")?),
            };
            Ok((row.get("row_key")?, choice))
        },
    )?;
    Ok(rows.into_iter().collect())
}
