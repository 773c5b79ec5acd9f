//! The conflicts of interest that the judge of this working copy declares, and when the whole declaration was made.

use crate::row::parsed;
use crate::undo::Noun;
use crate::{Contents, StoreError, Write};
use judging::declaration::Declaration;
use judging::{EntryCode, StageCode};
use rusqlite::Row;

/// Puts a declaration in place of an earlier one for its entry and stage.
///
/// # Errors
/// [`StoreError::Unknown`] when there is no such entry, [`StoreError::Forbidden`] when the conflict is actual and there is a
/// sheet for it: the judge's marks are not thrown away unasked.
pub fn put(write: &Write<'_>, declaration: &Declaration, at: i64) -> Result<(), StoreError> {
    let Declaration {
        entry,
        stage,
        kind,
        ground,
        text,
    } = declaration;
    let stage = column(stage.as_ref());
    write.about_to_change(Noun::Declaration, &[entry.as_str(), stage])?;
    let done = write.change(
        "INSERT INTO declaration (entry, stage, kind, ground, text, at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
         ON CONFLICT (entry, stage) DO UPDATE SET kind = excluded.kind, \
         ground = excluded.ground, text = excluded.text, at = excluded.at",
        (entry.as_str(), stage, kind.code(), ground.code(), text, at),
    );
    done.map(|_| ())
        .map_err(|error| error.named("entry", entry))
}

/// Takes a declaration back; says whether there was one.
///
/// # Errors
/// [`StoreError`] when that cannot be written.
pub fn remove(
    write: &Write<'_>,
    entry: &EntryCode,
    stage: Option<&StageCode>,
) -> Result<bool, StoreError> {
    let key = [entry.as_str(), column(stage)];
    write.about_to_change(Noun::Declaration, &key)?;
    let removed = write.change(
        "DELETE FROM declaration WHERE entry = ?1 AND stage = ?2",
        key,
    )?;
    Ok(removed > 0)
}

/// All declarations, by entry and stage.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn all(contents: &Contents) -> Result<Vec<Declaration>, StoreError> {
    contents.rows(
        "SELECT entry, stage, kind, ground, text FROM declaration ORDER BY entry, stage",
        [],
        declaration,
    )
}

/// What is declared of one entry, by stage.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn of_entry(contents: &Contents, entry: &EntryCode) -> Result<Vec<Declaration>, StoreError> {
    contents.rows(
        "SELECT entry, stage, kind, ground, text FROM declaration WHERE entry = ?1 ORDER BY stage",
        [entry.as_str()],
        declaration,
    )
}

/// When the judge declared to have no conflict of interest except those marked, in seconds since 1970.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn finished_at(contents: &Contents) -> Result<Option<i64>, StoreError> {
    contents.row("SELECT at FROM declaration_made", [], |row| row.get("at"))
}

/// Keeps when the whole declaration was made.
///
/// # Errors
/// [`StoreError`] when that cannot be written.
pub fn finish(write: &Write<'_>, at: i64) -> Result<(), StoreError> {
    write.about_to_change(Noun::DeclarationMade, &[])?;
    write.change(
        "INSERT INTO declaration_made (one, at) VALUES (1, ?1) \
         ON CONFLICT (one) DO UPDATE SET at = excluded.at",
        [at],
    )?;
    Ok(())
}

/// The stage as it stands in the file: empty for none.
fn column(stage: Option<&StageCode>) -> &str {
    stage.map_or("", StageCode::as_str)
}

fn declaration(row: &Row<'_>) -> rusqlite::Result<Declaration> {
    let stage: String = row.get("stage")?;
    Ok(Declaration {
        entry: parsed(row, "entry")?,
        stage: if stage.is_empty() {
            None
        } else {
            Some(parsed(row, "stage")?)
        },
        kind: parsed(row, "kind")?,
        ground: parsed(row, "ground")?,
        text: row.get("text")?,
    })
}
