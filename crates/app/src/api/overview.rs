//! The open file at a glance, the chair's or a judge's.

use super::rules::BlindField;
use super::word::Word;
use judging::rules::StageKind;
use serde::{Deserialize, Serialize};
use store::competition::Role;
use ts_rs::TS;

/// The open file at a glance, by whose it is: what the navigation shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "role", rename_all = "kebab-case")]
pub enum Overview {
    /// The competition itself.
    Chair(ChairOverview),
    /// A judge's working copy.
    Judge(DeskOverview),
}

impl Overview {
    /// Whose file it is.
    #[must_use]
    pub const fn role(&self) -> Role {
        match self {
            Self::Chair(_) => Role::Chair,
            Self::Judge(_) => Role::Judge,
        }
    }

    /// What is said of either.
    #[must_use]
    pub const fn about(&self) -> &FileOverview {
        match self {
            Self::Chair(chair) => &chair.about,
            Self::Judge(desk) => &desk.about,
        }
    }
}

/// What is said of a chair's file and of a judge's alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileOverview {
    /// Full path.
    pub file: String,
    /// Name of the competition.
    pub name: String,
    /// Who holds it.
    pub organizer: String,
    /// Whether this is the shipped demonstration with invented marks.
    pub demo: bool,
    /// All stages, in order.
    pub stages: Vec<StageRow>,
    /// All categories, in order, with the entries in this file counted.
    pub categories: Vec<CategoryRow>,
    /// Entries in this file.
    pub entries: u32,
    /// Agencies behind them.
    pub agencies: u32,
    /// The last change, RFC 3339.
    pub saved_at: Option<String>,
}

/// The chair's competition at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChairOverview {
    /// The file.
    #[serde(flatten)]
    pub about: FileOverview,
    /// Members of the panel.
    pub judges: u32,
    /// How many of them have handed over at least once.
    pub handed_over: u32,
    /// Statements that differ and are not settled.
    pub conflicts: u32,
    /// Decisions that hold.
    pub decisions: u32,
    /// Whether the result is published, and when (RFC 3339).
    pub published_at: Option<String>,
    /// Whether the final standing is another one by now: what follows a publication is a visible revision.
    pub changed_since_published: bool,
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
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

/// A stage in the navigation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StageRow {
    /// Its code.
    pub code: String,
    /// As printed.
    pub name: String,
    /// What happens in it.
    pub kind: Word<StageKind>,
    /// First day, `2023-11-01`.
    pub from: Option<String>,
    /// Last day.
    pub to: Option<String>,
    /// Whether sheets are filed in it.
    pub judged: bool,
    /// Fields of entries that its judges may not see, with those that go along with them.
    pub left_out: Vec<Word<BlindField>>,
}

/// A category with its entries counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CategoryRow {
    /// Its code.
    pub code: String,
    /// As printed.
    pub name: String,
    /// How many entries.
    pub entries: u32,
}
