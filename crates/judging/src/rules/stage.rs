use super::Criterion;
use crate::{CriterionCode, Fixed, StageCode};
use jiff::civil::Date;

/// One step of the competition. It is *judged* when it has criteria.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// Unique in the rules.
    pub code: StageCode,
    /// As printed.
    pub name: String,
    /// What happens in it.
    pub kind: StageKind,
    /// First day.
    pub from: Option<Date>,
    /// Last day; not before `from`.
    pub to: Option<Date>,
    /// Its share V of the final score, above zero; a stage without one does not count in the final.
    pub weight: Option<Fixed>,
    /// How one sheet becomes a score.
    pub score: Score,
    /// How the sheets of one entry become a stage score.
    pub aggregate: Aggregate,
    /// What a sheet not filed means.
    pub missing: Missing,
    /// Whether every judge marks all criteria or each criterion has its own judges.
    pub judged_by: JudgedBy,
    /// Which entries go on to the stages after it.
    pub shortlist: Option<Shortlist>,
    /// The ladder a tie walks down, in order.
    pub tie_break: Vec<TieBreak>,
    /// The rubric, in printed order; a group stands before or after its children as the author likes.
    pub criteria: Vec<Criterion>,
    /// What a field verifier ticks, in a verification stage.
    pub claims: Vec<String>,
    /// Length of one presentation, in minutes.
    pub slot_minutes: Option<u32>,
}

impl Stage {
    /// The criterion of that code.
    #[must_use]
    pub fn criterion(&self, code: &CriterionCode) -> Option<&Criterion> {
        self.criteria
            .iter()
            .find(|criterion| criterion.code == *code)
    }

    /// The criteria that take marks, in printed order.
    pub fn leaves(&self) -> impl Iterator<Item = &Criterion> {
        self.criteria
            .iter()
            .filter(|criterion| criterion.scale.is_some())
    }

    /// The criteria directly under `group`, or the topmost ones for `None`.
    pub fn children<'a>(
        &'a self,
        group: Option<&'a CriterionCode>,
    ) -> impl Iterator<Item = &'a Criterion> {
        self.criteria
            .iter()
            .filter(move |criterion| criterion.parent.as_ref() == group)
    }
}

/// What happens in a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageKind {
    /// Entries come in.
    Registration,
    /// Papers are checked.
    Eligibility,
    /// Judges mark entries at their desks.
    Scoring,
    /// Verifiers visit.
    Verification,
    /// Finalists present.
    Presentation,
    /// The public may object (*uji publik*).
    Objection,
    /// Winners are named.
    Award,
}

/// How one final sheet becomes a score (wᵢ weights, mᵢ marks).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Score {
    /// Σ wᵢ·mᵢ / Σ wᵢ.
    WeightedMean,
    /// Σ wᵢ·mᵢ.
    Points,
    /// 100 · Σ wᵢ·mᵢ / Σ wᵢ·maxᵢ.
    Percent,
}

/// How the sheet scores of one entry become its stage score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aggregate {
    /// Arithmetic mean.
    Mean,
    /// Middle one, or mean of the two in the middle.
    Median,
    /// Mean after dropping the `trim` highest and the `trim` lowest; refused when fewer than 1 would remain.
    TrimmedMean {
        /// How many fall away at each end, at least 1.
        trim: u32,
    },
    /// Sum.
    Sum,
    /// Each judge's scores brought to mean 0 and deviation 1 within the category, then to the panel's mean and deviation.
    StandardisedMean,
}

/// What it means that a judge who is assigned has not filed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The entry is incomplete and not ranked.
    RequireAll,
    /// The entry is ranked from what was filed, once `min_judges` have, and says so.
    OfFiled {
        /// At least 1.
        min_judges: u32,
    },
}

/// Who marks what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum JudgedBy {
    /// Every judge of the stage marks every criterion.
    #[default]
    Entry,
    /// A judge marks only the criteria assigned to them.
    Criterion,
}

/// Which entries pass a stage's cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortlist {
    /// The best N of each category; a tie across the cut takes all of them in.
    PerCategory(u32),
    /// All that reach this score.
    Threshold(Fixed),
    /// The best share of each category, in percent above 0 up to 100, rounded up to whole entries.
    Share(Fixed),
}

/// One step of the ladder a tie walks down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TieBreak {
    /// The criterion's marks, aggregated as the stage aggregates, exact.
    Criterion(CriterionCode),
    /// The score in another stage.
    Stage(StageCode),
    /// The higher median of the sheet scores.
    HighestMedian,
    /// How many judges put one above the other.
    HeadToHead,
    /// A decision of the chair, with a reason.
    Chair,
}

impl std::fmt::Display for TieBreak {
    /// As it is written in a rules file: `criterion:dampak`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Criterion(code) => write!(f, "criterion:{code}"),
            Self::Stage(code) => write!(f, "stage:{code}"),
            Self::HighestMedian => f.write_str("highest-median"),
            Self::HeadToHead => f.write_str("head-to-head"),
            Self::Chair => f.write_str("chair"),
        }
    }
}
