//! A competition file: made, opened, seen at a glance, and the keys it is worked on with.

use super::desk::DeskOverview;
use super::word::Word;
use judging::rules::StageKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Whose file a `*.timbang` is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The competition itself.
    Chair,
    /// A judge's working copy.
    Judge,
}

/// A new competition.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct NewCompetition {
    /// Where; must not exist yet.
    pub file: String,
    /// A template's id, or the path of a rules file in TOML.
    pub rules: String,
    /// Instead of the name in the rules.
    #[serde(default)]
    #[ts(optional)]
    pub name: Option<String>,
}

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

/// Keys were written, sealed to a passphrase that is kept nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KeysBackedUp {
    /// Full path.
    pub file: String,
    /// Six words; shown once.
    pub passphrase: String,
    /// The keys as words, to compare by telephone.
    pub fingerprint: String,
}

/// A backup of keys to take over.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct KeysBackup {
    /// Full path.
    pub file: String,
    /// The six words.
    pub passphrase: String,
}
