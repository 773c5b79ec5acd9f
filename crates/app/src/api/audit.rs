//! What those who doubt look at: the journal, the check of a file, backups, a result pack computed again.

use super::standings::Standings;
use super::undo::OpKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which lines of the journal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct JournalAsked {
    /// Only this operation.
    #[ts(optional)]
    pub op: Option<OpKind>,
    /// Only with this text in subject or detail.
    #[ts(optional)]
    pub search: Option<String>,
    /// Only lines before this one.
    #[ts(optional)]
    pub before: Option<u32>,
    /// How many at most.
    #[ts(optional)]
    pub limit: Option<u32>,
}

/// Lines of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JournalPage {
    /// Newest first; the next page begins before the last one's `seq`.
    pub rows: Vec<JournalRow>,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JournalRow {
    /// From 1.
    pub seq: u32,
    /// RFC 3339.
    pub at: String,
    /// The device, as words.
    pub device: String,
    /// The kind of operation.
    pub op: OpKind,
    /// What it was about.
    pub subject: String,
    /// Before and after, as JSON text.
    pub detail: String,
    /// Its hash.
    pub hash: String,
}

/// What checking a file found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Checked {
    /// Full path.
    pub file: String,
    /// Whether nothing is wrong.
    pub sound: bool,
    /// What was looked at.
    pub looked_at: Vec<String>,
    /// What is wrong.
    pub flaws: Vec<String>,
}

/// Backups of the open file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Backups {
    /// Newest first.
    pub rows: Vec<BackupRow>,
}

/// One backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupRow {
    /// Full path.
    pub file: String,
    /// RFC 3339.
    pub made_at: String,
    /// In bytes.
    pub bytes: u32,
}

/// What a result pack says, and whether computing it again gives the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Recomputed {
    /// Name of the competition.
    pub name: String,
    /// The chair's keys, as words.
    pub chair: String,
    /// When it was published, RFC 3339.
    pub published_at: Option<String>,
    /// Whether the standings come out the same.
    pub equal: bool,
    /// The first difference, in plain words.
    pub difference: Option<String>,
    /// Signatures and chains verified.
    pub verified: Vec<String>,
    /// The standings as recomputed.
    pub standings: Standings,
}
