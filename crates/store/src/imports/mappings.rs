//! The mapping of columns that was last used for workbooks of one shape.

use crate::undo::Noun;
use crate::{Contents, StoreError, Write};

/// Remembers a mapping, as TOML, for workbooks of this shape.
///
/// # Errors
/// [`StoreError`] when it cannot be written.
pub fn put_mapping(write: &Write<'_>, shape: &str, toml: &str, at: i64) -> Result<(), StoreError> {
    write.about_to_change(Noun::Mapping, &[shape])?;
    let params = (shape, toml, at);
    write
        .change(
            "INSERT INTO mapping (shape, toml, at) VALUES (?1, ?2, ?3) \
             ON CONFLICT (shape) DO UPDATE SET toml = excluded.toml, at = excluded.at",
            params,
        )
        .map(|_| ())
}

/// All mappings with the shape they are remembered for, the newest first.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn mappings(contents: &Contents) -> Result<Vec<(String, String)>, StoreError> {
    contents.rows(
        "SELECT shape, toml FROM mapping ORDER BY at DESC, shape",
        [],
        |row| Ok((row.get("shape")?, row.get("toml")?)),
    )
}

/// The mapping for workbooks of this shape.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn mapping(contents: &Contents, shape: &str) -> Result<Option<String>, StoreError> {
    contents.row(
        "SELECT toml FROM mapping WHERE shape = ?1",
        [shape],
        |row| row.get("toml"),
    )
}
