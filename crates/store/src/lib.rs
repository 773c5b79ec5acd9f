//! The competition file: one SQLite database, `*.timbang`, for the chair's competition or a judge's working copy.
//!
//! Terms: a [`Store`] is one open file; its [`Contents`] can be read at any time; a [`Write`] is the right to change them
//! and exists only inside [`Store::transact`]. Each noun (`entries`, `judges`, `hand_overs`, …) has a module with its SQL;
//! functions that read take `&Contents`, functions that change take `&Write`.
//!
//! **Never here**: scores or anything else computed, private keys, a clock, randomness, an opinion about what the stored
//! bytes of hand-overs, packets and decisions mean.

pub mod attachments;
pub mod backup;
pub mod check;
pub mod competition;
pub mod decisions;
pub mod declarations;
pub mod devices;
pub mod entries;
mod error;
mod file;
pub mod hand_overs;
pub mod handed_over;
pub mod imports;
pub mod journal;
pub mod judges;
pub mod notes;
pub mod opened_packets;
pub mod packets;
pub mod predecessors;
mod row;
pub mod rules;
pub mod settings;
pub mod sheets;
#[cfg(test)]
mod test_support;
mod transact;
pub mod undo;
pub mod visits;

pub use competition::{Birth, Role};
pub use error::StoreError;
pub use file::{Contents, Foreign, Store};
pub use transact::Write;

/// The hash by which bytes are named everywhere in Timbang: BLAKE3.
#[must_use]
pub fn hash_of(bytes: &[u8]) -> judging::Hash {
    judging::Hash(*blake3::hash(bytes).as_bytes())
}
