//! The private notes of the judge of this working copy, one a sheet.

use crate::row::parsed;
use crate::undo::Noun;
use crate::{Contents, StoreError, Write};
use judging::{EntryCode, StageCode};
use rusqlite::Row;

/// What the judge noted for nobody else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// In which stage.
    pub stage: StageCode,
    /// Of which entry.
    pub entry: EntryCode,
    /// Not empty.
    pub text: String,
    /// Whether the judge chose that it goes along with a hand-over.
    pub hand_over: bool,
}

/// Puts a note in place of an earlier one for its stage and entry.
///
/// # Errors
/// [`StoreError::Unknown`] when there is no such entry.
pub fn put(write: &Write<'_>, note: &Note) -> Result<(), StoreError> {
    let (stage, entry) = (note.stage.as_str(), note.entry.as_str());
    write.about_to_change(Noun::Note, &[stage, entry])?;
    let done = write.change(
        "INSERT INTO note (stage, entry, text, hand_over) VALUES (?1, ?2, ?3, ?4) \
         ON CONFLICT (stage, entry) DO UPDATE \
         SET text = excluded.text, hand_over = excluded.hand_over",
        (stage, entry, &note.text, note.hand_over),
    );
    done.map(|_| ())
        .map_err(|error| error.named("entry", entry))
}

/// Takes a note away; says whether there was one.
///
/// # Errors
/// [`StoreError`] when that cannot be written.
pub fn remove(write: &Write<'_>, stage: &StageCode, entry: &EntryCode) -> Result<bool, StoreError> {
    let of = (stage.as_str(), entry.as_str());
    write.about_to_change(Noun::Note, &[of.0, of.1])?;
    Ok(write.change("DELETE FROM note WHERE stage = ?1 AND entry = ?2", of)? > 0)
}

/// The note for a stage and entry.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn get(
    contents: &Contents,
    stage: &StageCode,
    entry: &EntryCode,
) -> Result<Option<Note>, StoreError> {
    let sql = "SELECT stage, entry, text, hand_over FROM note WHERE stage = ?1 AND entry = ?2";
    contents.row(sql, (stage.as_str(), entry.as_str()), note)
}

/// All notes, by stage and entry.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn all(contents: &Contents) -> Result<Vec<Note>, StoreError> {
    let sql = "SELECT stage, entry, text, hand_over FROM note ORDER BY stage, entry";
    contents.rows(sql, [], note)
}

fn note(row: &Row<'_>) -> rusqlite::Result<Note> {
    Ok(Note {
        stage: parsed(row, "stage")?,
        entry: parsed(row, "entry")?,
        text: row.get("text")?,
        hand_over: row.get("hand_over")?,
    })
}
