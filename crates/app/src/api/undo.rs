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

/// What undo came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(untagged)]
pub enum UndoAnswer {
    /// The last operation was taken back.
    Undone(Undone),
    /// The last operation is a signed decision. Nothing was done; the chair may decide that it no longer holds.
    Offered(Offered),
}

/// What is offered in place of taking back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Offered {
    /// To cancel this decision by another one.
    pub offers: OfferedDecision,
}

/// A decision that another one can cancel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OfferedDecision {
    /// Its hash.
    pub decision: String,
    /// 1, 2, 3 …
    pub number: u32,
}

/// An operation was taken back, or done again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Undone {
    /// The operation.
    pub operation: Operation,
    /// What undo and redo would do now.
    pub now: Undoable,
}
