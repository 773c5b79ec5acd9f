//! What a judge handed over before, for the judge to read.

use super::desk::DeskState;
use super::message::Message;
use super::summary::SheetChange;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// All that was handed over from this device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OwnHandOvers {
    /// The last one first.
    pub rows: Vec<OwnHandOverRow>,
}

/// One hand-over at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OwnHandOverRow {
    /// 1, 2, 3 …
    pub number: u32,
    /// Its name.
    pub hand_over: String,
    /// When it was made, RFC 3339.
    pub made_at: String,
    /// Final sheets in it.
    pub finals: u32,
    /// Drafts in it.
    pub drafts: u32,
    /// Recusals in it.
    pub recusals: u32,
}

/// Which one to read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct OwnHandOverAsked {
    /// 1, 2, 3 …
    pub number: u32,
}

/// What one hand-over says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OwnHandOver {
    /// At a glance.
    pub row: OwnHandOverRow,
    /// What it tells the chair beside the marks.
    pub message: Message,
    /// What it says of each sheet, by stage, category and code; with those that it says nothing of and that were begun since.
    pub sheets: Vec<HandedSheet>,
}

/// One sheet as it was handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HandedSheet {
    /// Stage code.
    pub stage: String,
    /// Entry code.
    pub entry: String,
    /// The entry's title.
    pub title: String,
    /// How far the sheet was.
    pub state: DeskState,
    /// The marks, by criterion.
    pub marks: Vec<HandedMark>,
    /// The remark on the entry; empty for none.
    pub remark: String,
    /// What is different now; none where the desk says the same.
    pub change: Option<SheetChange>,
}

/// One mark as it was handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HandedMark {
    /// Criterion code.
    pub criterion: String,
    /// Decimal.
    pub mark: String,
    /// Beside it; empty for none.
    pub remark: String,
}
