//! The ladder that entries of equal score walk down, one step at a time.

use super::rank::Group;
use crate::rules::{Aggregate, TieBreak};
use crate::scoring::{ScoredCategory, ScoredStage};
use crate::{Exact, StageCode};
use std::collections::BTreeMap;

/// A ladder with all that its steps look at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ladder<'r, 'a> {
    /// The scores in all stages.
    pub(super) category: &'r ScoredCategory<'a>,
    /// The stage whose steps they are.
    pub(super) stage: &'r ScoredStage<'a>,
    /// In which standing the chair settled; `None` for the final one.
    pub(super) standing: Option<&'r StageCode>,
}

impl Ladder<'_, '_> {
    /// Parts tied entries into groups, best first. A group of several is still tied after the last step.
    pub(super) fn part(&self, tied: &[u32]) -> Vec<Group> {
        let mut groups = vec![Group {
            entries: tied.to_vec(),
            parted_by: None,
        }];
        for (number, step) in (0..).zip(&self.stage.rubric.stage.tie_break) {
            groups = groups
                .into_iter()
                .flat_map(|group| self.part_by(number, step, group))
                .collect();
        }
        groups
    }

    fn part_by(&self, number: u16, step: &TieBreak, group: Group) -> Vec<Group> {
        if group.entries.len() == 1 {
            return vec![group];
        }
        let Some(values) = self.values(step, &group.entries) else {
            return vec![group];
        };
        let mut order: Vec<(Exact, u32)> = values.into_iter().zip(group.entries.clone()).collect();
        order.sort_by(|(a, _), (b, _)| b.cmp(a));
        let pieces: Vec<_> = order.chunk_by(|(a, _), (b, _)| a == b).collect();
        if pieces.len() == 1 {
            return vec![group];
        }
        let piece = |(at, piece): (usize, &[(Exact, u32)])| Group {
            entries: piece.iter().map(|(_, entry)| *entry).collect(),
            parted_by: if at == 0 {
                group.parted_by
            } else {
                Some(number)
            },
        };
        pieces.into_iter().enumerate().map(piece).collect()
    }

    /// What the step compares, higher first; `None` when one of the tied has nothing to compare.
    fn values(&self, step: &TieBreak, tied: &[u32]) -> Option<Vec<Exact>> {
        let each = |value: &dyn Fn(usize) -> Option<Exact>| {
            tied.iter().map(|&entry| value(entry as usize)).collect()
        };
        match step {
            TieBreak::Criterion(code) => {
                let column = self.stage.rubric.column(code)?;
                let table = &self.stage.sheets.table;
                each(&|entry| self.stage.rubric.criterion_mark(table, entry, column))
            }
            TieBreak::Stage(code) => {
                let stage = self.category.stage(code)?;
                each(&|entry| stage.units(entry).map(Exact::whole))
            }
            TieBreak::HighestMedian => each(&|entry| {
                let scores = self
                    .stage
                    .sheet_scores(entry)
                    .into_iter()
                    .map(|(_, score)| score);
                Aggregate::Median.of(scores.collect())
            }),
            TieBreak::HeadToHead => Some(self.head_to_head(tied)),
            TieBreak::Chair => self.settled(tied),
        }
    }

    /// For each of the tied, over the others: how many judges put it above, minus how many put it below.
    fn head_to_head(&self, tied: &[u32]) -> Vec<Exact> {
        let mut by_judge: BTreeMap<u32, Vec<(Exact, usize)>> = BTreeMap::new();
        for (position, &entry) in tied.iter().enumerate() {
            for (judge, score) in self.stage.sheet_scores(entry as usize) {
                by_judge.entry(judge).or_default().push((score, position));
            }
        }
        let mut balance = vec![0_i128; tied.len()];
        for scores in by_judge.values_mut() {
            scores.sort_by(|(a, _), (b, _)| a.cmp(b));
            let (mut below, mut above) = (0, count(scores));
            for equal in scores.chunk_by(|(a, _), (b, _)| a == b) {
                above -= count(equal);
                for (_, position) in equal {
                    balance[*position] += below - above;
                }
                below += count(equal);
            }
        }
        balance.into_iter().map(Exact::whole).collect()
    }

    fn settled(&self, tied: &[u32]) -> Option<Vec<Exact>> {
        let codes: Vec<_> = tied
            .iter()
            .map(|&e| &self.category.entries[e as usize].code)
            .collect();
        let positions = self
            .category
            .inputs
            .effects
            .settled(self.standing, &codes)?;
        let value = |position| {
            let position = i128::try_from(position).ok()?;
            Some(Exact::whole(-position))
        };
        positions.into_iter().map(value).collect()
    }
}

fn count<T>(items: &[T]) -> i128 {
    i128::try_from(items.len()).unwrap_or(i128::MAX)
}
