//! Hand-overs coming back.

use super::word::Word;
use judging::progress::Covered;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Files to look at or to merge.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct Files {
    /// Full paths.
    pub files: Vec<String>,
}

/// What merging did, or would do, a row a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Merge {
    /// In the order given.
    pub rows: Vec<MergeRow>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MergeRow {
    /// File name as given.
    pub file: String,
    /// Who speaks, when it could be read.
    pub judge: Option<String>,
    /// The hand-over's number.
    pub number: Option<u32>,
    /// What it is to this competition.
    pub verdict: Verdict,
    /// Final sheets in it.
    pub sheets: u32,
    /// Marks that differ from what the same device said before.
    pub changed: u32,
    /// Sheets that the same device had not handed over before.
    pub new_sheets: u32,
    /// Field reports in it.
    pub reports: u32,
    /// Which marks differ: "OPD-007 dampak: 80 → 85", the first 20.
    pub changes: Vec<String>,
    /// Why it was refused, is older or in conflict.
    pub reason: Option<String>,
    /// The code of the refusal, to translate by.
    pub code: Option<String>,
}

/// What a hand-over is to a competition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The first of its device.
    New,
    /// Goes beyond what the device said before.
    Newer,
    /// Already here, byte for byte.
    Same,
    /// A later one is here; kept in the archive, changes nothing.
    Older,
    /// Contradicts another; kept, and the chair must settle.
    Conflict,
    /// Not taken.
    Refused,
}

/// Who has filed what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Board {
    /// Judges, in order of code.
    pub rows: Vec<BoardRow>,
    /// Entries that have too few sheets or no judge at all.
    pub thin: Vec<ThinRow>,
    /// Hand-overs that came after the result was published; they count when the chair accepts them.
    pub late: Vec<LateRow>,
    /// What everyone still owes, as a text to paste into a message.
    pub reminder: String,
}

/// A hand-over that came after the result was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LateRow {
    /// What a decision names.
    pub hand_over: String,
    /// Judge code.
    pub judge: String,
    /// Its number.
    pub number: u32,
    /// When it was received, RFC 3339.
    pub received_at: String,
}

/// One judge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardRow {
    /// Code.
    pub judge: String,
    /// Name.
    pub name: String,
    /// `no-packet`, `none` (a packet was made; whether it was opened is not known), `opened` (a hand-over
    /// that says nothing yet), `received`, `complete`, `stale-rules`, `conflict`.
    pub state: String,
    /// Number of the last hand-over in force.
    pub number: Option<u32>,
    /// When it was received, RFC 3339.
    pub received_at: Option<String>,
    /// Hand-overs in the archive that a later one stands for.
    pub superseded: u32,
    /// Sheets to file.
    pub owed: u32,
    /// Final sheets filed.
    pub filed: u32,
    /// Drafts, which do not count.
    pub drafts: u32,
    /// Recusals.
    pub recused: u32,
    /// By stage and category.
    pub cells: Vec<BoardCell>,
    /// Codes of entries still owed, by stage: "penilaian: OPD-001, OPD-004".
    pub owes: Vec<String>,
}

/// One judge in one category of one stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardCell {
    /// Stage code.
    pub stage: String,
    /// Category code.
    pub category: String,
    /// Sheets to file.
    pub owed: u32,
    /// Final sheets filed.
    pub filed: u32,
    /// Entries the judge stands aside for.
    pub recused: u32,
    /// Unsettled conflicts.
    pub conflicts: u32,
}

/// An entry that has too few sheets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ThinRow {
    /// Stage code.
    pub stage: String,
    /// Entry code.
    pub entry: String,
    /// Sheets filed.
    pub filed: u32,
    /// Judges assigned.
    pub assigned: u32,
    /// Whether it has the sheets it takes.
    pub covered: Word<Covered>,
}

/// Statements that differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Conflicts {
    /// Unsettled ones.
    pub rows: Vec<ConflictRow>,
}

/// One judge, stage and entry on which hand-overs differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ConflictRow {
    /// Judge code.
    pub judge: String,
    /// Stage code.
    pub stage: String,
    /// Entry code.
    pub entry: String,
    /// Title of the entry.
    pub title: String,
    /// The values, side by side.
    pub sides: Vec<ConflictSide>,
}

/// One of the values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ConflictSide {
    /// The hand-over that holds it: what a decision names.
    pub hand_over: String,
    /// Its number.
    pub number: u32,
    /// The device, as words.
    pub device: String,
    /// When the device's clock says it was made, RFC 3339. Never decides.
    pub made_at: String,
    /// `final`, `draft`, `recused`.
    pub state: String,
    /// By criterion, in the rubric's order.
    pub marks: Vec<ConflictMark>,
    /// Remark or reason.
    pub remark: String,
}

/// One mark of one side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ConflictMark {
    /// Criterion code.
    pub criterion: String,
    /// The mark.
    pub mark: String,
    /// Whether the sides differ here.
    pub differs: bool,
}

/// A score form for a judge without the program.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct FormAsked {
    /// For whom.
    pub judge: String,
    /// For which stage.
    pub stage: String,
    /// Where to write the workbook.
    pub out: String,
}

/// A score form that came back.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct FilledForm {
    /// The workbook.
    pub file: String,
    /// Why the chair enters it on the judge's behalf; not empty.
    pub reason: String,
}

/// What a filled form became: a hand-over entered by the chair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FormEntered {
    /// On whose behalf.
    pub judge: String,
    /// In which stage.
    pub stage: String,
    /// Number of the hand-over, counted on this device.
    pub number: u32,
    /// Its name.
    pub hash: String,
    /// Sheets that are complete, and so final.
    pub final_sheets: u32,
    /// Sheets with marks missing, which do not count.
    pub draft_sheets: u32,
}

/// A folder into which hand-overs come, for example one that is synchronised.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct Folder {
    /// Full path.
    pub folder: String,
}

/// What has come into a folder since it was looked at last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Watched {
    /// Hand-overs that are not archived yet, and files that call themselves so.
    pub files: Vec<WatchedFile>,
    /// Files that are still being written.
    pub waiting: u32,
    /// Files that are no hand-overs or are archived already.
    pub passed_over: u32,
}

/// One file that came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WatchedFile {
    /// Full path, to merge it by.
    pub path: String,
    /// What it is to this competition.
    pub row: MergeRow,
}
