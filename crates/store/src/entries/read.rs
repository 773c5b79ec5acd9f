use super::{Keys, json};
use crate::imports::ImportId;
use crate::row::{self, parsed, wrong};
use crate::{Contents, StoreError};
use judging::entry::{Categories, Entry, Registration, Source};
use judging::{CategoryCode, EntryCode};
use rusqlite::Row;
use std::collections::BTreeMap;

/// An entry as it is compared with a registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its code.
    pub code: EntryCode,
    /// Its category.
    pub category: CategoryCode,
    /// Its keys.
    pub keys: Keys,
}

/// All entries, by category and code.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn all(contents: &Contents) -> Result<Vec<Entry>, StoreError> {
    contents.rows(
        "SELECT code, category, title, agency, fields, other, file, sheet, row FROM entry \
         ORDER BY category, length(code), code",
        [],
        entry,
    )
}

/// The entry of that code.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn get(contents: &Contents, code: &EntryCode) -> Result<Option<Entry>, StoreError> {
    contents.row(
        "SELECT code, category, title, agency, fields, other, file, sheet, row FROM entry \
         WHERE code = ?1",
        [code.as_str()],
        entry,
    )
}

/// The import that wrote the entry last; none where it was not an import.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn import_of(contents: &Contents, code: &EntryCode) -> Result<Option<ImportId>, StoreError> {
    let sql = "SELECT import FROM entry WHERE code = ?1";
    let found = contents.row(sql, [code.as_str()], |row| row.get(0))?;
    Ok(found.flatten().map(ImportId))
}

/// The keys of all entries, read from an index alone.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn keys(contents: &Contents) -> Result<Vec<Known>, StoreError> {
    contents.rows(
        "SELECT code, category, title_key, agency_key FROM entry INDEXED BY entry_by_key",
        [],
        |row| {
            Ok(Known {
                code: parsed(row, "code")?,
                category: parsed(row, "category")?,
                keys: Keys {
                    title: row.get("title_key")?,
                    agency: row.get("agency_key")?,
                },
            })
        },
    )
}

/// The category of each entry, read from an index alone.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn categories(contents: &Contents) -> Result<Categories, StoreError> {
    let rows = contents.rows(
        "SELECT code, category FROM entry INDEXED BY entry_by_key",
        [],
        |row| Ok((parsed(row, "code")?, parsed(row, "category")?)),
    )?;
    Ok(rows.into_iter().collect())
}

/// The entries of these very keys.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn same_key(contents: &Contents, keys: &Keys) -> Result<Vec<EntryCode>, StoreError> {
    let params = (&keys.title, &keys.agency);
    contents.rows(
        "SELECT code FROM entry WHERE title_key = ?1 AND agency_key = ?2 \
         ORDER BY length(code), code",
        params,
        |row| parsed(row, "code"),
    )
}

/// How many entries each category has; one without entries is not named.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn counts(contents: &Contents) -> Result<BTreeMap<CategoryCode, u32>, StoreError> {
    let rows = contents.rows(
        "SELECT category, count(*) AS n FROM entry INDEXED BY entry_by_key GROUP BY category",
        [],
        |row| Ok((parsed(row, "category")?, row.get("n")?)),
    )?;
    Ok(rows.into_iter().collect())
}

fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let fields = json::to_fields(row.get_ref("fields")?.as_str()?);
    Ok(Entry {
        code: parsed(row, "code")?,
        category: parsed(row, "category")?,
        registration: Registration {
            title: row.get("title")?,
            agency: row.get("agency")?,
            fields: fields.map_err(|error| wrong(row, "fields", error))?,
            other: row::json(row, "other")?,
            source: Source {
                file: row.get("file")?,
                sheet: row.get("sheet")?,
                row: row.get("row")?,
            },
        },
    })
}
