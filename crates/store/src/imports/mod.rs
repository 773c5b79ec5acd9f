//! Which spreadsheets the entries came from.

mod choices;
mod mappings;

pub use choices::{Choice, choices, put_choice};
pub use mappings::{mapping, mappings, put_mapping};

use crate::undo::Noun;
use crate::{Contents, StoreError, Write, row};
use judging::Hash;

/// Names one import in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ImportId(pub i64);

/// One import of one sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// File name without its folder.
    pub file: String,
    /// Hash of the file's bytes.
    pub file_hash: Hash,
    /// Name of the sheet.
    pub sheet: String,
    /// The mapping of columns that was used, as TOML.
    pub mapping: String,
    /// What became of the rows.
    pub counts: Counts,
    /// When, in seconds since 1970.
    pub at: i64,
}

/// What became of the rows of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// New entries.
    pub taken: u32,
    /// Entries that were there and differ now.
    pub changed: u32,
    /// Entries that were there and are the same.
    pub unchanged: u32,
    /// Rows that became no entry.
    pub skipped: u32,
}

/// Records an import.
///
/// # Errors
/// [`StoreError`] when it cannot be written.
pub fn add(write: &Write<'_>, import: &Import) -> Result<ImportId, StoreError> {
    let Counts {
        taken,
        changed,
        unchanged,
        skipped,
    } = import.counts;
    let params = (
        &import.file,
        import.file_hash.0,
        &import.sheet,
        &import.mapping,
        taken,
        changed,
        unchanged,
        skipped,
        import.at,
    );
    let id = write.row(
        "INSERT INTO import (file, file_hash, sheet, mapping, taken, changed, unchanged, \
         skipped, at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) \
         RETURNING id",
        params,
        |row| row.get("id"),
    )?;
    let id: i64 = id.ok_or_else(|| StoreError::Damaged("the import was given no number".into()))?;
    write.is_new(Noun::Import, &[&id.to_string()])?;
    Ok(ImportId(id))
}

/// All imports, the first one first.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn all(contents: &Contents) -> Result<Vec<(ImportId, Import)>, StoreError> {
    contents.rows(
        "SELECT id, file, file_hash, sheet, mapping, taken, changed, unchanged, skipped, at \
         FROM import ORDER BY id",
        [],
        |row| {
            let import = Import {
                file: row.get("file")?,
                file_hash: row::hash(row, "file_hash")?,
                sheet: row.get("sheet")?,
                mapping: row.get("mapping")?,
                counts: Counts {
                    taken: row.get("taken")?,
                    changed: row.get("changed")?,
                    unchanged: row.get("unchanged")?,
                    skipped: row.get("skipped")?,
                },
                at: row.get("at")?,
            };
            Ok((ImportId(row.get("id")?), import))
        },
    )
}
