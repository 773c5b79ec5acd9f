//! Visits of verifiers, as they are written and shown.

use super::returns::PredecessorRow;
use super::undo::Undoable;
use super::word::Word;
use judging::sheet::SheetState;
use judging::visit::{Method, MissingPart, PhotoKind, Recommendation, Verdict, VisitMode};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a visit says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VisitContent {
    /// How it was made.
    pub mode: Word<VisitMode>,
    /// When it began: `2023-11-21T09:10:00+08:00`.
    pub began: Option<String>,
    /// When it ended.
    pub ended: Option<String>,
    /// Where, in words.
    pub place: String,
    /// Where, on earth.
    pub position: Option<VisitPlace>,
    /// What is recommended.
    pub recommendation: Option<Word<Recommendation>>,
    /// Why.
    pub reason: String,
    /// Free notes.
    pub notes: String,
    /// What the agency objects.
    pub objection: String,
    /// What a member of the team sees otherwise.
    pub dissent: String,
    /// The office met.
    pub office: VisitOffice,
    /// Who visited.
    pub team: Vec<VisitPerson>,
    /// Beneficiaries who were asked.
    pub respondents: Vec<VisitRespondent>,
    /// What was checked.
    pub claims: Vec<VisitClaim>,
    /// The photos taken.
    pub photos: Vec<VisitPhotoRow>,
}

/// Degrees as decimals, north and east above zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VisitPlace {
    /// North.
    pub latitude: String,
    /// East.
    pub longitude: String,
    /// Within so many metres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub accuracy: Option<u32>,
}

/// The office met and its officer. Empty texts where nothing is known, or where the hand-over left persons out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VisitOffice {
    /// The office.
    pub name: String,
    /// The officer's name.
    pub officer: String,
    /// The officer's number.
    pub nip: String,
    /// The officer's post.
    pub post: String,
}

/// A member of the team.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VisitPerson {
    /// With titles.
    pub name: String,
    /// Civil servant's number.
    pub nip: String,
    /// *Jabatan*.
    pub post: String,
    /// Where they serve.
    pub institution: String,
}

/// A beneficiary who was asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VisitRespondent {
    /// Not the name.
    pub initials: String,
    /// What they are.
    pub role: String,
    /// Whether they are satisfied.
    pub satisfied: Option<bool>,
    /// Why.
    pub why: String,
}

/// A claim with what was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VisitClaim {
    /// What is claimed.
    pub text: String,
    /// The criterion that it bears on.
    pub criterion: Option<String>,
    /// What the proposal says.
    pub claimed: String,
    /// What was found.
    pub found: String,
    /// In what both are counted.
    pub unit: Option<String>,
    /// How it was checked.
    pub method: Option<Word<Method>>,
    /// What came of it.
    pub verdict: Option<Word<Verdict>>,
    /// Beside it.
    pub note: String,
    /// Names of the photos that show it.
    pub photos: Vec<String>,
}

/// A photo of a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VisitPhotoRow {
    /// Its name, a hash.
    pub photo: String,
    /// The file as it was.
    pub original: OriginalFile,
    /// When it was taken, in local time.
    pub taken: Option<String>,
    /// Maker and model of the camera.
    pub device: Option<String>,
    /// Where it was taken.
    pub position: Option<VisitPlace>,
    /// What it shows.
    pub kind: Option<Word<PhotoKind>>,
    /// In words.
    pub caption: String,
    /// Pixels.
    pub width: u16,
    /// Pixels.
    pub height: u16,
    /// Of the picture.
    pub bytes: u32,
    /// What a reader should know of it.
    #[serde(default)]
    pub notes: Vec<PhotoNote>,
}

judging::words! {
    /// What a reader should know of a photo.
    pub enum PhotoNote {
        /// It says that it was taken before the visit began or after it ended.
        TimeDiffers = "time-differs",
        /// It says nothing of when it was taken.
        NoTime = "no-time",
        /// It says that it was taken elsewhere.
        PositionDiffers = "position-differs",
        /// It says nothing of where it was taken, or the verifier left that out.
        NoPosition = "no-position",
        /// Its bytes are not in this file.
        NotHere = "not-here",
    }
}
super::word::crossing!(PhotoNote);

/// An untouched file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OriginalFile {
    /// Of all its bytes.
    pub hash: String,
    /// How many.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// A visit, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VisitRow {
    /// Its id.
    pub visit: String,
    /// Who made it.
    pub judge: String,
    /// Code of the stage.
    pub stage: String,
    /// Code of the entry.
    pub entry: String,
    /// The entry's title.
    pub title: String,
    /// Who stands behind the entry.
    pub agency: String,
    /// The *kecamatan* in which the entry is carried out; empty where it is not registered.
    pub district: String,
    /// Whether the verifier says that it is finished.
    pub state: Word<SheetState>,
    /// What it says.
    #[serde(flatten)]
    pub content: VisitContent,
    /// The hand-over that words it so; none in the verifier's own working copy.
    pub hand_over: Option<String>,
    /// What it lacks before it can be final.
    pub missing: Vec<MissingInVisit>,
    /// Metres from the place where the entry is registered, where both are known.
    pub metres: Option<u32>,
    /// Whether it began before the first day of its stage, or after the last.
    pub outside_dates: bool,
    /// Claims on which verifiers differ and which the chair has settled, with the visit that is right.
    pub settled: Vec<SettledClaim>,
    /// Claims on which the visits to this entry differ and which are not settled.
    pub differs: Vec<String>,
    /// What was decided of the entry, where the stage is a gate.
    pub gate: Option<GateState>,
}

judging::words! {
    /// What was decided of an entry at a gate.
    pub enum GateState {
        /// Nothing yet.
        Waiting = "waiting",
        /// It goes on.
        Passed = "passed",
        /// It does not go on.
        Failed = "failed",
    }
}
super::word::crossing!(GateState);

/// What a visit lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MissingInVisit {
    /// What.
    pub part: Word<MissingPart>,
    /// The place of the claim that lacks it, from 0.
    pub claim: Option<u32>,
}

/// A claim that the chair has settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SettledClaim {
    /// The claim.
    pub claim: String,
    /// The visit that is right.
    pub chosen: String,
    /// The chair's reason.
    pub reason: String,
}

/// Which visits to show.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
pub struct VisitsAsked {
    /// Only of this entry.
    #[serde(default)]
    #[ts(optional)]
    pub entry: Option<String>,
}

/// Visits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Visits {
    /// By stage, entry and verifier.
    pub rows: Vec<VisitRow>,
    /// In the chair's file: nominees that nobody has visited.
    pub not_visited: Vec<NotVisited>,
    /// In a working copy: what its verifier is assigned to visit.
    pub to_visit: Vec<ToVisit>,
    /// What entries were in an earlier competition, by entry.
    pub predecessors: Vec<PredecessorRow>,
}

/// An entry that a verifier is assigned to visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ToVisit {
    /// Code of the stage.
    pub stage: String,
    /// As printed.
    pub stage_name: String,
    /// Code of the entry.
    pub entry: String,
    /// The entry's title.
    pub title: String,
    /// Who stands behind it.
    pub agency: String,
    /// What a new visit checks: the claims of the rules, with what the entry says of them, those of the entry itself, and those
    /// that were checked in an earlier competition.
    pub claims: Vec<VisitClaim>,
    /// The verifier's private note on the entry; empty for none.
    pub note: String,
    /// Whether the note goes along with a hand-over.
    pub note_handed_over: bool,
}

/// An entry that goes into a stage of verification and that nobody has visited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NotVisited {
    /// Code of the stage.
    pub stage: String,
    /// Code of the entry.
    pub entry: String,
    /// The entry's title.
    pub title: String,
    /// Who stands behind it.
    pub agency: String,
    /// The *kecamatan* in which it is carried out; empty where it is not registered.
    pub district: String,
    /// What was decided of it, where the stage is a gate.
    pub gate: Option<GateState>,
}

/// A visit that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VisitSaved {
    /// Its id.
    pub visit: String,
    /// Code of the stage.
    pub stage: String,
    /// Code of the entry.
    pub entry: String,
    /// Whether the verifier says that it is finished.
    pub state: Word<SheetState>,
    /// How many photos it has.
    pub photos: u32,
    /// What it lacks before it can be final.
    pub missing: Vec<MissingInVisit>,
    /// Photos that could not be kept.
    pub refused: Vec<RefusedPhoto>,
}

/// A visit as it is after a change in the notebook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VisitChanged {
    /// The visit.
    pub row: VisitRow,
    /// Photos that could not be kept.
    pub refused: Vec<RefusedPhoto>,
    /// What can be taken back and done again now.
    pub undoable: Undoable,
}

/// A private note as it is after a change in the notebook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VisitNoteChanged {
    /// Code of the stage.
    pub stage: String,
    /// Code of the entry.
    pub entry: String,
    /// Empty for none.
    pub note: String,
    /// Whether it goes along with a hand-over.
    pub note_handed_over: bool,
    /// What can be taken back and done again now.
    pub undoable: Undoable,
}

/// A photo that could not be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RefusedPhoto {
    /// Its file.
    pub file: String,
    /// Why.
    pub reason: super::error::Error,
}

/// A visit as the page has it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct SaveVisit {
    /// Its id; none for a new one.
    #[serde(default)]
    #[ts(optional)]
    pub visit: Option<String>,
    /// Code of the stage.
    pub stage: String,
    /// Code of the entry.
    pub entry: String,
    /// Whether the verifier says that it is finished.
    pub state: Word<SheetState>,
    /// All that it says.
    pub content: VisitContent,
    /// The name of the field in which a text is still being typed: until it is left, what is saved of it is one operation.
    #[serde(default)]
    #[ts(optional)]
    pub typing: Option<String>,
}

/// Photos for a visit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct AddPhotos {
    /// The visit's id.
    pub visit: String,
    /// Full paths.
    pub files: Vec<String>,
    /// The bytes of pictures that have no path, for they were pasted, in base64.
    #[serde(default)]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub pasted: Vec<String>,
}

/// Where the minutes of a visit are to be written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct MinutesAsked {
    /// The visit's id.
    pub visit: String,
    /// The workbook to write.
    pub out: String,
}

/// Which photo to show.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct PhotoAsked {
    /// Its name, a hash.
    pub photo: String,
}

/// A picture to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Picture {
    /// As the address of an image: `data:image/jpeg;base64,…`; none where its bytes are not here.
    pub address: Option<String>,
}
