//! What a judge is about to hand over.

use super::conflict::ConflictKind;
use super::desk::DeskState;
use super::overview::LastHandOver;
use super::word::Word;
use serde::Serialize;
use ts_rs::TS;

/// What the next hand-over says, before it is made. Stages in which the judge has not begun are left out, for they may be
/// weeks away; where none is begun, the first one is in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HandOverSummary {
    /// The judge's code.
    pub judge: String,
    /// The number it would have: 1, 2, 3 …
    pub number: u32,
    /// A name for the file, of judge, number and date: `J1-2-2026-11-25.nilai`.
    pub file_name: String,
    /// The judge's keys as six words, to be read out by telephone.
    pub fingerprint: String,
    /// Sheets that are final and complete.
    pub finals: u32,
    /// Sheets that are begun; they do not count.
    pub drafts: u32,
    /// Sheets with nothing said.
    pub untouched: u32,
    /// Sheets that are begun and lack a required mark or remark.
    pub missing: u32,
    /// Sheets for which the judge stands aside.
    pub recused: u32,
    /// Sheets of entries with a potential conflict of interest.
    pub declared: u32,
    /// When the judge declared to have no other conflict of interest, RFC 3339; none yet.
    pub declared_at: Option<String>,
    /// Private notes that the judge chose to hand over.
    pub notes: u32,
    /// Visits.
    pub visits: u32,
    /// Sheets that say something else than the last hand-over.
    pub changed: u32,
    /// Whether drafts or untouched sheets remain, so that handing over needs a reason.
    pub why_needed: bool,
    /// The last hand-over from this device.
    pub last: Option<LastHandOver>,
    /// The sheets, by stage, category and code.
    pub rows: Vec<SummaryRow>,
}

/// One sheet in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SummaryRow {
    /// Stage code.
    pub stage: String,
    /// Entry code.
    pub entry: String,
    /// The entry's title.
    pub title: String,
    /// How far the sheet is.
    pub state: DeskState,
    /// Criteria whose required mark or remark is missing.
    pub missing: Vec<String>,
    /// The conflict of interest declared of the entry.
    pub conflict: Option<Word<ConflictKind>>,
    /// What is different from the last hand-over; none where it says the same, and before the first one.
    pub change: Option<SheetChange>,
}

/// What of a sheet is different from the last hand-over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetChange {
    /// How far the sheet was then.
    pub state_before: DeskState,
    /// The marks that differ.
    pub marks: Vec<MarkChange>,
    /// Whether a remark differs.
    pub remarks: bool,
}

/// A mark that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MarkChange {
    /// Criterion code.
    pub criterion: String,
    /// Then; none for no mark.
    pub before: Option<String>,
    /// Now; none for no mark.
    pub after: Option<String>,
}
