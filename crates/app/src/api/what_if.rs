//! What a standing would be under other rules: never a result, and never stored.

use super::standings::Standing;
use super::word::Word;
use judging::rules::{AggregateKind, ShortlistKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which standing, and what would be otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct WhatIfAsked {
    /// Of this stage; none means the final standing.
    #[ts(optional)]
    #[serde(default)]
    pub stage: Option<String>,
    /// Of this category.
    pub category: String,
    /// The stages that would be otherwise.
    pub changes: Vec<StageIf>,
}

/// What would be otherwise in a stage. What is not named stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct StageIf {
    /// Stage code.
    pub stage: String,
    /// Its share of the final score.
    #[ts(optional)]
    pub weight: Option<String>,
    /// How sheets become its score.
    #[ts(optional)]
    pub aggregate: Option<Word<AggregateKind>>,
    /// With `trimmed-mean`: how many fall away at each end; one where it is not said.
    #[ts(optional)]
    pub trim: Option<u32>,
    /// Which entries pass its cut.
    #[ts(optional)]
    pub cut: Option<CutIf>,
}

/// A cut.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct CutIf {
    /// By what.
    pub kind: Word<ShortlistKind>,
    /// How many, the score to reach, or percent.
    pub value: String,
}

/// What would be, beside what is. It is not the result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WhatIf {
    /// The entries, in the order that would be.
    pub rows: Vec<WhatIfRow>,
    /// How many of them would stand elsewhere: another rank, or in or out of the cut.
    pub moved: u32,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WhatIfRow {
    /// Entry code.
    pub entry: String,
    /// Title.
    pub title: String,
    /// Where it stands.
    pub before: Standing,
    /// Where it would stand.
    pub after: Standing,
    /// Whether it passes the cut; none where there is none.
    pub passes_before: Option<bool>,
    /// Whether it would.
    pub passes_after: Option<bool>,
    /// Whether it would stand elsewhere.
    pub moved: bool,
}
