//! Hand-overs coming back.

use super::message::Message;
use super::word::{Word, crossing};
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
    pub verdict: HandOverVerdict,
    /// Final sheets in it.
    pub sheets: u32,
    /// Marks that differ from what the same device said before.
    pub changed: u32,
    /// Sheets that the same device had not handed over before.
    pub new_sheets: u32,
    /// Visits in it.
    pub visits: u32,
    /// Photos and texts that it names and that are neither in it nor here: an earlier file of this judge holds them.
    pub missing: u32,
    /// Which marks differ: "OPD-007 dampak: 80 → 85", the first 20.
    pub changes: Vec<String>,
    /// What the judge tells the chair beside the marks; none where nothing is told.
    pub message: Option<Message>,
    /// What is to be said of one that was not refused.
    pub note: Option<MergeNote>,
    /// The note or the refusal in plain English.
    pub reason: Option<String>,
    /// The code of the refusal, to translate by.
    pub code: Option<String>,
}

judging::words! {
    /// What a hand-over is to a competition.
    pub enum HandOverVerdict {
        /// The first of its device.
        New = "new",
        /// Goes beyond what the device said before.
        Newer = "newer",
        /// Already here, byte for byte.
        Same = "same",
        /// A later one is here; kept in the archive, changes nothing.
        Older = "older",
        /// Contradicts another; kept, and the chair must settle.
        Conflict = "conflict",
        /// Not taken.
        Refused = "refused",
    }
}

judging::words! {
    /// What is to be said of a hand-over that may come in.
    pub enum MergeNote {
        /// The same device has said something else under this number or before it.
        Forked = "forked",
        /// Another device of the judge gives other marks.
        OtherDevice = "other-device",
        /// A later hand-over of the device is here already.
        Superseded = "superseded",
        /// It was made under earlier rules.
        EarlierRules = "earlier-rules",
        /// It came after the result was published.
        Late = "late",
    }
}

judging::words! {
    /// How far a judge's hand-overs are.
    pub enum JudgeState {
        /// No packet was made.
        NoPacket = "no-packet",
        /// A packet was made; whether it was opened is not known.
        NothingYet = "none",
        /// A hand-over came that says nothing yet.
        Opened = "opened",
        /// Something is still owed.
        Received = "received",
        /// Nothing is owed.
        Complete = "complete",
        /// The last hand-over was made under earlier rules.
        StaleRules = "stale-rules",
        /// Hand-overs differ, and the chair has not settled it.
        Conflict = "conflict",
    }
}

judging::words! {
    /// What one side of a conflict says of the entry.
    pub enum SideState {
        /// A sheet that the judge stands by.
        Final = "final",
        /// A sheet that is not finished.
        Draft = "draft",
        /// The judge stands aside.
        Recused = "recused",
    }
}

crossing!(HandOverVerdict, MergeNote, JudgeState, SideState);

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
    /// Code of the judge.
    pub judge: String,
    /// Name of the judge.
    pub name: String,
    /// How far the hand-overs are.
    pub state: JudgeState,
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
    /// What it says of the entry.
    pub state: SideState,
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
    /// Code of the judge it is for.
    pub judge: String,
    /// Code of the stage it is for.
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
    /// Code of the judge on whose behalf it was entered.
    pub judge: String,
    /// Code of the stage.
    pub stage: String,
    /// Number of the hand-over, counted on this device.
    pub number: u32,
    /// Its hash, by which it is named.
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
