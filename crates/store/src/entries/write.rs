use super::{Keys, json};
use crate::imports::ImportId;
use crate::undo::Noun;
use crate::{StoreError, Write};
use judging::entry::{Entry, Registration};
use judging::{CategoryCode, EntryCode};
use rusqlite::{CachedStatement, params};

/// Makes sure that [`add`](super::add) will not draw this code, which came from elsewhere (a packet).
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
            .change(
                "INSERT INTO entry_counter (category, last) VALUES (?1, ?2) \
                 ON CONFLICT (category) DO UPDATE SET last = max(last, excluded.last)",
                (category.as_str(), number),
            )
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
    write.about_to_change(Noun::Entry, &[entry.code.as_str()])?;
    Insert::new(write)?.row(entry, keys, &Texts::of(&entry.registration)?, import)
}

/// Adds entry after entry.
pub(super) struct Insert<'w>(CachedStatement<'w>);

impl<'w> Insert<'w> {
    pub fn new(write: &'w Write<'_>) -> Result<Self, StoreError> {
        let statement = write.connection.prepare_cached(
            "INSERT INTO entry (code, category, title, agency, title_key, agency_key, fields, \
             other, file, sheet, row, import) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?;
        Ok(Self(statement))
    }

    pub fn row(
        &mut self,
        entry: &Entry,
        keys: &Keys,
        texts: &Texts,
        import: Option<ImportId>,
    ) -> Result<(), StoreError> {
        let done = put(&mut self.0, entry, keys, texts, import);
        done.map(|_| ())
            .map_err(|error| error.named("entry", &entry.code))
    }
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
    write.about_to_change(Noun::Entry, &[entry.code.as_str()])?;
    let texts = Texts::of(&entry.registration)?;
    let mut statement = write.connection.prepare_cached(
        "UPDATE entry \
         SET category = ?2, title = ?3, agency = ?4, title_key = ?5, agency_key = ?6, \
         fields = ?7, other = ?8, \
         file = ?9, sheet = ?10, row = ?11, import = ?12 \
         WHERE code = ?1",
    )?;
    match put(&mut statement, entry, keys, &texts, import)? {
        0 => Err(unknown(&entry.code)),
        _ => Ok(()),
    }
}

/// What a registration says besides title and agency, as it is stored.
pub(super) struct Texts {
    fields: String,
    other: String,
}

impl Texts {
    fn of(registration: &Registration) -> Result<Self, StoreError> {
        let damaged = |error: serde_json::Error| StoreError::Damaged(error.to_string());
        Ok(Self {
            fields: json::of_fields(&registration.fields).map_err(damaged)?,
            other: serde_json::to_string(&registration.other).map_err(damaged)?,
        })
    }

    /// Leaves the registration without what is in the texts now, so that many do not take memory twice.
    pub fn taken_from(registration: &mut Registration) -> Result<Self, StoreError> {
        let texts = Self::of(registration)?;
        registration.fields.clear();
        registration.other.clear();
        Ok(texts)
    }
}

fn put(
    statement: &mut CachedStatement<'_>,
    entry: &Entry,
    keys: &Keys,
    texts: &Texts,
    import: Option<ImportId>,
) -> Result<usize, StoreError> {
    let registration = &entry.registration;
    let changed = statement.execute(params![
        entry.code.as_str(),
        entry.category.as_str(),
        registration.title,
        registration.agency,
        keys.title,
        keys.agency,
        texts.fields,
        texts.other,
        registration.source.file,
        registration.source.sheet,
        registration.source.row,
        import.map(|id| id.0),
    ]);
    Ok(changed?)
}

/// Takes an entry out. Its code is never given again.
///
/// # Errors
/// [`StoreError::Unknown`] when it is not there, [`StoreError::Needed`] when something was already said of it.
pub fn remove(write: &Write<'_>, code: &EntryCode) -> Result<(), StoreError> {
    write.about_to_change(Noun::Entry, &[code.as_str()])?;
    match write.change("DELETE FROM entry WHERE code = ?1", [code.as_str()]) {
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
