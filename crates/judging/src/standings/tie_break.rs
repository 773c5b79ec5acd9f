//! The ladder that entries of equal score walk down, one step at a time.

use super::fate::Fates;
use super::lane::Lane;
use super::race::Race;
use super::rank::Part;
use crate::rules::{Aggregate, TieBreak};
use crate::{Exact, StageCode};
use std::collections::BTreeMap;

/// A ladder with all that its steps look at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ladder<'r, 'a> {
    /// The race, of which only the scores are looked at.
    pub(super) race: &'r Race<'a>,
    /// Whose steps they are.
    pub(super) lane: &'r Lane<'a>,
    /// In which standing the chair settled; `None` for the final one.
    pub(super) standing: Option<&'r StageCode>,
}

impl Ladder<'_, '_> {
    /// Parts tied entries, best first. A part of several is still tied after the last step.
    pub(super) fn part(&self, tied: &[u32]) -> Vec<Part> {
        let mut parts = vec![Part {
            entries: tied.to_vec(),
            parted_by: None,
        }];
        for (number, step) in (0..).zip(&self.lane.plan.stage.tie_break) {
            parts = parts
                .into_iter()
                .flat_map(|part| self.part_by(number, step, part))
                .collect();
        }
        parts
    }

    fn part_by(&self, number: u16, step: &TieBreak, part: Part) -> Vec<Part> {
        if part.entries.len() == 1 {
            return vec![part];
        }
        let Some(values) = self.values(step, &part.entries) else {
            return vec![part];
        };
        let mut order: Vec<(Exact, u32)> = values.into_iter().zip(part.entries.clone()).collect();
        order.sort_by(|(a, _), (b, _)| b.cmp(a));
        let pieces: Vec<_> = order.chunk_by(|(a, _), (b, _)| a == b).collect();
        if pieces.len() == 1 {
            return vec![part];
        }
        let piece = |(at, piece): (usize, &[(Exact, u32)])| Part {
            entries: piece.iter().map(|(_, entry)| *entry).collect(),
            parted_by: if at == 0 {
                part.parted_by
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
                let column = self.lane.plan.column(code)?;
                let table = &self.lane.filed.table;
                each(&|entry| self.lane.plan.criterion_mark(table, entry, column))
            }
            TieBreak::Stage(code) => {
                let lane = self.race.lane(code)?;
                each(&|entry| lane.units(entry).map(Exact::whole))
            }
            TieBreak::HighestMedian => each(&|entry| {
                let scores = self
                    .lane
                    .sheet_scores(entry)
                    .into_iter()
                    .map(|(_, score)| score);
                Aggregate::Median.of(scores.collect())
            }),
            TieBreak::HeadToHead => Some(self.head_to_head(tied)),
            TieBreak::Chair => self.settled(&self.race.ground.fates, tied),
        }
    }

    /// For each of the tied, over the others: how many judges put it above, minus how many put it below.
    fn head_to_head(&self, tied: &[u32]) -> Vec<Exact> {
        let mut by_judge: BTreeMap<u32, Vec<(Exact, usize)>> = BTreeMap::new();
        for (place, &entry) in tied.iter().enumerate() {
            for (judge, score) in self.lane.sheet_scores(entry as usize) {
                by_judge.entry(judge).or_default().push((score, place));
            }
        }
        let mut balance = vec![0_i128; tied.len()];
        for scores in by_judge.values_mut() {
            scores.sort_by(|(a, _), (b, _)| a.cmp(b));
            let (mut below, mut above) = (0, count(scores));
            for equal in scores.chunk_by(|(a, _), (b, _)| a == b) {
                above -= count(equal);
                for (_, place) in equal {
                    balance[*place] += below - above;
                }
                below += count(equal);
            }
        }
        balance.into_iter().map(Exact::whole).collect()
    }

    fn settled(&self, fates: &Fates<'_>, tied: &[u32]) -> Option<Vec<Exact>> {
        let codes: Vec<_> = tied
            .iter()
            .map(|&e| &self.race.entries[e as usize].code)
            .collect();
        let places = fates.settled(self.standing, &codes)?;
        let value = |place| i128::try_from(place).ok().map(|place| Exact::whole(-place));
        places.into_iter().map(value).collect()
    }
}

fn count<T>(items: &[T]) -> i128 {
    i128::try_from(items.len()).unwrap_or(i128::MAX)
}
