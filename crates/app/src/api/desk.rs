//! A judge's desk: the packet opened, the sheets and their marks, the hand-over.

use super::conflict::{ConflictKind, DeclaredConflict};
use super::entries::EntryRow;
use super::overview::Overview;
use super::rules::CriterionView;
use super::undo::Undoable;
use super::word::{Word, crossing};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A packet of which the words are to be checked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct CheckPacket {
    /// The `*.paket`.
    pub packet: String,
    /// The six words.
    pub passphrase: String,
}

/// A packet to open into a working copy.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct OpenPacket {
    /// The `*.paket`.
    pub packet: String,
    /// The six words.
    pub passphrase: String,
    /// Where the working copy goes; one that this judge has already is renewed.
    pub out: String,
}

/// A packet was opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PacketOpened {
    /// The working copy.
    pub overview: Overview,
    /// What the packet brought, where there was a copy already.
    pub renewed: Option<Renewed>,
}

/// What a newer packet brought into a working copy.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Renewed {
    /// Whether the rules are other ones.
    pub rules_changed: bool,
    /// Marks that stay, as they were or rescaled.
    pub kept: u32,
    /// Sheets that were complete and are to be scored again.
    pub again: u32,
    /// New entries.
    pub entries: u32,
    /// Claims of the new rules that drafts of visits are to check too.
    pub claims: u32,
}

/// The desk of a working copy's judge. Scores are decimals as text, rounded as the rules say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeskView {
    /// The stages in which this judge files sheets, in order.
    pub stages: Vec<DeskStage>,
    /// One for each sheet the judge is to file: by stage, category and code.
    pub rows: Vec<DeskRow>,
    /// What undo and redo would do now.
    pub undoable: Undoable,
}

/// A stage with what this judge marks in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeskStage {
    /// Its code.
    pub code: String,
    /// As printed.
    pub name: String,
    /// Last day, `2023-11-20`.
    pub to: Option<String>,
    /// The score of a sheet with the highest mark everywhere.
    pub highest: Option<String>,
    /// The criteria this judge marks, and the groups above them, in printed order.
    pub criteria: Vec<CriterionView>,
}

/// One sheet at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeskRow {
    /// Stage code.
    pub stage: String,
    /// Entry code.
    pub entry: String,
    /// The entry's title.
    pub title: String,
    /// Category code.
    pub category: String,
    /// Agency behind the entry.
    pub agency: String,
    /// How far the sheet is.
    pub state: DeskState,
    /// The score; none while a required mark is missing.
    pub score: Option<String>,
    /// Criteria whose required mark or remark is missing.
    pub missing: Vec<String>,
    /// The conflict of interest declared of the entry in this stage.
    pub conflict: Option<Word<ConflictKind>>,
    /// Sorting by this, then by code, gives the judge's own shuffled order, the same on every day.
    pub shuffled: u32,
}

judging::words! {
    /// How far a sheet is.
    pub enum DeskState {
        /// Nothing was said of it.
        Untouched = "untouched",
        /// A draft.
        Begun = "begun",
        /// The judge stands by it.
        Final = "final",
        /// The judge stands aside.
        Recused = "recused",
    }
}
crossing!(DeskState);

/// Which sheet.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct SheetAsked {
    /// Stage code.
    pub stage: String,
    /// Entry code.
    pub entry: String,
}

/// One sheet, and the entry it speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeskSheet {
    /// Stage code.
    pub stage: String,
    /// Entry code.
    pub entry: String,
    /// How far it is.
    pub state: DeskState,
    /// Marks given, in printed order. A criterion that is not here has none; that is never zero.
    pub marks: Vec<DeskMark>,
    /// On the whole entry; empty for none.
    pub remark: String,
    /// What the judge noted for nobody else; empty for none.
    pub note: String,
    /// Whether the judge chose that the note goes along with a hand-over.
    pub note_handed_over: bool,
    /// Why the judge stands aside, if so.
    pub recusal: Option<String>,
    /// The conflict of interest declared of the entry in this stage, actual or potential.
    pub conflict: Option<DeclaredConflict>,
    /// The score, rounded as the rules say; none while a required mark is missing.
    pub score: Option<String>,
    /// The same as it goes into the stage score, a fraction: `1749/20`.
    pub exact: Option<String>,
    /// The score of the marks given so far, rounded.
    pub running: Option<String>,
    /// Criteria whose required mark or remark is missing.
    pub missing: Vec<String>,
    /// All that was registered of the entry.
    pub registration: EntryRow,
    /// What the entry was known by when the sheet was last changed, where the chair amended it since.
    pub marked_as: Option<super::decisions::Particulars>,
}

/// One mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeskMark {
    /// Criterion code.
    pub criterion: String,
    /// On the criterion's scale.
    pub mark: String,
    /// Beside it; empty for none.
    pub remark: String,
}

/// The complete drafts were made final.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FinishedAll {
    /// How many are final now that were not.
    pub finished: u32,
    /// The sheets that are still to be worked on, with what is missing in each.
    pub left: Vec<DeskRow>,
}

/// Marks were taken from a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Marked {
    /// Rows read.
    pub rows: u32,
    /// Sheets of the table that are final.
    pub final_sheets: u32,
    /// Sheets of the table that are drafts.
    pub draft_sheets: u32,
}

/// A hand-over was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HandedOver {
    /// Full path.
    pub file: String,
    /// Code of the judge.
    pub judge: String,
    /// 1, 2, 3 …
    pub number: u32,
    /// Its name.
    pub hash: String,
    /// Final sheets in it.
    pub sheets: u32,
    /// Drafts in it, which do not count.
    pub drafts: u32,
    /// Recusals in it.
    pub recusals: u32,
    /// Visits in it.
    pub visits: u32,
    /// Photos that the file leaves out because an earlier one held them.
    pub left_out: u32,
    /// The judge's keys as six words, to be read out by telephone.
    pub fingerprint: String,
}

/// A mark to give, in place of the one before.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct SetMark {
    /// Stage code.
    pub stage: String,
    /// Entry code.
    pub entry: String,
    /// Criterion code.
    pub criterion: String,
    /// On the criterion's scale, with a decimal point.
    pub mark: String,
    /// Beside it; the one there stays when left out.
    #[serde(default)]
    #[ts(optional)]
    pub remark: Option<String>,
    /// Whether the text is still being typed: it is saved, and is one operation with what is saved in this field until the
    /// field is left.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub typing: bool,
}

/// A mark to take away.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct ClearMark {
    /// Stage code.
    pub stage: String,
    /// Entry code.
    pub entry: String,
    /// Criterion code.
    pub criterion: String,
}

/// A remark on the whole entry.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct SetRemark {
    /// Stage code.
    pub stage: String,
    /// Entry code.
    pub entry: String,
    /// Empty for none.
    pub remark: String,
    /// Whether the text is still being typed: it is saved, and is one operation with what is saved in this field until the
    /// field is left.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub typing: bool,
}

/// A private note on an entry.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct SetNote {
    /// Stage code.
    pub stage: String,
    /// Entry code.
    pub entry: String,
    /// Empty for none; the one there stays when left out.
    #[serde(default)]
    #[ts(optional)]
    pub text: Option<String>,
    /// Whether it goes along with a hand-over; as it is when left out, and not at first.
    #[serde(default)]
    #[ts(optional)]
    pub hand_over: Option<bool>,
    /// As in [`SetRemark`].
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub typing: bool,
}

/// To stand aside for one entry.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct Recuse {
    /// Stage code.
    pub stage: String,
    /// Entry code.
    pub entry: String,
    /// Why; not empty.
    pub reason: String,
}

/// To hand over.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
pub struct HandOverAsked {
    /// Where to write the file.
    pub out: String,
    /// Why drafts or untouched sheets remain; needed where the summary says so. The chair reads it with the hand-over.
    #[serde(default)]
    #[ts(optional)]
    pub why: Option<String>,
    /// Whether photos that the file of an earlier hand-over held go along once more: the chair may never have got that file.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub all_photos: bool,
}

/// A sheet was changed: all that a screen needs to go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetChanged {
    /// The sheet at a glance, as it is now.
    pub row: DeskRow,
    /// The sheet as it is now.
    pub sheet: DeskSheet,
    /// What undo and redo would do now.
    pub undoable: Undoable,
}
