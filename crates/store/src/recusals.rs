//! The entries for which the judge of this working copy stands aside.

use crate::row::parsed;
use crate::undo::Noun;
use crate::{Contents, StoreError, Write};
use judging::sheet::Recusal;
use judging::{EntryCode, StageCode};

/// Puts a recusal in place of an earlier one for its stage and entry.
///
/// # Errors
/// [`StoreError::Unknown`] when there is no such entry, [`StoreError::Forbidden`] when there is a sheet for it: the
/// judge's marks are not thrown away unasked.
pub fn put(write: &Write<'_>, recusal: &Recusal, at: i64) -> Result<(), StoreError> {
    let key = [recusal.stage.as_str(), recusal.entry.as_str()];
    write.about_to_change(Noun::Recusal, &key)?;
    let Recusal {
        stage,
        entry,
        reason,
    } = recusal;
    let done = write.change(
        "INSERT INTO recusal (stage, entry, reason, at) VALUES (?1, ?2, ?3, ?4) \
         ON CONFLICT (stage, entry) DO UPDATE SET reason = excluded.reason, at = excluded.at",
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
    write.about_to_change(Noun::Recusal, &[stage.as_str(), entry.as_str()])?;
    let params = (stage.as_str(), entry.as_str());
    Ok(write.change(
        "DELETE FROM recusal WHERE stage = ?1 AND entry = ?2",
        params,
    )? > 0)
}

/// All recusals, by stage and entry.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn all(contents: &Contents) -> Result<Vec<Recusal>, StoreError> {
    contents.rows(
        "SELECT stage, entry, reason FROM recusal ORDER BY stage, entry",
        [],
        |row| {
            Ok(Recusal {
                stage: parsed(row, "stage")?,
                entry: parsed(row, "entry")?,
                reason: row.get("reason")?,
            })
        },
    )
}
