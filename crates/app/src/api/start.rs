//! Before a competition is open: the start page.

use super::overview::StageWork;
use super::situation::Situation;
use super::word::{Word, crossing};
use serde::{Deserialize, Serialize};
use store::competition::Role;
use ts_rs::TS;

judging::words! {
    /// Where keys are kept.
    pub enum KeyPlace {
        /// In the operating system's keychain.
        Keychain = "keychain",
        /// In files that only the user may read.
        Files = "file",
    }
}
crossing!(KeyPlace);

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
    /// Where keys are kept.
    pub keys_in: KeyPlace,
}

/// The words that passphrases are made of, for completing and checking them while they are typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PassphraseWords {
    /// All of them, sorted, in lower case.
    pub words: Vec<String>,
}

/// A file opened lately.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecentFile {
    /// Full path.
    pub file: String,
    /// Name of the competition.
    pub name: String,
    /// Whose file it is.
    pub role: Word<Role>,
    /// When it was last opened, RFC 3339.
    pub opened_at: String,
    /// Whether the file is still there.
    #[serde(default)]
    pub found: bool,
    /// How it stood when it was last looked at here, if that is known.
    #[serde(default)]
    pub stood: Option<Stood>,
}

/// How a file stood when it was last looked at here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "of", rename_all = "kebab-case")]
pub enum Stood {
    /// The chair's file.
    Competition(Situation),
    /// A judge's working copy.
    Desk {
        /// What there is to mark, by stage.
        work: Vec<StageWork>,
    },
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
