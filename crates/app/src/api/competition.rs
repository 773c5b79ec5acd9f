//! A competition file: made, and the keys it is worked on with.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
