//! The rules, readable.

use super::word::{Word, crossing};
use exchange::rules::RuleKey;
pub use judging::entry::BlindField;
use judging::ranking::Status;
pub use judging::revision::Carry;
use judging::rules::{
    AggregateKind, MissingKind, RoundingLevel, RoundingMode, Score, ShortlistKind, StageKind,
    TieBreakKind,
};
use serde::{Deserialize, Serialize};
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
    /// What happens to a value between two steps.
    pub rounding: Word<RoundingMode>,
    /// The lowest level that is rounded.
    pub rounded_at: Word<RoundingLevel>,
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
    /// What happens in it.
    pub kind: Word<StageKind>,
    /// Codes of the categories that go through it; empty for all.
    pub categories: Vec<String>,
    /// First day.
    pub from: Option<String>,
    /// Last day.
    pub to: Option<String>,
    /// Share of the final score.
    pub weight: Option<String>,
    /// How one sheet becomes a score.
    pub score: Word<Score>,
    /// How the sheets of one entry become a stage score.
    pub aggregate: Word<AggregateKind>,
    /// With `trimmed-mean`: how many fall away at each end.
    pub trim: Option<u32>,
    /// What a sheet not filed means.
    pub missing: Word<MissingKind>,
    /// With `of-filed`.
    pub min_judges: Option<u32>,
    /// Fields of entries that its judges may not see, as the rules name them.
    pub blind: Vec<Word<BlindField>>,
    /// Which entries pass its cut.
    pub shortlist: Option<ShortlistView>,
    /// The steps that part entries of equal score, in order.
    pub tie_break: Vec<TieBreakView>,
    /// The rubric.
    pub criteria: Vec<CriterionView>,
}

/// Which entries pass the cut of a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ShortlistView {
    /// By what.
    pub kind: Word<ShortlistKind>,
    /// How many of each category, the score to reach, or percent.
    pub value: String,
}

/// A step that parts entries of equal score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TieBreakView {
    /// What it looks at.
    pub kind: Word<TieBreakKind>,
    /// Code of the criterion or stage it looks at.
    pub code: Option<String>,
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
    /// What marks it takes; none for a group.
    pub scale: Option<ScaleView>,
    /// Whether a final sheet must have a mark for it.
    pub required: bool,
    /// Whether a mark needs a remark beside it.
    pub remark_required: bool,
    /// What to look at.
    pub guidance: Option<String>,
}

/// What marks a criterion takes: a range, or levels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ScaleView {
    /// Lowest mark of a range.
    pub min: Option<String>,
    /// Highest mark of a range.
    pub max: Option<String>,
    /// Step of a range.
    pub step: Option<String>,
    /// Levels, with their descriptors.
    pub levels: Vec<LevelView>,
}

/// One level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LevelView {
    /// The mark it stands for.
    pub value: String,
    /// Its descriptor.
    pub label: String,
}

/// Other rules, and what is to become of the marks given so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
pub struct RulesAsked {
    /// The rules as written, when no file is named.
    #[serde(default)]
    #[ts(optional)]
    pub toml: Option<String>,
    /// A rules file.
    #[serde(default)]
    #[ts(optional)]
    pub file: Option<String>,
    /// Choices made. Marks on a scale that stays the same are kept without.
    #[serde(default)]
    pub marks: Vec<CarryChoice>,
}

/// To change the rules.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct ChangeRules {
    /// The new rules, and what becomes of marks.
    pub rules: RulesAsked,
    /// The reason, as it stands in the minutes; not empty.
    pub reason: String,
}

/// What becomes of the marks of one criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CarryChoice {
    /// Stage code.
    pub stage: String,
    /// Criterion code.
    pub criterion: String,
    /// What becomes of them.
    pub carry: Word<Carry>,
}

/// What changed rules do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RulesChange {
    /// The new rules' canonical TOML.
    pub toml: String,
    /// Hash of the rules before.
    pub from: String,
    /// Hash of the rules after.
    pub to: String,
    /// What the rules say differently.
    pub differences: Vec<RuleDifference>,
    /// Criteria that are different, new or gone, or that somebody gave marks for.
    pub criteria: Vec<CriterionCarry>,
    /// What would be different in sheets and standing.
    pub effects: Effects,
}

/// One thing the rules say differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RuleDifference {
    /// Codes from the outside in: nothing for the rules themselves, a category or stage, a criterion in a stage.
    pub place: Vec<String>,
    /// The key of the rules file; none where the whole thing is new or gone.
    pub key: Option<Word<RuleKey>>,
    /// What it said before.
    pub before: Option<String>,
    /// What it says after.
    pub after: Option<String>,
}

judging::words! {
    /// What changed rules make different about a criterion.
    pub enum CriterionChange {
        /// Nothing.
        Same = "same",
        /// Its weight, name or guidance.
        Words = "words",
        /// Its scale.
        Scale = "scale",
        /// It was not there before.
        New = "new",
        /// It is not there any more.
        Gone = "gone",
    }
}
crossing!(CriterionChange);

/// One criterion, and what becomes of its marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CriterionCarry {
    /// Stage code.
    pub stage: String,
    /// Its name.
    pub stage_name: String,
    /// Criterion code.
    pub criterion: String,
    /// Its name.
    pub name: String,
    /// Whether a sheet without it counts.
    pub required: bool,
    /// What is different about it.
    pub state: CriterionChange,
    /// The scale before.
    pub before: Option<ScaleView>,
    /// The scale after.
    pub after: Option<ScaleView>,
    /// Marks given so far, drafts too.
    pub marks: u32,
    /// What becomes of them; none where nothing is chosen, or the criterion is new or gone.
    pub carry: Option<Word<Carry>>,
    /// Whether the chair must still choose.
    pub open: bool,
    /// What would become of some of the marks given.
    pub examples: Vec<MarkMove>,
}

/// What becomes of one mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MarkMove {
    /// The mark as given.
    pub before: String,
    /// The mark if it is kept; none where the new scale does not have it.
    pub kept: Option<String>,
    /// The mark if it is rescaled.
    pub rescaled: Option<String>,
}

/// What would be different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Effects {
    /// Sheets that count now.
    pub sheets: u32,
    /// Of these, those to be scored again.
    pub again: u32,
    /// By judge, where there are any.
    pub judges: Vec<JudgeAgain>,
    /// Entries whose place, score or status in the final standing would be another.
    pub moved: Vec<Moved>,
}

/// What one judge is to score again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JudgeAgain {
    /// Code of the judge.
    pub judge: String,
    /// Name of the judge.
    pub name: String,
    /// Sheets that count now.
    pub sheets: u32,
    /// Of these, those to be scored again.
    pub again: u32,
}

/// An entry that would stand elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Moved {
    /// Category code.
    pub category: String,
    /// Entry code.
    pub entry: String,
    /// Its title.
    pub title: String,
    /// Where it stands now.
    pub before: Standing,
    /// Where it would stand.
    pub after: Standing,
}

/// Where an entry stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Standing {
    /// Rank, if it has one.
    pub rank: Option<u32>,
    /// Score as shown.
    pub score: Option<String>,
    /// Whether it is ranked.
    pub status: Word<Status>,
}
