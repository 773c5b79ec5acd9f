//! Which packets the chair gave to whom. The packets themselves, and their passphrases, are not kept.

use crate::row::{hash, parsed};
use crate::{Contents, StoreError, Write};
use judging::{Hash, JudgeCode};

/// One packet that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packet {
    /// Its name: the hash of what is signed in it.
    pub hash: Hash,
    /// The judge it is for.
    pub judge: JudgeCode,
    /// Hash of the rules in it.
    pub rules: Hash,
    /// When, in seconds since 1970.
    pub issued_at: i64,
}

/// Records a packet.
///
/// # Errors
/// [`StoreError::Unknown`] when there is no such judge.
pub fn add(write: &Write<'_>, packet: &Packet) -> Result<(), StoreError> {
    let Packet {
        hash,
        judge,
        rules,
        issued_at,
    } = packet;
    let params = (hash.0, judge.as_str(), rules.0, issued_at);
    let done = write.change(
        "INSERT INTO packet (hash, judge, rules, issued_at) VALUES (?1, ?2, ?3, ?4)",
        params,
    );
    done.map(|_| ())
        .map_err(|error| error.named("judge", judge))
}

/// All packets, the first one first.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn all(contents: &Contents) -> Result<Vec<Packet>, StoreError> {
    contents.rows(
        "SELECT hash, judge, rules, issued_at FROM packet ORDER BY issued_at, hash",
        [],
        |row| {
            Ok(Packet {
                hash: hash(row, "hash")?,
                judge: parsed(row, "judge")?,
                rules: hash(row, "rules")?,
                issued_at: row.get("issued_at")?,
            })
        },
    )
}
