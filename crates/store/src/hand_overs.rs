//! Every hand-over that the chair ever accepted, as signed; attachments are kept in `attachments`. They are only ever added, and named by their hash alone,
//! so that two that contradict each other both have their place.

use crate::row::{hash, parsed};
use crate::{Contents, StoreError, Write, hash_of};
use judging::{DeviceId, Hash, JudgeCode};
use rusqlite::params;

/// What is known of an accepted hand-over without opening it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archived {
    /// Its name: the hash of what is signed in it.
    pub hash: Hash,
    /// Who says it.
    pub judge: JudgeCode,
    /// On which device.
    pub device: DeviceId,
    /// 1, 2, 3 … per device.
    pub number: u32,
    /// Name of the one before it; `None` exactly for number 1.
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

/// Adds a hand-over with its bytes, verbatim but for attachments.
///
/// # Errors
/// [`StoreError::Unknown`] when there is no such judge.
pub fn add(write: &Write<'_>, hand_over: &Archived, bytes: &[u8]) -> Result<Added, StoreError> {
    let params = params![
        hand_over.hash.0,
        hand_over.judge.as_str(),
        hand_over.device.0,
        hand_over.number,
        hand_over.previous.map(|hash| hash.0),
        hand_over.rules.0,
        hand_over.made_at,
        hand_over.received_at,
        hand_over.file_name,
        hand_over.on_behalf,
    ];
    let rows = write
        .change(
            "INSERT INTO hand_over (hash, judge, device, number, previous, rules, made_at, \
             received_at, file_name, on_behalf) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) \
             ON CONFLICT (hash) DO NOTHING",
            params,
        )
        .map_err(|error| error.named("judge", &hand_over.judge))?;
    if rows == 0 {
        return Ok(Added::AlreadyHere);
    }
    write.change(
        "INSERT INTO hand_over_bytes (hash, digest, bytes) VALUES (?1, ?2, ?3)",
        (hand_over.hash.0, hash_of(bytes).0, bytes),
    )?;
    Ok(Added::New)
}

/// All hand-overs, by judge, device, number and hash, without their bytes.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn all(contents: &Contents) -> Result<Vec<Archived>, StoreError> {
    contents.rows(
        "SELECT hash, judge, device, number, previous, rules, made_at, received_at, \
         file_name, on_behalf \
         FROM hand_over \
         ORDER BY judge, device, number, hash",
        [],
        |row| {
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
        },
    )
}

/// Whether a hand-over is here.
///
/// # Errors
/// [`StoreError`] when that cannot be read.
pub fn has(contents: &Contents, hash: Hash) -> Result<bool, StoreError> {
    let found = contents.row("SELECT 1 FROM hand_over WHERE hash = ?1", [hash.0], |_| {
        Ok(())
    })?;
    Ok(found.is_some())
}

/// The verbatim bytes of a hand-over.
///
/// # Errors
/// [`StoreError::Unknown`] when it is not here.
pub fn bytes(contents: &Contents, hash: Hash) -> Result<Vec<u8>, StoreError> {
    let found = contents.row(
        "SELECT bytes FROM hand_over_bytes WHERE hash = ?1",
        [hash.0],
        |row| row.get("bytes"),
    )?;
    found.ok_or_else(|| StoreError::Unknown {
        noun: "hand-over",
        name: hash.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::furnished;

    fn archived(bytes: &[u8], number: u32) -> Archived {
        Archived {
            hash: hash_of(bytes),
            judge: "J1".parse().unwrap(),
            device: DeviceId([4; 32]),
            number,
            previous: (number > 1).then_some(Hash([3; 32])),
            rules: Hash([2; 32]),
            made_at: 10,
            received_at: 20,
            file_name: "J1.nilai".into(),
            on_behalf: None,
        }
    }

    #[test]
    fn a_hand_over_is_kept_once_byte_for_byte() {
        let (_folder, _, mut store) = furnished();
        let one = archived(b"one", 1);
        for expected in [Added::New, Added::AlreadyHere] {
            let added = store.transact(|write| add(write, &one, b"one"));
            assert_eq!(added.unwrap(), expected);
        }
        assert_eq!(all(&store).unwrap(), std::slice::from_ref(&one));
        assert_eq!(bytes(&store, one.hash).unwrap(), b"one");
        assert!(has(&store, one.hash).unwrap());
        assert!(!has(&store, Hash([0; 32])).unwrap());
    }

    #[test]
    fn two_of_one_device_and_number_both_have_a_place() {
        let (_folder, _, mut store) = furnished();
        store
            .transact(|write| {
                add(write, &archived(b"here", 2), b"here")?;
                add(write, &archived(b"there", 2), b"there")
            })
            .unwrap();
        assert_eq!(all(&store).unwrap().len(), 2);
    }

    #[test]
    fn a_stranger_or_a_broken_chain_is_refused() {
        let (_folder, _, mut store) = furnished();
        let stranger = Archived {
            judge: "J9".parse().unwrap(),
            ..archived(b"one", 1)
        };
        let refused = store.transact(|write| add(write, &stranger, b"one"));
        assert!(matches!(refused, Err(StoreError::Unknown { .. })));
        let unchained = Archived {
            previous: None,
            ..archived(b"one", 2)
        };
        assert!(
            store
                .transact(|write| add(write, &unchained, b"one"))
                .is_err()
        );
        assert_eq!(all(&store).unwrap(), []);
    }
}
