//! The computed order.

use super::word::Word;
use judging::ranking::Status;
use judging::results::PublicationBlockKind;
use judging::rules::{AggregateKind, RoundingLevel, RoundingMode};
use judging::scoring::ObstacleKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which standing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct StandingsAsked {
    /// Of this stage; none means the final one.
    #[ts(optional)]
    pub stage: Option<String>,
    /// Only this category.
    #[ts(optional)]
    pub category: Option<String>,
}

/// A standing: category by category, each in rank order, then those listed apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Standings {
    /// The stage; none for the final one.
    pub stage: Option<String>,
    /// Digits scores are shown with.
    pub digits: u32,
    /// What happens to a value between two steps.
    pub rounding: Word<RoundingMode>,
    /// The lowest level that is rounded.
    pub rounded_at: Word<RoundingLevel>,
    /// How sheets become a stage score.
    pub aggregate: Option<Word<AggregateKind>>,
    /// The criteria, for the legend.
    pub legend: Vec<LegendRow>,
    /// The order.
    pub rows: Vec<StandingRow>,
    /// What stands in the way of publishing.
    pub blocked: Vec<Block>,
}

/// One thing that stands in the way of publishing. Which fields there are follows from the kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Block {
    /// The kind.
    pub kind: Word<PublicationBlockKind>,
    /// Of a conflict: the judge.
    pub judge: Option<String>,
    /// The stage, of a conflict or of an entry at a gate.
    pub stage: Option<String>,
    /// The entry, of a conflict or at a gate.
    pub entry: Option<String>,
    /// What is not understood: the file and the place in it.
    pub what: Option<String>,
}

/// One criterion in the legend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LegendRow {
    /// Code.
    pub code: String,
    /// As printed.
    pub name: String,
    /// Weight.
    pub weight: String,
}

/// One entry in the order. Decimals are strings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StandingRow {
    /// 1, 2, 2, 4; none for those listed apart.
    pub rank: Option<u32>,
    /// Entry code.
    pub entry: String,
    /// Title.
    pub title: String,
    /// Agency.
    pub agency: String,
    /// Category code.
    pub category: String,
    /// Rounded by the rule.
    pub score: Option<String>,
    /// The fraction before the last rounding: `1749/20`.
    pub exact: Option<String>,
    /// Whether it shares its rank.
    pub tied: bool,
    /// The step of the ladder that broke a tie: `criterion:dampak`.
    pub decided_by: Option<String>,
    /// Final sheets that count.
    pub sheets: u32,
    /// Assigned judges without a sheet that counts.
    pub missing: Vec<String>,
    /// In a final standing, the counted stages in which it has no score.
    pub missing_stages: Vec<String>,
    /// Judges who stood aside.
    pub recused: Vec<String>,
    /// Whether it is ranked.
    pub status: Word<Status>,
    /// Why it is listed apart.
    pub obstacle: Option<Obstacle>,
    /// Whether it is ranked although assigned judges have not filed.
    pub of_filed: bool,
    /// Judges who filed a final sheet without being assigned; it does not count.
    pub unassigned: Vec<String>,
    /// By criterion.
    pub criteria: Vec<CriterionScore>,
    /// By stage.
    pub stages: Vec<StageScore>,
    /// Points taken away by decision.
    pub deducted: Option<String>,
    /// Whether it passes the stage's cut; none where there is no cut.
    pub shortlisted: Option<bool>,
    /// Whether it passes only because a tie lies across the cut.
    pub tied_across_cut: bool,
}

/// Why an entry is listed apart. Which fields there are follows from the kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Obstacle {
    /// The kind.
    pub kind: Word<ObstacleKind>,
    /// In a final standing, the counted stage in which it stands against the entry.
    pub stage: Option<String>,
    /// The reason of the chair's decision.
    pub reason: Option<String>,
    /// The judges it is about.
    pub judges: Vec<String>,
    /// The criterion that has too few marks.
    pub criterion: Option<String>,
    /// The stage whose cut it did not pass.
    pub cut: Option<String>,
    /// How many sheets or marks count.
    pub filed: Option<u32>,
    /// How many it takes.
    pub needed: Option<u32>,
    /// How many fall away at each end.
    pub trim: Option<u32>,
}

/// What one criterion brings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CriterionScore {
    /// Code.
    pub code: String,
    /// The judges' marks, aggregated; none when nobody gave one.
    pub mark: Option<String>,
    /// Its contribution to the stage score.
    pub weighted: String,
    /// The same in thousandths of the highest stage score there can be: the width of its part of a bar.
    pub permille: u32,
}

/// What one stage brings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StageScore {
    /// Code.
    pub code: String,
    /// Rounded for showing.
    pub score: String,
}
