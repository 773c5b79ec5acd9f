use super::{Keys, json};
use crate::imports::ImportId;
use crate::{StoreError, Write};
use judging::entry::Entry;
use judging::{CategoryCode, EntryCode};
use rusqlite::params;

/// Draws the next code of a category: its own code and a number of at least three digits.
///
/// # Errors
/// [`StoreError::Forbidden`] when the code would be too long.
pub fn next_code(write: &Write<'_>, category: &CategoryCode) -> Result<EntryCode, StoreError> {
    let sql = include_str!("next_number.sql");
    let number: Option<u32> = write.row(sql, [category.as_str()], |row| row.get("last"))?;
    let code = format!("{category}-{:03}", number.unwrap_or_default());
    EntryCode::new(&code).map_err(|error| StoreError::Forbidden(error.to_string()))
}

/// Makes sure that [`next_code`] will not draw this code, which came from elsewhere (a packet).
///
/// # Errors
/// [`StoreError`] when that cannot be written.
pub fn reserve_code(
    write: &Write<'_>,
    category: &CategoryCode,
    code: &EntryCode,
) -> Result<(), StoreError> {
    let number = code.as_str().strip_prefix(category.as_str());
    let number = number.and_then(|rest| rest.strip_prefix('-')?.parse::<u32>().ok());
    match number {
        Some(number) => write
            .change(include_str!("reserve.sql"), (category.as_str(), number))
            .map(|_| ()),
        None => Ok(()),
    }
}

/// Adds an entry.
///
/// # Errors
/// [`StoreError::Exists`] when there is one of its code.
pub fn insert(
    write: &Write<'_>,
    entry: &Entry,
    keys: &Keys,
    import: Option<ImportId>,
) -> Result<(), StoreError> {
    let done = put(write, include_str!("insert.sql"), entry, keys, import);
    done.map(|_| ())
        .map_err(|error| error.named("entry", &entry.code))
}

/// Changes an entry to what it says now; its code tells which.
///
/// # Errors
/// [`StoreError::Unknown`] when there is none of its code.
pub fn update(
    write: &Write<'_>,
    entry: &Entry,
    keys: &Keys,
    import: Option<ImportId>,
) -> Result<(), StoreError> {
    match put(write, include_str!("update.sql"), entry, keys, import)? {
        0 => Err(unknown(&entry.code)),
        _ => Ok(()),
    }
}

fn put(
    write: &Write<'_>,
    sql: &str,
    entry: &Entry,
    keys: &Keys,
    import: Option<ImportId>,
) -> Result<usize, StoreError> {
    let registration = &entry.registration;
    let damaged = |error: serde_json::Error| StoreError::Damaged(error.to_string());
    let fields = json::of_fields(&registration.fields).map_err(damaged)?;
    let other = serde_json::to_string(&registration.other).map_err(damaged)?;
    write.change(
        sql,
        params![
            entry.code.as_str(),
            entry.category.as_str(),
            registration.title,
            registration.agency,
            keys.title,
            keys.agency,
            fields,
            other,
            registration.source.file,
            registration.source.sheet,
            registration.source.row,
            import.map(|id| id.0),
        ],
    )
}

/// Takes an entry out. Its code is never given again.
///
/// # Errors
/// [`StoreError::Unknown`] when it is not there, [`StoreError::Needed`] when something was already said of it.
pub fn remove(write: &Write<'_>, code: &EntryCode) -> Result<(), StoreError> {
    match write.change(include_str!("delete.sql"), [code.as_str()]) {
        Ok(0) => Err(unknown(code)),
        Ok(_) => Ok(()),
        Err(error) => Err(match error.named("entry", code) {
            StoreError::Unknown { noun, name } => StoreError::Needed { noun, name },
            other => other,
        }),
    }
}

fn unknown(code: &EntryCode) -> StoreError {
    StoreError::Unknown {
        noun: "entry",
        name: code.to_string(),
    }
}
