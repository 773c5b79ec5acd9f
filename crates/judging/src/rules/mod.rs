//! The rules of one competition: categories, stages, rubrics, aggregation, rounding, tie-breaks, shortlist cuts.
//!
//! Terms: a [`Stage`] has a rubric of [`Criterion`]s; a criterion with children is a *group*, one without is a *leaf* and
//! takes marks. Rules are plain data here; [`Rules::validate`] says whether they make sense. How they are written in a
//! file is `exchange`'s business.

mod category;
mod claim;
mod criterion;
mod rounding;
mod stage;
mod validate;

pub use category::{Category, Obligation};
pub use claim::{Claim, ClaimCriterion};
pub use criterion::{Criterion, Level, RemarkRule, Scale};
pub use rounding::{Rounding, RoundingLevel, RoundingMode};
pub use stage::{
    Aggregate, AggregateKind, JudgedBy, Missing, MissingKind, Score, Shortlist, ShortlistKind,
    Stage, StageKind, TieBreak, TieBreakError, TieBreakKind, VisitEffect,
};
pub use validate::{Flaw, Place};

use crate::entry::BlindField;
use crate::{CategoryCode, StageCode};

/// The version of the rules file's shape that this program writes and understands.
pub const FORMAT: u32 = 1;

/// How one competition is judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// Name of the edition: "Pekan Inovasi dan Kreativitas Kukar 2023".
    pub name: String,
    /// Who holds it.
    pub organizer: String,
    /// Where these rules come from, and what in them is an unconfirmed default.
    pub source: String,
    /// How scores are rounded.
    pub rounding: Rounding,
    /// What every agency owes, if anything.
    pub obligation: Option<Obligation>,
    /// At least one; codes are unique.
    pub categories: Vec<Category>,
    /// In the order they are held; codes are unique.
    pub stages: Vec<Stage>,
}

impl Rules {
    /// The stage of that code.
    #[must_use]
    pub fn stage(&self, code: &StageCode) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.code == *code)
    }

    /// The category of that code.
    #[must_use]
    pub fn category(&self, code: &CategoryCode) -> Option<&Category> {
        self.categories
            .iter()
            .find(|category| category.code == *code)
    }

    /// The stages of one category that have a rubric, in order: those whose scores its ranking is made from.
    pub fn judged_stages_of(&self, category: &CategoryCode) -> impl Iterator<Item = &Stage> {
        self.judged_stages()
            .filter(move |stage| stage.is_for(category))
    }

    /// Whether that stage is one of verification, and entries of the category go through it.
    #[must_use]
    pub fn is_visited(&self, stage: &StageCode, category: &CategoryCode) -> bool {
        let stage = self.stage(stage);
        stage.is_some_and(|stage| stage.kind == StageKind::Verification && stage.is_for(category))
    }

    /// How many criteria of all stages a claim can mean: one, where it is plain what it bears on.
    #[must_use]
    pub fn meant(&self, of: &ClaimCriterion) -> usize {
        let in_stage = |stage: &&Stage| of.stage.as_ref().is_none_or(|code| stage.code == *code);
        let stages = self.stages.iter().filter(in_stage);
        stages
            .filter(|stage| stage.criterion(&of.criterion).is_some())
            .count()
    }

    /// Whether a stage keeps fields of the entries from its judges.
    #[must_use]
    pub fn is_blind(&self) -> bool {
        self.stages.iter().any(|stage| !stage.blind.is_empty())
    }

    /// Whether entries of that category go through a stage that keeps this field from its judges.
    #[must_use]
    pub fn is_blind_for(&self, category: &CategoryCode, field: BlindField) -> bool {
        let mut stages = self.stages.iter();
        stages.any(|stage| stage.is_for(category) && stage.blind.contains(&field))
    }

    /// The stages that have a rubric, in order: those in which sheets are filed.
    pub fn judged_stages(&self) -> impl Iterator<Item = &Stage> {
        self.stages
            .iter()
            .filter(|stage| !stage.criteria.is_empty())
    }
}
