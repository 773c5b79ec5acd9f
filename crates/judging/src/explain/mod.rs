//! Why an entry has its score, and what puts it above or below another: terms that add up to the difference, exactly.
//!
//! What two entries are compared by, stage by stage:
//! - In `mean` a term is what one judge's mark of one criterion puts between the two: the difference of the weighted marks,
//!   divided by the number of judges. In `sum` it is not divided.
//! - In `median` and `trimmed-mean` a judge's part depends on the other judges. It is the judge's [Shapley value](shapley):
//!   the mean, over all orders in which the judges could change from the one entry to the other, of what this judge's change
//!   does to the score. It is split over the criteria in proportion to their differences, and is nought where the sheets tie.
//! - Above [`MOST_JUDGES`] judges there are too many orders: then terms are of criteria, of the sheets that stay in the
//!   aggregate, and name no judge.
//! - Where the two were not marked by the same judges, and in `standardised-mean`, the stage is one term.
//!
//! All terms are of unrounded scores. What rounding makes of them, at any level, is a line of its own, so that terms, rounding
//! and deductions together are the difference of the rounded scores. One entry alone is explained in the same way, against
//! nothing: in `median` and `trimmed-mean` its terms are of the sheets that stay.

mod shapley;
mod stage;
mod term;

pub use shapley::MOST_JUDGES;
pub use stage::{SheetPart, Split, StagePart};
pub use term::Term;

use crate::case::Case;
use crate::ranking::{RankedBy, RankedCategory, RankedEntry};
use crate::rules::TieBreak;
use crate::scoring::{Figure, FinalScores, Inputs, ScoredCategory};
use crate::{CategoryCode, EntryCode, Exact, StageCode};

/// One entry explained, alone or against another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The stage; `None` for the final standing.
    pub stage: Option<StageCode>,
    /// The category of both.
    pub category: CategoryCode,
    /// The entry asked for.
    pub a: Side,
    /// The one that it is set against.
    pub b: Option<Side>,
    /// The rounded score of `a` less that of `b`; alone, the rounded score.
    pub difference: Exact,
    /// The same with exactly the digits of the rules: `-0.42`.
    pub shown: String,
    /// The stages that count.
    pub stages: Vec<StagePart>,
    /// What makes up the difference: above nought where `a` gains.
    pub terms: Vec<Term>,
    /// What roundings put between the two.
    pub rounding: Exact,
    /// What deductions put between the two: below nought where `a` lost more.
    pub deductions: Exact,
    /// The step of the ladder that parted the two, where their scores are equal and their ranks are not.
    pub decided_by: Option<TieBreak>,
}

/// An entry where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// Its code.
    pub entry: EntryCode,
    /// Its rank; `None` when it is listed apart.
    pub rank: Option<u32>,
    /// Its score.
    pub score: Figure,
    /// What decisions take off it, not negative; nought in a stage.
    pub deducted: Exact,
}

/// Why entries cannot be explained.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExplainError {
    /// The rules have no such category.
    #[error("the rules have no category “{0}”")]
    NoCategory(CategoryCode),
    /// The category does not go through the stage.
    #[error("category “{category}” does not go through stage “{stage}”")]
    NotInStage {
        /// The category.
        category: CategoryCode,
        /// The stage.
        stage: StageCode,
    },
    /// The category has no such entry.
    #[error("“{0}” is not in this category")]
    Unknown(EntryCode),
    /// It has no score in this standing.
    #[error("“{0}” has no score in this standing")]
    NoScore(EntryCode),
    /// A score is too large to compute with.
    #[error("a score of category “{0}” is too large to compute with")]
    TooLarge(CategoryCode),
}

/// Explains the score of an entry in a stage, or the final one; against another entry where one is named. The case's rules
/// have no flaw.
///
/// # Errors
/// [`ExplainError`] naming what cannot be explained.
pub fn explain(
    case: &Case,
    stage: Option<&StageCode>,
    category: &CategoryCode,
    a: &EntryCode,
    b: Option<&EntryCode>,
) -> Result<Explanation, ExplainError> {
    if case.rules().category(category).is_none() {
        return Err(ExplainError::NoCategory(category.clone()));
    }
    let view = case.view();
    let inputs = Inputs::new(case, &view);
    let too_large = || ExplainError::TooLarge(category.clone());
    let scored = ScoredCategory::score(&inputs, category).ok_or_else(too_large)?;
    let ranked = RankedCategory::rank(scored);
    let by = match stage {
        None => ranked.by_final_scores(),
        Some(code) => {
            let not_in_stage = || ExplainError::NotInStage {
                category: category.clone(),
                stage: code.clone(),
            };
            ranked.by(stage).ok_or_else(not_in_stage)?
        }
    };
    let scored = &ranked.scored;
    let units = by.all_units(scored).ok_or_else(too_large)?;
    let standing = Standing {
        ranked: by.rank(scored, &units),
        scored,
        by: &by,
    };
    let a = standing.position(a)?;
    let b = b.map(|code| standing.position(code)).transpose()?;
    standing.explain(stage.cloned(), a, b)
}

/// The standing in which entries are explained.
struct Standing<'s, 'a> {
    scored: &'s ScoredCategory<'a>,
    by: &'s RankedBy,
    /// Best first.
    ranked: Vec<RankedEntry>,
}

impl Standing<'_, '_> {
    fn position(&self, code: &EntryCode) -> Result<usize, ExplainError> {
        let found = self.scored.entry(code);
        found.ok_or_else(|| ExplainError::Unknown(code.clone()))
    }

    fn explain(
        &self,
        stage: Option<StageCode>,
        a: usize,
        b: Option<usize>,
    ) -> Result<Explanation, ExplainError> {
        let (of_a, of_b) = (self.side(a)?, b.map(|b| self.side(b)).transpose()?);
        let nothing = (Exact::ZERO, Exact::ZERO);
        let (rounded, deducted) = of_b.as_ref().map_or(nothing, |side| {
            (side.score.rounded.clone(), side.deducted.clone())
        });
        let difference = (&of_a.score.rounded - &rounded).reduced();
        let deductions = (&deducted - &of_a.deducted).reduced();
        let (stages, terms) = self.stages(a, b);
        let explained: Exact = terms.iter().map(|term| term.exact.clone()).sum();
        let rounding = self.scored.inputs.rules.rounding;
        Ok(Explanation {
            stage,
            category: self.scored.category.clone(),
            shown: difference.text(rounding.digits, rounding.mode),
            rounding: (&(&difference - &explained) - &deductions).reduced(),
            decided_by: b.and_then(|b| self.parting(a, b)).cloned(),
            a: of_a,
            b: of_b,
            stages,
            terms,
            deductions,
            difference,
        })
    }

    fn side(&self, entry: usize) -> Result<Side, ExplainError> {
        let code = &self.scored.entries[entry].code;
        let score = self.by.exact(self.scored, entry);
        let score = score.ok_or_else(|| ExplainError::NoScore(code.clone()))?;
        let mut ranked = self.ranked.iter();
        let ranked = ranked.find(|ranked| ranked.entry as usize == entry);
        let deducted = &self.scored.effect(entry).deducted;
        Ok(Side {
            entry: code.clone(),
            rank: ranked.map(|ranked| ranked.rank),
            score: Figure::new(score, self.scored.inputs.rules.rounding),
            deducted: if self.by.is_final {
                deducted.clone()
            } else {
                Exact::ZERO
            },
        })
    }

    /// The stages that count, with the terms of all of them.
    fn stages(&self, a: usize, b: Option<usize>) -> (Vec<StagePart>, Vec<Term>) {
        let (mut parts, mut terms) = (Vec::new(), Vec::new());
        let scores = FinalScores::of(self.scored, &self.by.stages);
        for &stage in &self.by.stages {
            let share = scores.share(stage).unwrap_or(Exact::ZERO);
            let (part, of_stage) = stage::part(self.scored, stage, share, a, b);
            parts.push(part);
            terms.extend(of_stage);
        }
        (parts, terms)
    }

    /// The step of the ladder that parted two entries of equal score: of the steps between them the earliest, since the
    /// later ones part finer.
    fn parting(&self, a: usize, b: usize) -> Option<&TieBreak> {
        let place = |entry: usize| self.ranked.iter().position(|r| r.entry as usize == entry);
        let (a, b) = (place(a)?, place(b)?);
        let (above, below) = (a.min(b), a.max(b));
        let units = |at: usize| {
            let entry = self.ranked[at].entry as usize;
            self.by.units(self.scored, entry).flatten()
        };
        let between = &self.ranked[above..=below];
        let steps = between.iter().filter(|r| r.rank > between[0].rank);
        let first = steps.filter_map(|ranked| ranked.parted_by).min()?;
        let ladder = self.by.ladder_stage(self.scored)?;
        (units(above) == units(below)).then(|| ladder.rubric.step(first))?
    }
}
