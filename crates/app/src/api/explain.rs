//! Why an entry has its score, and what puts it above or below another. Exact numbers are fractions as text.

use super::word::Word;
use judging::explain::Split;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which entry, against which.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
pub struct ExplainAsked {
    /// A result pack to look into; none means the competition file that is open.
    #[ts(optional)]
    #[serde(default)]
    pub pack: Option<String>,
    /// Of this stage; none means the final standing.
    #[ts(optional)]
    #[serde(default)]
    pub stage: Option<String>,
    /// The category of both.
    pub category: String,
    /// The entry.
    pub a: String,
    /// The one it is set against; none explains the score alone.
    #[ts(optional)]
    #[serde(default)]
    pub b: Option<String>,
}

/// Terms, rounding and deductions sum to the difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Explained {
    /// The entry.
    pub a: String,
    /// The one it is set against.
    pub b: Option<String>,
    /// What is explained: of two the difference of their rounded scores, of one the rounded score.
    pub difference: ExactFigure,
    /// What makes it up: above nought where `a` gains.
    pub terms: Vec<Term>,
    /// What roundings put between the two.
    pub rounding: String,
    /// What deductions put between the two.
    pub deductions: String,
    /// The step of the ladder that parted the two.
    pub decided_by: Option<String>,
    /// Where the two stand: one, or both.
    pub sides: Vec<ExplainedSide>,
    /// The stages that count.
    pub stages: Vec<ExplainedStage>,
    /// The terms summed by stage and criterion, rounding and deductions, the largest first: for showing.
    pub bars: Vec<Bar>,
}

/// A number as shown and exactly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ExactFigure {
    /// With the digits of the rules: `-0.42`.
    pub shown: String,
    /// As a fraction in lowest terms.
    pub exact: String,
}

/// One part of a difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Term {
    /// Stage code.
    pub stage: String,
    /// Criterion code; none where the stage is one term.
    pub criterion: Option<String>,
    /// Judge code; none where no judge can be named.
    pub judge: Option<String>,
    /// As a fraction.
    pub exact: String,
}

/// One of the two.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ExplainedSide {
    /// Entry code.
    pub entry: String,
    /// Title.
    pub title: String,
    /// Its rank; none when it is listed apart.
    pub rank: Option<u32>,
    /// Its score.
    pub score: ExactFigure,
    /// What decisions took off it, as shown; none where nothing was.
    pub deducted: Option<String>,
}

/// One stage that counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ExplainedStage {
    /// Stage code.
    pub stage: String,
    /// As printed.
    pub name: String,
    /// What part of the score it is, in percent.
    pub share: String,
    /// How far it is split into terms.
    pub split: Word<Split>,
    /// Its part of the difference.
    pub part: ExactFigure,
    /// The criteria that take marks, in printed order.
    pub criteria: Vec<NamedCriterion>,
    /// The sheets that count, of the one and then of the other.
    pub sheets: Vec<ExplainedSheet>,
}

/// A criterion as printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NamedCriterion {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Weight.
    pub weight: String,
}

/// A sheet that counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ExplainedSheet {
    /// Entry code.
    pub entry: String,
    /// Judge code.
    pub judge: String,
    /// Its score, with the digits of the rules; none in a stage judged by criterion.
    pub score: Option<String>,
    /// Whether it stays in a median or trimmed mean.
    pub stays: bool,
    /// The marks, in the order of the criteria; none where there is no mark.
    pub marks: Vec<Option<String>>,
}

/// A part of the difference as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Bar {
    /// What it is.
    pub kind: BarKind,
    /// Stage code; none of rounding and deductions.
    pub stage: Option<String>,
    /// Criterion code; none where the stage is one part.
    pub criterion: Option<String>,
    /// With one digit more than the rules round to, so that small parts can be seen.
    pub part: ExactFigure,
    /// Where the bar begins and ends, in thousandths of the widest swing, counted from nought.
    pub from: i32,
    /// Where it ends.
    pub to: i32,
    /// The judges' parts of it, the largest first; empty where no judge can be named.
    pub judges: Vec<JudgePart>,
}

/// What a bar is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum BarKind {
    /// Marks.
    Marks,
    /// Deductions.
    Deductions,
    /// Roundings.
    Rounding,
}

/// One judge's part of a bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JudgePart {
    /// Judge code.
    pub judge: String,
    /// As the bar's part.
    pub part: ExactFigure,
}
