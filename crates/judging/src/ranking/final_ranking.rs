//! The rows of the final standing: the counted stages weighed, deductions taken off.

use super::category::RankedCategory;
use super::rank::RankedEntry;
use super::row::{Ranking, Row, StageScore, Status};
use super::stage_ranking::rows;
use crate::scoring::{CriterionScore, Figure, FinalScores, Obstacle, ScoredStage, codes};
use crate::{JudgeCode, StageCode};
use std::collections::BTreeSet;

/// The final ranking of a category so far; `None` when a score is too large to compare.
pub(crate) fn final_ranking(category: &RankedCategory<'_>) -> Option<Ranking> {
    let by = category.by_final_scores();
    let standing = FinalStanding {
        category,
        scores: FinalScores::of(&category.scored, &by.stages),
    };
    let ranked = by.rank(&category.scored, &by.all_units(&category.scored)?);
    let listed = vec![true; category.scored.entries.len()];
    let stages = || standing.scores.stages().map(|scored| scored.rubric.stage);
    Some(Ranking {
        category: category.scored.category.clone(),
        counted: stages().map(|stage| stage.code.clone()).collect(),
        ladder: stages()
            .last()
            .map_or_else(Vec::new, |stage| stage.tie_break.clone()),
        cut: None,
        rows: rows(&ranked, &listed, |entry, ranked| {
            standing.row(entry, ranked)
        }),
    })
}

/// Why an entry is not ranked, and in which counted stage, if it is one stage's matter.
#[derive(Debug, Clone)]
struct Apart {
    status: Status,
    obstacle: Obstacle,
    stage: Option<StageCode>,
}

impl Apart {
    const fn new(status: Status, obstacle: Obstacle) -> Self {
        Self {
            status,
            obstacle,
            stage: None,
        }
    }
}

/// A category with its final scores.
struct FinalStanding<'c, 'a> {
    category: &'c RankedCategory<'a>,
    scores: FinalScores<'c, 'a>,
}

impl<'a> FinalStanding<'_, 'a> {
    fn row(&self, entry: usize, ranked: Option<&RankedEntry>) -> Row {
        let score = self.scores.score(entry);
        let apart = ranked.is_none().then(|| self.apart(entry));
        let last = self.scores.stages().last();
        let step = |number: Option<u16>| last?.rubric.step(number?).cloned();
        let listed = |stage: &&usize| self.category.orders[**stage].listed[entry];
        let in_stages: Vec<&ScoredStage<'_>> = self
            .scores
            .counted
            .iter()
            .filter(listed)
            .map(|&stage| &self.category.scored.stages[stage])
            .collect();
        let judges = || in_stages.iter().map(|scored| &scored.sheets.judges[entry]);
        let codes = |positions: BTreeSet<usize>| -> Vec<JudgeCode> {
            let positions: Vec<usize> = positions.into_iter().collect();
            codes(self.category.scored.inputs.judges, &positions)
        };
        let missing = codes(judges().flat_map(|own| own.missing.clone()).collect());
        let unassigned: BTreeSet<&JudgeCode> = judges().flat_map(|own| &own.unassigned).collect();
        let stages = || self.scores.stages();
        let unscored = stages().filter(|scored| scored.units(entry).is_none());
        Row {
            status: apart.as_ref().map_or(Status::Ranked, |apart| apart.status),
            obstacle_stage: apart.as_ref().and_then(|apart| apart.stage.clone()),
            obstacle: apart.map(|apart| apart.obstacle),
            score: score.map(|exact| Figure::new(exact, self.scores.rounding())),
            parted_by: step(ranked.and_then(|ranked| ranked.parted_by)),
            decided_by: step(ranked.and_then(|ranked| ranked.decided_by)),
            sheets: stages().map(|scored| scored.counted_sheets(entry)).sum(),
            of_filed: ranked.is_some() && !missing.is_empty(),
            missing,
            missing_stages: unscored
                .map(|scored| scored.rubric.stage.code.clone())
                .collect(),
            recused: codes(judges().flat_map(|own| own.recused.clone()).collect()),
            unassigned: unassigned.into_iter().cloned().collect(),
            criteria: self.criteria(entry),
            stages: self.stages(entry),
            deducted: self.category.scored.effect(entry).deducted.clone(),
            ..Row::bare(
                &self.category.scored.entries[entry].code,
                self.category.scored.category,
                ranked,
            )
        }
    }

    /// Why the entry is not ranked: what stands against it in a counted stage, a conflict before anything else.
    fn apart(&self, entry: usize) -> Apart {
        if let Some((status, obstacle)) = self.category.removed(entry) {
            return Apart::new(status, obstacle);
        }
        if let Some(gate) = self.category.held_back_at_last(entry) {
            return Apart {
                stage: Some(gate.stage.code.clone()),
                ..Apart::new(gate.status, gate.obstacle.clone())
            };
        }
        let found = |&stage: &usize| self.obstacle_in(stage, entry);
        let found: Vec<Apart> = self.scores.counted.iter().filter_map(found).collect();
        let is_conflict = |apart: &&Apart| apart.status == Status::Conflict;
        let first = found.iter().find(is_conflict).or(found.first());
        first
            .cloned()
            .unwrap_or_else(|| Apart::new(Status::Incomplete, Obstacle::NotBegun))
    }

    /// Why the entry has no score in the stage: what its standing says, or, where that does not list it, the cut before.
    fn obstacle_in(&self, stage: usize, entry: usize) -> Option<Apart> {
        let (scored, order) = (
            &self.category.scored.stages[stage],
            &self.category.orders[stage],
        );
        if order.listed[entry] {
            let (status, obstacle) = self.category.status(stage, entry);
            let stage = Some(scored.rubric.stage.code.clone());
            return Some(Apart {
                stage,
                ..Apart::new(status, obstacle?)
            });
        }
        let before = self.category.cut_before(stage)?;
        if self.category.orders[before].passed[entry] == Some(false) {
            let cut = self.category.scored.stages[before]
                .rubric
                .stage
                .code
                .clone();
            return Some(Apart::new(Status::NotNominated, Obstacle::Cut(cut)));
        }
        self.obstacle_in(before, entry)
    }

    fn stages(&self, entry: usize) -> Vec<StageScore> {
        let scores = self.scores.stages().filter_map(|scored| {
            Some(StageScore {
                code: scored.rubric.stage.code.clone(),
                score: Figure::new(scored.exact(entry)?, scored.rounding),
            })
        });
        scores.collect()
    }

    fn criteria(&self, entry: usize) -> Vec<CriterionScore> {
        let mut stages = self.scores.stages();
        match (stages.next(), stages.next()) {
            (Some(only), None) if only.units(entry).is_some() => only.criteria(entry),
            _ => Vec::new(),
        }
    }
}
