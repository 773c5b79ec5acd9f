//! The result pack (`*.hasil`): everything from which the standings follow, signed by the chair, readable by anyone.
//!
//! Hand-overs and decisions are in it verbatim, each under its own signature. Of an entry it holds code, category, title
//! and agency alone: **never here** are numbers of persons, telephones and other columns of the registration.

mod read;
mod write;

pub use read::{PackFile, read};
pub use write::{Pack, write};

use judging::Hash;

/// How far the journal of the competition file had come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JournalHead {
    /// Lines in it.
    pub length: u64,
    /// Hash of the last one.
    pub hash: Hash,
}

#[cfg(test)]
mod tests;
