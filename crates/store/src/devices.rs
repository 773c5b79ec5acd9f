//! The devices that have proved to be a judge's.

use crate::row::parsed;
use crate::{Contents, StoreError, Write};
use judging::{DeviceId, JudgeCode};

/// One device of one judge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Its public key.
    pub id: DeviceId,
    /// The judge who works on it.
    pub judge: JudgeCode,
    /// When its first hand-over was accepted, in seconds since 1970.
    pub first_seen: i64,
}

/// Remembers a device, unless it is known already.
///
/// # Errors
/// [`StoreError::Unknown`] when there is no such judge.
pub fn remember(write: &Write<'_>, device: &Device) -> Result<(), StoreError> {
    let params = (device.id.0, device.judge.as_str(), device.first_seen);
    let done = write.change(
        "INSERT INTO device (key, judge, first_seen) VALUES (?1, ?2, ?3) \
         ON CONFLICT DO NOTHING",
        params,
    );
    done.map(|_| ())
        .map_err(|error| error.named("judge", &device.judge))
}

/// All devices, by judge and by when they were first seen.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn all(contents: &Contents) -> Result<Vec<Device>, StoreError> {
    contents.rows(
        "SELECT key, judge, first_seen FROM device ORDER BY judge, first_seen, key",
        [],
        |row| {
            Ok(Device {
                id: DeviceId(row.get("key")?),
                judge: parsed(row, "judge")?,
                first_seen: row.get("first_seen")?,
            })
        },
    )
}
