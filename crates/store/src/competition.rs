//! Which competition a file belongs to, and whose file it is.

use crate::row::parsed;
use crate::{Contents, StoreError, Write};
use judging::CompetitionId;

/// What never changes in a competition file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Birth {
    /// The competition.
    pub id: CompetitionId,
    /// Whose file it is.
    pub role: Role,
    /// When the file was made, in seconds since 1970.
    pub created_at: i64,
}

judging::words! {
    /// Whose file it is.
    pub enum Role {
        /// The chair's competition.
        Chair = "chair",
        /// A judge's working copy.
        Judge = "judge",
    }
}

/// The birth of this file.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn birth(contents: &Contents) -> Result<Birth, StoreError> {
    let found = contents.row("SELECT id, role, created_at FROM competition", [], |row| {
        Ok(Birth {
            id: CompetitionId(row.get("id")?),
            role: parsed(row, "role")?,
            created_at: row.get("created_at")?,
        })
    })?;
    found.ok_or_else(|| StoreError::Damaged("it does not say which competition it is".into()))
}

pub(crate) fn begin(write: &Write<'_>, birth: &Birth) -> Result<(), StoreError> {
    let params = (birth.id.0, birth.role.code(), birth.created_at);
    write
        .change(
            "INSERT INTO competition (one, id, role, created_at) VALUES (1, ?1, ?2, ?3)",
            params,
        )
        .map(|_| ())
}
