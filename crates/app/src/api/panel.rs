//! The panel and its packets.

use super::message::Message;
use super::rules::BlindField;
use super::word::Word;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A member to add.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct NewJudge {
    /// `J1`.
    pub code: String,
    /// Name with titles.
    pub name: String,
    /// Stages assigned; none means all.
    pub stages: Vec<String>,
    /// Categories assigned; none means all.
    pub categories: Vec<String>,
    /// Entries assigned; none means all.
    pub entries: Vec<String>,
    /// Criteria assigned; none means all.
    pub criteria: Vec<String>,
    /// The post outside the panel; what is left out stays as it is.
    #[ts(optional)]
    pub post: Option<String>,
    /// Where.
    #[ts(optional)]
    pub institution: Option<String>,
    /// The number of a civil servant, 18 digits. Like post and institution it stays in the chair's file: no packet has it.
    #[ts(optional)]
    pub nip: Option<String>,
}

/// All judges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Judges {
    /// In order of code.
    pub rows: Vec<JudgeRow>,
}

/// One judge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JudgeRow {
    /// Code of the judge.
    pub judge: String,
    /// Name of the judge.
    pub name: String,
    /// The judge's post outside the panel; empty where it is not known.
    pub post: String,
    /// Where.
    pub institution: String,
    /// The number of a civil servant.
    pub nip: String,
    /// Stages assigned; none means all.
    pub stages: Vec<String>,
    /// Categories assigned; none means all.
    pub categories: Vec<String>,
    /// Entries assigned; none means all.
    pub entries: Vec<String>,
    /// Criteria assigned; none means all.
    pub criteria: Vec<String>,
    /// How many sheets the judge is to file.
    pub owed: u32,
    /// What the judge's packet leaves out of the entries, because a stage is judged blind.
    pub left_out: Vec<Word<BlindField>>,
    /// Entries of the packet whose titles name the agency that it leaves out.
    pub telling_titles: Vec<String>,
    /// When the last packet was made, RFC 3339.
    pub packet_at: Option<String>,
    /// Whether name or assignment were changed since: the judge needs a new packet.
    pub packet_is_old: bool,
    /// Devices that have handed over, as words to compare by telephone.
    pub devices: Vec<String>,
    /// What the judge tells beside the marks in the last hand-over: conflicts of interest, notes, why something is not final.
    /// Several where several devices speak.
    pub messages: Vec<Message>,
}

/// Which packet to make, and where.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct PacketAsked {
    /// Code of the judge it is for.
    pub judge: String,
    /// Where to write it.
    pub out: String,
}

/// For whom to make packets, and into which folder.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct PacketsAsked {
    /// Where to write them, each named by its judge.
    pub folder: String,
    /// Codes of the judges.
    pub judges: Vec<String>,
}

/// The packets that were made. Their passphrases are not kept anywhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PacketsMade {
    /// In order of judge.
    pub packets: Vec<PacketMade>,
    /// Judges for whom none was made: they have nothing to judge yet.
    pub without_entries: Vec<String>,
}

/// A packet was made. The passphrase is not kept anywhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PacketMade {
    /// Full path.
    pub file: String,
    /// Code of the judge it is for.
    pub judge: String,
    /// Six words to read out to the judge; shown once.
    pub passphrase: String,
    /// The chair's keys as words, to compare by telephone.
    pub fingerprint: String,
    /// How many entries are in it.
    pub entries: u32,
    /// What it leaves out of the entries, because a stage is judged blind.
    pub left_out: Vec<Word<BlindField>>,
    /// Entries whose titles name the agency that it leaves out.
    pub telling_titles: Vec<String>,
}

/// Whose desk to open at the chair's own machine.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct OwnDesk {
    /// Code of the judge.
    pub judge: String,
}
