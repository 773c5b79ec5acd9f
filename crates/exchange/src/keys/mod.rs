//! Who signs and for whom is sealed: one key pair of each kind for one person on one device.
//!
//! **Never here**: randomness; the bytes to make keys from are passed in. A secret shows itself in no `Debug`.

mod backup;
mod enrolment;
mod identity;

pub use backup::{read_backup, write_backup};
pub use enrolment::EnrolmentSecret;
pub use identity::{Identity, IdentityError, Recipient, RecipientError};

use crate::passphrase::words_of;
use judging::DeviceId;

/// Six words for comparing a device's key by telephone: the first 66 bits of its BLAKE3.
#[must_use]
pub fn fingerprint(device: DeviceId) -> String {
    words_of(blake3::hash(&device.0).as_bytes())
}

#[cfg(test)]
mod tests;
