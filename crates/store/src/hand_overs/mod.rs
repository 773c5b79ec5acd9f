//! Every hand-over that the chair ever accepted, byte for byte. They are only ever added, and named by their hash alone,
//! so that two that contradict each other both have their place.

use crate::row::{hash, parsed};
use crate::{Contents, StoreError, Write, hash_of};
use judging::{DeviceId, Hash, JudgeCode};
use rusqlite::params;

/// What is known of an accepted hand-over without opening it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archived {
    /// Hash of its bytes.
    pub hash: Hash,
    /// Who says it.
    pub judge: JudgeCode,
    /// On which device.
    pub device: DeviceId,
    /// 1, 2, 3 … per device.
    pub number: u32,
    /// Hash of the one before it; `None` exactly for number 1.
    pub previous: Option<Hash>,
    /// Hash of the rules it was made under.
    pub rules: Hash,
    /// When the device says it was made, in seconds since 1970.
    pub made_at: i64,
    /// When the chair accepted it, in seconds since 1970.
    pub received_at: i64,
    /// Name of the file it came in, without its folder.
    pub file_name: String,
    /// Why the chair entered it on the judge's behalf; `None` when the judge's device signed it.
    pub on_behalf: Option<String>,
}

/// What became of a hand-over that was to be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It is in the file now.
    New,
    /// It was there already; nothing was changed.
    AlreadyHere,
}

/// Adds a hand-over with its verbatim bytes.
///
/// # Errors
/// [`StoreError::Unknown`] when there is no such judge, [`StoreError::Forbidden`] when the bytes are not those of the
/// hash.
pub fn add(write: &Write<'_>, one: &Archived, bytes: &[u8]) -> Result<Added, StoreError> {
    if hash_of(bytes) != one.hash {
        let reason = format!("the bytes are not those of hand-over {}", one.hash);
        return Err(StoreError::Forbidden(reason));
    }
    let params = params![
        one.hash.0,
        one.judge.as_str(),
        one.device.0,
        one.number,
        one.previous.map(|hash| hash.0),
        one.rules.0,
        one.made_at,
        one.received_at,
        one.file_name,
        one.on_behalf,
    ];
    let rows = write
        .change(include_str!("insert.sql"), params)
        .map_err(|error| error.named("judge", &one.judge))?;
    if rows == 0 {
        return Ok(Added::AlreadyHere);
    }
    write.change(include_str!("insert_bytes.sql"), (one.hash.0, bytes))?;
    Ok(Added::New)
}

/// All hand-overs, by judge, device, number and hash, without their bytes.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn all(contents: &Contents) -> Result<Vec<Archived>, StoreError> {
    contents.rows(include_str!("all.sql"), [], |row| {
        Ok(Archived {
            hash: hash(row, "hash")?,
            judge: parsed(row, "judge")?,
            device: DeviceId(row.get("device")?),
            number: row.get("number")?,
            previous: row.get::<_, Option<[u8; 32]>>("previous")?.map(Hash),
            rules: hash(row, "rules")?,
            made_at: row.get("made_at")?,
            received_at: row.get("received_at")?,
            file_name: row.get("file_name")?,
            on_behalf: row.get("on_behalf")?,
        })
    })
}

/// Whether a hand-over is here.
///
/// # Errors
/// [`StoreError`] when that cannot be read.
pub fn has(contents: &Contents, hash: Hash) -> Result<bool, StoreError> {
    let found = contents.row(include_str!("has.sql"), [hash.0], |_| Ok(()))?;
    Ok(found.is_some())
}

/// The verbatim bytes of a hand-over.
///
/// # Errors
/// [`StoreError::Unknown`] when it is not here.
pub fn bytes(contents: &Contents, hash: Hash) -> Result<Vec<u8>, StoreError> {
    let found = contents.row(include_str!("bytes.sql"), [hash.0], |row| row.get("bytes"))?;
    found.ok_or_else(|| StoreError::Unknown {
        noun: "hand-over",
        name: hash.to_string(),
    })
}

#[cfg(test)]
mod tests;
