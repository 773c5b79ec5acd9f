//! What a standing of one category ranks by, and the order that follows.

use super::rank::{RankedEntry, rank_breaking_ties};
use super::tie_break::Ladder;
use crate::Exact;
use crate::rules::Stage;
use crate::scoring::{FinalScores, ScoredCategory, ScoredStage};

/// What a standing of one category ranks by: one stage's scores, or the final ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RankedBy {
    /// The positions of the stages whose scores are in it.
    pub(crate) stages: Vec<usize>,
    /// Whether it is the final standing: stages weighed, deductions taken off.
    pub(crate) is_final: bool,
    /// By entry: how it takes part.
    parts: Vec<Part>,
}

/// How an entry takes part in an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// It has the rank that its score gives it.
    Competes,
    /// The gate of this stage holds it back: it has no rank, and nobody else takes its place.
    KeepsPlace,
    /// It was taken out of the competition, or an earlier gate holds it back.
    Out,
}

impl RankedBy {
    /// A standing by the scores of these stages, in which every entry takes part as said.
    pub(super) const fn new(stages: Vec<usize>, is_final: bool, parts: Vec<Part>) -> Self {
        Self {
            stages,
            is_final,
            parts,
        }
    }

    /// The entry's score before its last rounding, if it has one.
    pub(crate) fn exact(&self, category: &ScoredCategory<'_>, entry: usize) -> Option<Exact> {
        if self.is_final {
            FinalScores::of(category, &self.stages).score(entry)
        } else {
            category.stages[*self.stages.first()?].exact(entry)
        }
    }

    /// What the entry is ranked by, in whole units of the last digit; `Some(None)` for an entry without a score or that is
    /// out, `None` when the score is too large to compare.
    pub(crate) fn units(
        &self,
        category: &ScoredCategory<'_>,
        entry: usize,
    ) -> Option<Option<i128>> {
        if self.parts[entry] == Part::Out {
            return Some(None);
        }
        if !self.is_final {
            let stage = self.stages.first();
            return Some(stage.and_then(|stage| category.stages[*stage].units(entry)));
        }
        let Some(exact) = self.exact(category, entry) else {
            return Some(None);
        };
        let rounding = category.inputs.rules.rounding;
        exact.units(rounding.digits, rounding.mode).map(Some)
    }

    /// What every entry of the category is ranked by; `None` when a score is too large to compare.
    pub(crate) fn all_units(&self, category: &ScoredCategory<'_>) -> Option<Vec<Option<i128>>> {
        let entries = 0..category.entries.len();
        entries.map(|entry| self.units(category, entry)).collect()
    }

    /// The stage whose ladder ties walk down.
    pub(crate) fn ladder_stage<'c, 'a>(
        &self,
        category: &'c ScoredCategory<'a>,
    ) -> Option<&'c ScoredStage<'a>> {
        self.stages.last().map(|stage| &category.stages[*stage])
    }

    /// The rules of the stage whose cut the standing shows.
    pub(crate) fn stage_with_cut<'a>(&self, category: &ScoredCategory<'a>) -> Option<&'a Stage> {
        let stage = self.ladder_stage(category).filter(|_| !self.is_final)?;
        Some(stage.rubric.stage).filter(|stage| stage.shortlist.is_some())
    }

    /// The order of the entries that have units, best first, without those that only keep their place.
    pub(crate) fn rank(
        &self,
        category: &ScoredCategory<'_>,
        units: &[Option<i128>],
    ) -> Vec<RankedEntry> {
        let Some(stage) = self.ladder_stage(category) else {
            return Vec::new();
        };
        let ladder = Ladder {
            category,
            stage,
            standing: (!self.is_final).then_some(&stage.rubric.stage.code),
        };
        let mut ranked = rank_breaking_ties(units, |tied| ladder.part(tied));
        ranked.retain(|ranked| self.parts[ranked.entry as usize] == Part::Competes);
        ranked
    }
}
