//! What those who doubt look at: the journal, the check of a file, backups, a result pack computed again.

use super::decisions::Particulars;
use super::error::Error;
use super::standings::Standings;
use super::undo::OpKind;
use super::word::{Word, crossing};
use exchange::result::ResultField;
use judging::ranking::Status;
use judging::results::SheetOutcomeKind;
use judging::scoring::ObstacleKind;
use serde::{Deserialize, Serialize};
use std::fmt::{self, Display};
use ts_rs::TS;

/// Which lines of the journal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct JournalAsked {
    /// Only this operation.
    #[ts(optional)]
    pub op: Option<OpKind>,
    /// Only with this text in subject or detail.
    #[ts(optional)]
    pub search: Option<String>,
    /// Only lines before this one.
    #[ts(optional)]
    pub before: Option<u32>,
    /// How many at most.
    #[ts(optional)]
    pub limit: Option<u32>,
}

/// Lines of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JournalPage {
    /// Newest first; the next page begins before the last one's `seq`.
    pub rows: Vec<JournalRow>,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JournalRow {
    /// From 1.
    pub seq: u32,
    /// RFC 3339.
    pub at: String,
    /// The device, as words.
    pub device: String,
    /// The kind of operation.
    pub op: OpKind,
    /// What it was about.
    pub subject: String,
    /// Before and after, as JSON text.
    pub detail: String,
    /// Its hash.
    pub hash: String,
}

/// What checking a file found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Checked {
    /// Full path.
    pub file: String,
    /// Whether nothing is wrong.
    pub sound: bool,
    /// How many lines the journal has.
    pub journal: u32,
    /// What was read with its signatures; none where it cannot be read.
    pub read: Option<CheckedContents>,
    /// What is wrong.
    pub flaws: Vec<CheckFlaw>,
}

/// What is in a file that was checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CheckedContents {
    /// Entries.
    pub entries: u32,
    /// Judges.
    pub judges: u32,
    /// Hand-overs.
    pub hand_overs: u32,
    /// Decisions.
    pub decisions: u32,
}

/// One thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CheckFlaw {
    /// The kind.
    pub kind: FlawKind,
    /// Where: the line of the journal, the tables, or the name under which the bytes are kept; of the database, SQLite's words.
    pub detail: String,
    /// Why the contents cannot be read; only with `unreadable`.
    pub refusal: Option<Error>,
}

judging::words! {
    /// What can be wrong with a file.
    pub enum FlawKind {
        /// The database contradicts itself.
        Structure = "structure",
        /// A row refers to one that is not there.
        Reference = "reference",
        /// Lines of the journal before this one are missing.
        JournalGap = "journal-gap",
        /// A line of the journal does not continue the line before it.
        JournalParted = "journal-parted",
        /// A line of the journal was changed after it was written.
        JournalChanged = "journal-changed",
        /// Stored bytes are not those that their hash names.
        Bytes = "bytes",
        /// The bytes of a hand-over are not there.
        Missing = "missing",
        /// This version of the program does not understand something.
        NotUnderstood = "not-understood",
        /// What is archived cannot be read.
        Unreadable = "unreadable",
    }
}
crossing!(FlawKind);

/// Backups of the open file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Backups {
    /// Newest first.
    pub rows: Vec<BackupRow>,
}

/// One backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupRow {
    /// Full path.
    pub file: String,
    /// RFC 3339.
    pub made_at: String,
    /// In bytes.
    pub bytes: u32,
}

/// What a result pack says, and whether computing it again gives the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Recomputed {
    /// Name of the competition.
    pub name: String,
    /// The chair's keys, as words.
    pub chair: String,
    /// When it was published, RFC 3339.
    pub published_at: Option<String>,
    /// Whether the standings come out the same.
    pub equal: bool,
    /// The first difference.
    pub difference: Option<ResultDifference>,
    /// What was verified.
    pub verified: Verified,
    /// The standings as recomputed.
    pub standings: Standings,
    /// Entries that the chair amended after judges had them, in the order in which that was decided.
    pub amended: Vec<AmendedRow>,
}

/// That an entry is known by something else than when it went out to judges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AmendedRow {
    /// Number of the decision.
    pub number: u32,
    /// When it was decided, RFC 3339.
    pub made_at: String,
    /// Code of the entry.
    pub entry: String,
    /// What it was known by.
    pub before: Particulars,
    /// What it is known by since.
    pub after: Particulars,
    /// Why.
    pub reason: String,
    /// Whether the decision still holds.
    pub holds: bool,
    /// Judges whose hand-overs before it speak of the entry: they marked what it was before. By the clocks of their machines.
    pub marked_before: Vec<String>,
}

/// The first field in which the recomputed result differs from the one in the pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ResultDifference {
    /// The stage of the standing; none for the final one.
    pub stage: Option<String>,
    /// The category.
    pub category: Option<String>,
    /// The entry.
    pub entry: Option<String>,
    /// The judge, where the field is one of a judge's sheet.
    pub judge: Option<String>,
    /// The field.
    pub field: Word<ResultField>,
    /// What the pack says; none when it says nothing.
    pub in_pack: Option<FieldValue>,
    /// What was computed.
    pub computed: Option<FieldValue>,
}

/// What a field of a result says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", content = "value", rename_all = "kebab-case")]
pub enum FieldValue {
    /// A number, a fraction, a decimal or codes.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// Whether an entry is ranked.
    Status(Word<Status>),
    /// What stands against it.
    Obstacle(Word<ObstacleKind>),
    /// Whether a judge's sheet counts.
    Outcome(Word<SheetOutcomeKind>),
}

impl Display for FieldValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Flag(flag) => write!(f, "{flag}"),
            Self::Status(status) => write!(f, "{status}"),
            Self::Obstacle(obstacle) => write!(f, "{obstacle}"),
            Self::Outcome(outcome) => write!(f, "{outcome}"),
        }
    }
}

/// What was verified in a result pack: the chair's signature over it, and these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Verified {
    /// Hand-overs, each with the signature of its device.
    pub hand_overs: u32,
    /// Decisions, each with the chair's signature.
    pub decisions: u32,
    /// The hash of the rules in force.
    pub rules: String,
    /// How many times they were changed by decision.
    pub changes: u32,
    /// Whether the final standing is still the one that was published; none while nothing is.
    pub stands: Option<bool>,
}
