//! A judge's desk: the packet opened, the working copy at a glance, marks, the hand-over.

use super::competition::{FileOverview, Overview};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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

/// A judge's working copy at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeskOverview {
    /// The file.
    #[serde(flatten)]
    pub about: FileOverview,
    /// The judge's code.
    pub judge: String,
    /// The judge's name.
    pub judge_name: String,
    /// What there is to mark, by stage; only stages in which the judge has entries.
    pub work: Vec<StageWork>,
    /// What was handed over last.
    pub last_hand_over: Option<LastHandOver>,
}

/// What a judge has to mark in one stage. Every entry is counted once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StageWork {
    /// Stage code.
    pub stage: String,
    /// As printed.
    pub name: String,
    /// The last day on which marks are given, `2023-11-30`, if the rules say so.
    pub deadline: Option<String>,
    /// Entries to mark.
    pub entries: u32,
    /// Sheets that are final and have every required mark.
    pub done: u32,
    /// Sheets with a mark or a remark that are not done.
    pub begun: u32,
    /// Entries without a mark.
    pub untouched: u32,
    /// Entries the judge stands aside for.
    pub recused: u32,
}

/// The last hand-over from this device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LastHandOver {
    /// 1, 2, 3 …
    pub number: u32,
    /// When it was made, RFC 3339.
    pub made_at: String,
    /// Whether something has been marked, reported or stood aside for since.
    pub outdated: bool,
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
}

/// Marks were taken from a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Marked {
    /// Rows read.
    pub rows: u32,
    /// Sheets that are final now.
    pub final_sheets: u32,
    /// Sheets still missing required marks or remarks.
    pub draft_sheets: u32,
}

/// A hand-over was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HandedOver {
    /// Full path.
    pub file: String,
    /// Who.
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
    /// Field reports in it.
    pub reports: u32,
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
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct HandOverAsked {
    /// Where to write the file.
    pub out: String,
}
