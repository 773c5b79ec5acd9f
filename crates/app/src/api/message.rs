//! What judges tell the chair beside their marks.

use super::conflict::DeclaredConflict;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a judge tells the chair in a hand-over: conflicts of interest, notes, why something is not final. As far as the texts
/// are here; they are not part of what counts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Message {
    /// When the judge declared to have no conflict of interest but these, RFC 3339.
    pub stated_at: Option<String>,
    /// The conflicts that the judge declares, actual and potential.
    pub declared: Vec<DeclaredRow>,
    /// Why the judge handed over although not everything was final.
    pub why: Option<String>,
    /// The private notes that the judge chose to hand over.
    pub notes: Vec<NoteRow>,
}

/// A conflict of interest with an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeclaredRow {
    /// Entry code.
    pub entry: String,
    /// Its title; empty when the competition has no such entry.
    pub title: String,
    /// What is declared.
    pub conflict: DeclaredConflict,
}

/// A note on an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NoteRow {
    /// Stage code.
    pub stage: String,
    /// Entry code.
    pub entry: String,
    /// Its title; empty when the competition has no such entry.
    pub title: String,
    /// In the judge's words.
    pub text: String,
}

/// Whose messages to show.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct MessagesAsked {
    /// Only what concerns this entry.
    #[ts(optional)]
    pub entry: Option<String>,
}

/// What judges tell the chair in the hand-overs that hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Messages {
    /// By judge, number and name of the hand-over; those that say nothing are left out.
    pub rows: Vec<JudgeMessage>,
}

/// What one judge tells in one hand-over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JudgeMessage {
    /// Code of the judge.
    pub judge: String,
    /// Name of the judge.
    pub name: String,
    /// Number of the hand-over.
    pub number: u32,
    /// Name of the hand-over.
    pub hand_over: String,
    /// When the device's clock says it was made, RFC 3339.
    pub made_at: String,
    /// What is told.
    pub message: Message,
}
