use super::{Claim, Criterion};
use crate::entry::BlindField;
use crate::{CategoryCode, CriterionCode, Fixed, StageCode};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// One step of the competition. It is *judged* when it has criteria.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// Unique in the rules.
    pub code: StageCode,
    /// As printed.
    pub name: String,
    /// What happens in it.
    pub kind: StageKind,
    /// The categories whose entries go through it; empty for all.
    pub categories: BTreeSet<CategoryCode>,
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
    /// What its judges may not see of an entry; empty for nothing. These fields are left out of their packets.
    pub blind: BTreeSet<BlindField>,
    /// Which entries go on to the stages after it.
    pub shortlist: Option<Shortlist>,
    /// The ladder a tie walks down, in order.
    pub tie_break: Vec<TieBreak>,
    /// The rubric, in printed order; a group stands before or after its children as the author likes.
    pub criteria: Vec<Criterion>,
    /// What visits of a verification stage do to the result; [`VisitEffect::None`] in stages of other kinds.
    pub effect: VisitEffect,
    /// What a field verifier checks, in a verification stage.
    pub claims: Vec<Claim>,
    /// Length of one presentation, in minutes.
    pub slot_minutes: Option<u32>,
}

impl Stage {
    /// Whether entries of that category go through this stage.
    #[must_use]
    pub fn is_for(&self, category: &CategoryCode) -> bool {
        self.categories.is_empty() || self.categories.contains(category)
    }

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

crate::words! {
    /// What happens in a stage.
    pub enum StageKind {
        /// Entries come in.
        Registration = "registration",
        /// Papers are checked.
        Eligibility = "eligibility",
        /// Judges mark entries at their desks.
        Scoring = "scoring",
        /// Verifiers visit.
        Verification = "verification",
        /// Finalists present.
        Presentation = "presentation",
        /// The public may object (*uji publik*).
        Objection = "objection",
        /// Winners are named.
        Award = "award",
    }
}

crate::words! {
    /// How one final sheet becomes a score (wᵢ weights, mᵢ marks).
    pub enum Score {
        /// Σ wᵢ·mᵢ / Σ wᵢ.
        WeightedMean = "weighted-mean",
        /// Σ wᵢ·mᵢ.
        Points = "points",
        /// 100 · Σ wᵢ·mᵢ / Σ wᵢ·maxᵢ.
        Percent = "percent",
    }
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

crate::words! {
    /// How the sheet scores of one entry become its stage score.
    pub enum AggregateKind of Aggregate {
        /// Arithmetic mean.
        Mean = "mean",
        /// Middle one, or mean of the two in the middle.
        Median = "median",
        /// Mean without the highest and the lowest.
        TrimmedMean = "trimmed-mean",
        /// Sum.
        Sum = "sum",
        /// Mean of scores brought to the panel's mean and deviation.
        StandardisedMean = "standardised-mean",
    }
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

crate::words! {
    /// What it means that a judge who is assigned has not filed.
    pub enum MissingKind of Missing {
        /// The entry is incomplete and not ranked.
        RequireAll = "require-all",
        /// The entry is ranked from what was filed.
        OfFiled = "of-filed",
    }
}

crate::words! {
    /// Who marks what.
    #[derive(Default)]
    pub enum JudgedBy {
        /// Every judge of the stage marks every criterion.
        #[default]
        Entry = "per-entry",
        /// A judge marks only the criteria assigned to them.
        Criterion = "per-criterion",
    }
}

crate::words! {
    /// What visits do to the result.
    #[derive(Default)]
    pub enum VisitEffect {
        /// The chair reads them.
        #[default]
        None = "none",
        /// An entry goes on only when the chair passes it.
        Gate = "gate",
        /// Sheets are filed beside them, and marked as in any stage.
        Marked = "marked",
    }
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

crate::words! {
    /// By what a stage's cut is made; the codes are the keys of the rules file.
    pub enum ShortlistKind of Shortlist {
        /// By places.
        PerCategory = "per_category",
        /// By a score to reach.
        Threshold = "threshold",
        /// By a share of the entries.
        Share = "share",
    }
}

impl std::fmt::Display for Shortlist {
    /// As it is written in a rules file: `per_category = 5`, `threshold = 70`, `share = 25`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kind = self.kind();
        match self {
            Self::PerCategory(count) => write!(f, "{kind} = {count}"),
            Self::Threshold(amount) | Self::Share(amount) => write!(f, "{kind} = {amount}"),
        }
    }
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

crate::words! {
    /// What a step of the ladder looks at.
    pub enum TieBreakKind of TieBreak {
        /// The marks of a criterion.
        Criterion = "criterion",
        /// The score in another stage.
        Stage = "stage",
        /// The median of the sheet scores.
        HighestMedian = "highest-median",
        /// How many judges put one above the other.
        HeadToHead = "head-to-head",
        /// A decision of the chair.
        Chair = "chair",
    }
}

impl std::fmt::Display for TieBreak {
    /// As it is written in a rules file: `criterion:dampak`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kind = self.kind();
        match self {
            Self::Criterion(code) => write!(f, "{kind}:{code}"),
            Self::Stage(code) => write!(f, "{kind}:{code}"),
            Self::HighestMedian | Self::HeadToHead | Self::Chair => write!(f, "{kind}"),
        }
    }
}

/// Why a text is no step of a ladder.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TieBreakError {
    /// It does not begin with a known word.
    #[error("“{0}” is none of criterion:CODE, stage:CODE, highest-median, head-to-head, chair")]
    Unknown(String),
    /// The code after the colon is none.
    #[error(transparent)]
    Code(#[from] crate::CodeError),
}

impl std::str::FromStr for TieBreak {
    type Err = TieBreakError;
    fn from_str(text: &str) -> Result<Self, TieBreakError> {
        let unknown = || TieBreakError::Unknown(text.to_owned());
        let (word, code) = match text.split_once(':') {
            Some((word, code)) => (word, Some(code)),
            None => (text, None),
        };
        let kind = word.parse().map_err(|_| unknown())?;
        Ok(match (kind, code) {
            (TieBreakKind::Criterion, Some(code)) => Self::Criterion(code.parse()?),
            (TieBreakKind::Stage, Some(code)) => Self::Stage(code.parse()?),
            (TieBreakKind::HighestMedian, None) => Self::HighestMedian,
            (TieBreakKind::HeadToHead, None) => Self::HeadToHead,
            (TieBreakKind::Chair, None) => Self::Chair,
            _ => return Err(unknown()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(step: &str, understood: bool) {
        let read = step.parse::<TieBreak>();
        assert_eq!(read.is_ok(), understood, "{step}");
        if let Ok(read) = read {
            assert_eq!(read.to_string(), step);
        }
    }

    #[test]
    fn a_step_of_the_ladder_reads_back_as_it_is_written() {
        for step in [
            "criterion:dampak",
            "stage:penilaian",
            "highest-median",
            "head-to-head",
            "chair",
        ] {
            check(step, true);
        }
        for step in [
            "",
            "criterion",
            "criterion:",
            "chair:J1",
            "dampak",
            "stage:a b",
        ] {
            check(step, false);
        }
    }
}
