//! The packets that a judge opened into this working copy; the last one holds.

use crate::judges::EnrolmentSecret;
use crate::row::{hash, parsed};
use crate::{Contents, StoreError, Write, hash_of};
use judging::{DeviceId, Hash, JudgeCode};

/// A packet out of its seal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedPacket {
    /// Its name: the hash of what is signed in it.
    pub hash: Hash,
    /// For whom it is.
    pub judge: JudgeCode,
    /// The chair's public signing key.
    pub chair: DeviceId,
    /// To whom hand-overs are sealed.
    pub chair_recipient: String,
    /// By which this device proves that it is the judge's.
    pub enrolment: EnrolmentSecret,
    /// When, in seconds since 1970.
    pub opened_at: i64,
    /// What was in the seal, verbatim.
    pub bytes: Vec<u8>,
}

/// Keeps an opened packet.
///
/// # Errors
/// [`StoreError::Exists`] when this very packet was opened before; [`StoreError::Unknown`] when the judge is not in the
/// file.
pub fn add(write: &Write<'_>, packet: &OpenedPacket) -> Result<(), StoreError> {
    let params = (
        packet.hash.0,
        packet.judge.as_str(),
        packet.chair.0,
        &packet.chair_recipient,
        packet.enrolment.0,
        packet.opened_at,
        hash_of(&packet.bytes).0,
        &packet.bytes,
    );
    let done = write.change(
        "INSERT INTO opened_packet (hash, judge, chair_key, chair_recipient, enrolment, \
         opened_at, digest, bytes) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params,
    );
    done.map(|_| ())
        .map_err(|error| error.named("packet", packet.hash))
}

/// The packet that holds.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn current(contents: &Contents) -> Result<Option<OpenedPacket>, StoreError> {
    contents.row(
        "SELECT hash, judge, chair_key, chair_recipient, enrolment, opened_at, bytes \
         FROM opened_packet ORDER BY id DESC LIMIT 1",
        [],
        |row| {
            Ok(OpenedPacket {
                hash: hash(row, "hash")?,
                judge: parsed(row, "judge")?,
                chair: DeviceId(row.get("chair_key")?),
                chair_recipient: row.get("chair_recipient")?,
                enrolment: EnrolmentSecret(row.get("enrolment")?),
                opened_at: row.get("opened_at")?,
                bytes: row.get("bytes")?,
            })
        },
    )
}

/// Whose working copy this is; none in the chair's file.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn judge(contents: &Contents) -> Result<Option<JudgeCode>, StoreError> {
    let sql = "SELECT judge FROM opened_packet ORDER BY id DESC LIMIT 1";
    contents.row(sql, [], |row| parsed(row, "judge"))
}

/// The names of all packets that were opened, the first one first.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn names(contents: &Contents) -> Result<Vec<Hash>, StoreError> {
    let sql = "SELECT hash FROM opened_packet ORDER BY id";
    contents.rows(sql, [], |row| hash(row, "hash"))
}

/// What was in the seal of a packet, by its place among all that were opened, from 0.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn bytes(contents: &Contents, place: u32) -> Result<Option<Vec<u8>>, StoreError> {
    let sql = "SELECT bytes FROM opened_packet ORDER BY id LIMIT 1 OFFSET ?1";
    contents.row(sql, [place], |row| row.get("bytes"))
}

/// How many packets were opened: none is ever taken out again.
///
/// # Errors
/// [`StoreError`] when they cannot be counted.
pub fn count(contents: &Contents) -> Result<u32, StoreError> {
    let found = contents.row("SELECT count(*) AS opened FROM opened_packet", [], |row| {
        row.get("opened")
    })?;
    Ok(found.unwrap_or_default())
}
