//! The entries for which the judge of this working copy stands aside.

use crate::row::parsed;
use crate::{Contents, StoreError, Write};
use judging::sheet::Recusal;
use judging::{EntryCode, StageCode};

/// Puts a recusal in place of an earlier one for its stage and entry.
///
/// # Errors
/// [`StoreError::Unknown`] when there is no such entry, [`StoreError::Forbidden`] when there is a sheet for it: the
/// judge's marks are not thrown away unasked.
pub fn put(write: &Write<'_>, recusal: &Recusal, at: i64) -> Result<(), StoreError> {
    let Recusal {
        stage,
        entry,
        reason,
    } = recusal;
    let done = write.change(
        include_str!("put.sql"),
        (stage.as_str(), entry.as_str(), reason, at),
    );
    done.map(|_| ())
        .map_err(|error| error.named("entry", entry))
}

/// Takes a recusal back; says whether there was one.
///
/// # Errors
/// [`StoreError`] when that cannot be written.
pub fn remove(write: &Write<'_>, stage: &StageCode, entry: &EntryCode) -> Result<bool, StoreError> {
    let params = (stage.as_str(), entry.as_str());
    Ok(write.change(include_str!("delete.sql"), params)? > 0)
}

/// All recusals, by stage and entry.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn all(contents: &Contents) -> Result<Vec<Recusal>, StoreError> {
    contents.rows(include_str!("all.sql"), [], |row| {
        Ok(Recusal {
            stage: parsed(row, "stage")?,
            entry: parsed(row, "entry")?,
            reason: row.get("reason")?,
        })
    })
}
