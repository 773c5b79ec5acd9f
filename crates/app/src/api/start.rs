//! Before a competition is open: the start page.

use super::word::Word;
use judging::rules::StageKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Nothing to ask or nothing to say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// What the start page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Start {
    /// Version of the program.
    pub version: String,
    /// Files opened lately, newest first.
    pub recent: Vec<RecentFile>,
    /// The rules that ship with the program.
    pub templates: Vec<TemplateRow>,
    /// Folder new competition files are offered in.
    pub folder: String,
    /// Where keys are kept: `keychain` or `file`.
    pub keys_in: String,
}

/// A file opened lately.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecentFile {
    /// Full path.
    pub file: String,
    /// Name of the competition.
    pub name: String,
    /// Whose file it is.
    pub role: Role,
    /// When it was last opened, RFC 3339.
    pub opened_at: String,
    /// Whether the file is still there.
    #[serde(default)]
    pub found: bool,
}

/// Whose file a `*.timbang` is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The competition itself.
    Chair,
    /// A judge's working copy.
    Judge,
}

/// One shipped rules file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TemplateRow {
    /// `kukar-pekan-inovasi`.
    pub template: String,
    /// Name of the competition in it.
    pub name: String,
    /// Who holds it.
    pub organizer: String,
    /// What in it is confirmed and what a default.
    pub source: String,
    /// How many categories.
    pub categories: u32,
    /// The judged stages, by name.
    pub stages: Vec<String>,
    /// How many criteria take marks, over all stages.
    pub criteria: u32,
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

/// One file on this machine.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct File {
    /// Full path.
    pub file: String,
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

/// The open file at a glance: what the navigation shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Overview {
    /// Full path.
    pub file: String,
    /// Name of the competition.
    pub name: String,
    /// Who holds it.
    pub organizer: String,
    /// Whose file it is.
    pub role: Role,
    /// In a judge's copy: who the judge is.
    pub judge: Option<String>,
    /// Whether this is the shipped demonstration with invented marks.
    pub demo: bool,
    /// All stages, in order.
    pub stages: Vec<StageRow>,
    /// All categories, in order, with their entries counted.
    pub categories: Vec<CategoryRow>,
    /// Entries.
    pub entries: u32,
    /// Agencies behind them.
    pub agencies: u32,
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
    /// The last change, RFC 3339.
    pub saved_at: Option<String>,
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
