//! What several folders ask or answer.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Nothing to ask or nothing to say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// One file on this machine.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct File {
    /// Full path.
    pub file: String,
}

/// Files written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Written {
    /// Full paths.
    pub files: Vec<String>,
}

/// How many, as a number that crosses: the page can hold every `u32` exactly.
pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
