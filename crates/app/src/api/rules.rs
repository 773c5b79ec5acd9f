//! The rules, readable.

use serde::Serialize;
use ts_rs::TS;

/// The rules of the open competition. Decimals are strings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RulesView {
    /// Revision, from 1.
    pub revision: u32,
    /// Hash of the canonical text, 64 hexadecimal digits.
    pub hash: String,
    /// The canonical TOML.
    pub toml: String,
    /// Where the rules come from, what in them is a default.
    pub source: String,
    /// Digits after the point.
    pub digits: u32,
    /// `half-up`, `half-even`, `down`.
    pub rounding: String,
    /// `sheet`, `stage`, `final`.
    pub rounded_at: String,
    /// Innovations every agency owes a year.
    pub per_agency: Option<u32>,
    /// In order.
    pub stages: Vec<StageView>,
}

/// One stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StageView {
    /// Its code.
    pub code: String,
    /// As printed.
    pub name: String,
    /// As in [`StageRow`](super::start::StageRow).
    pub kind: String,
    /// First day.
    pub from: Option<String>,
    /// Last day.
    pub to: Option<String>,
    /// Share of the final score.
    pub weight: Option<String>,
    /// `weighted-mean`, `points`, `percent`.
    pub score: String,
    /// `mean`, `median`, `trimmed-mean`, `sum`, `standardised-mean`.
    pub aggregate: String,
    /// With `trimmed-mean`: how many fall away at each end.
    pub trim: Option<u32>,
    /// `require-all`, `of-filed`.
    pub missing: String,
    /// With `of-filed`.
    pub min_judges: Option<u32>,
    /// `per_category = 5`, `threshold = 70`, `share = 25`.
    pub shortlist: Option<String>,
    /// `criterion:dampak`, `highest-median` …
    pub tie_break: Vec<String>,
    /// The rubric.
    pub criteria: Vec<CriterionView>,
}

/// One criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CriterionView {
    /// Its code.
    pub code: String,
    /// The group it stands under.
    pub parent: Option<String>,
    /// As printed.
    pub name: String,
    /// Its weight.
    pub weight: String,
    /// Lowest mark of a range.
    pub min: Option<String>,
    /// Highest mark of a range.
    pub max: Option<String>,
    /// Step of a range.
    pub step: Option<String>,
    /// Levels, with their descriptors.
    pub levels: Vec<LevelView>,
    /// What to look at.
    pub guidance: Option<String>,
}

/// One level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LevelView {
    /// The mark it stands for.
    pub value: String,
    /// Its descriptor.
    pub label: String,
}
