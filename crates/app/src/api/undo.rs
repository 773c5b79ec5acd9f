//! What can be taken back and done again.

use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// An operation, as data to be said in the user's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Operation {
    /// Its kind, as in the journal: `import`, `mark`, `recuse` …
    pub op: String,
    /// What it was about.
    pub subject: String,
    /// The texts and numbers of its detail, by name.
    pub params: BTreeMap<String, String>,
}

/// What undo and redo would do now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Undoable {
    /// What would be taken back; none when there is nothing, or when the last operation lasts.
    pub undo: Option<Operation>,
    /// What would be done again.
    pub redo: Option<Operation>,
}

/// An operation was taken back, or done again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Undone {
    /// The operation.
    pub operation: Operation,
    /// What undo and redo would do now.
    pub now: Undoable,
}
