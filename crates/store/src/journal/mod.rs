//! Who did what, when: one line for every change of the file, chained by hashes and append-only.
//!
//! **The chain.** A line's hash is BLAKE3 over the concatenation of
//!
//! | bytes | what |
//! |---|---|
//! | 32 | `previous`: the hash of the line before; for line 1 the id of the competition |
//! | 8 | `seq`: 1, 2, 3 … without a gap, unsigned, most significant byte first |
//! | 8 | `at`: seconds since 1970, two's complement, most significant byte first |
//! | 32 | `device`: public key of the device that made the change |
//! | 4 + n | `op`: its length in bytes (unsigned, most significant byte first), then UTF-8 |
//! | 4 + n | `subject`: likewise |
//! | 4 + n | `detail`: likewise, the JSON text exactly as stored, never parsed and written anew |
//!
//! So no line can be changed, moved, taken out or put between others unseen. That lines were cut off at the *end* shows
//! only against a head noted elsewhere: a result pack names it.

mod append;
mod page;
mod verify;

pub use append::append;
pub use page::{Filter, page};
pub use verify::{Break, verify};

use crate::{Contents, StoreError, row};
use judging::{DeviceId, Hash};
use rusqlite::Row;

/// What is to be written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLine<'a> {
    /// When, in seconds since 1970.
    pub at: i64,
    /// On which device.
    pub device: DeviceId,
    /// Which operation: `import`, `merge`, `decide`, …
    pub op: &'a str,
    /// What it was about: an entry, a judge, a file. May be empty.
    pub subject: &'a str,
    /// What more there is to say, before and after.
    pub detail: &'a serde_json::Value,
}

/// One line of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// 1, 2, 3 …
    pub seq: u32,
    /// When, in seconds since 1970.
    pub at: i64,
    /// On which device.
    pub device: DeviceId,
    /// Which operation.
    pub op: String,
    /// What it was about.
    pub subject: String,
    /// JSON.
    pub detail: String,
    /// Hash of the line before.
    pub previous: Hash,
    /// Hash of this line.
    pub hash: Hash,
}

impl Line {
    /// The hash that this line should have (see the head of this module).
    #[must_use]
    pub fn expected_hash(&self) -> Hash {
        let texts = [&self.op, &self.subject, &self.detail].map(String::as_str);
        chained(self.previous, self.seq, self.at, self.device, texts)
    }
}

/// The hash of a line whose texts are operation, subject and detail (see the head of this module).
fn chained(previous: Hash, seq: u32, at: i64, device: DeviceId, texts: [&str; 3]) -> Hash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&previous.0);
    hasher.update(&u64::from(seq).to_be_bytes());
    hasher.update(&at.to_be_bytes());
    hasher.update(&device.0);
    for text in texts {
        let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
        hasher.update(&length.to_be_bytes());
        hasher.update(text.as_bytes());
    }
    Hash(*hasher.finalize().as_bytes())
}

/// The last line's number and hash; 0 and the competition's id while the journal is empty.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn head(contents: &Contents) -> Result<(u32, Hash), StoreError> {
    let last = contents.row(
        "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1",
        [],
        |row| Ok((row.get("seq")?, row::hash(row, "hash")?)),
    )?;
    match last {
        Some(head) => Ok(head),
        None => Ok((0, beginning(contents)?)),
    }
}

/// What the first line names as the hash before it.
fn beginning(contents: &Contents) -> Result<Hash, StoreError> {
    Ok(Hash(crate::competition::birth(contents)?.id.0))
}

fn line(row: &Row<'_>) -> rusqlite::Result<Line> {
    Ok(Line {
        seq: row.get("seq")?,
        at: row.get("at")?,
        device: DeviceId(row.get("device")?),
        op: row.get("op")?,
        subject: row.get("subject")?,
        detail: row.get("detail")?,
        previous: row::hash(row, "previous")?,
        hash: row::hash(row, "hash")?,
    })
}

#[cfg(test)]
mod tests;
