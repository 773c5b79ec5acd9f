//! What became of a judge's own sheets in a published result.

use super::word::Word;
use judging::receipt::ReceiptKind;
use serde::Serialize;
use ts_rs::TS;

/// The receipt of a working copy's judge for a result pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReceiptView {
    /// Name of the competition, as in the pack.
    pub name: String,
    /// The chair's keys as words, to compare by telephone.
    pub chair: String,
    /// When the result was published, RFC 3339; none while it is not.
    pub published_at: Option<String>,
    /// Whether every final sheet counts as it was given.
    pub all: bool,
    /// One for each final sheet of this judge, by stage and entry.
    pub rows: Vec<ReceiptRow>,
}

/// One final sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReceiptRow {
    /// Stage code.
    pub stage: String,
    /// Entry code.
    pub entry: String,
    /// Title of the entry.
    pub title: String,
    /// Whether it counts with the marks that the judge gave.
    pub counted: bool,
    /// Why not.
    pub reason: Option<Word<ReceiptKind>>,
    /// More about the reason: the chair's words, or the number of the later hand-over.
    pub detail: Option<String>,
}
