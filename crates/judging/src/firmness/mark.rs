//! The smallest change of one mark that changes who stands at a place.
//!
//! One mark moves its own entry alone. As the entry rises or falls it changes who stands at a place only where its units pass one of
//! the place's levels: while it is tied there, the ladder may say something else at every step, so each step is tried; beyond, nothing
//! changes until the next level. So the first step at every level is found by halving, and a handful of orders is computed instead of
//! one for each step of each mark.

use super::NoChange;
use super::base::{Base, Line};
use super::scale_steps::ScaleSteps;
use crate::ranking::RankedBy;
use crate::scoring::{ScoredCategory, codes};
use crate::{CriterionCode, EntryCode, Exact, Fixed, JudgeCode, StageCode};

/// A change of one mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkChange {
    /// The stage.
    pub stage: StageCode,
    /// Who gave it.
    pub judge: JudgeCode,
    /// For which entry.
    pub entry: EntryCode,
    /// For which criterion.
    pub criterion: CriterionCode,
    /// As it is.
    pub from: Fixed,
    /// As it would have to be.
    pub to: Fixed,
}

/// For each line of the base the smallest change of one mark; of equal ones the first, by stage, entry, judge, criterion, a lower
/// mark before a higher. The marks are as before afterwards.
pub(super) fn smallest(
    category: &mut ScoredCategory<'_>,
    by: &RankedBy,
    base: &Base,
    stages: &[usize],
) -> Vec<Result<MarkChange, NoChange>> {
    let mut search = Search {
        best: vec![None; base.lines.len()],
        category,
        by,
        base,
    };
    for &stage in stages {
        for entry in 0..base.units.len() {
            if base.units[entry].is_some() {
                search.entry(stage, entry);
            }
        }
    }
    let found = search.best.into_iter();
    found
        .map(|best| best.map(|(_, change)| change).ok_or(NoChange::Nothing))
        .collect()
}

struct Search<'s, 'a> {
    category: &'s mut ScoredCategory<'a>,
    by: &'s RankedBy,
    base: &'s Base,
    /// By line: how far the mark moves, in ten-thousandths, and the change.
    best: Vec<Option<(i64, MarkChange)>>,
}

/// Where a mark stands.
#[derive(Clone, Copy)]
struct MarkPlace {
    stage: usize,
    entry: usize,
    sheet: usize,
    column: usize,
}

impl Search<'_, '_> {
    fn entry(&mut self, stage: usize, entry: usize) {
        let scored = &self.category.stages[stage];
        let leaves = scored.rubric.leaves.len();
        for sheet in scored.sheets.table.sheets(entry) {
            for column in 0..leaves {
                let place = MarkPlace {
                    stage,
                    entry,
                    sheet,
                    column,
                };
                self.mark(place);
            }
        }
    }

    fn mark(&mut self, place: MarkPlace) {
        let scored = &self.category.stages[place.stage];
        let Some(scale) = &scored.rubric.leaves[place.column].scale else {
            return;
        };
        let table = &scored.sheets.table;
        let Some(from) = table.fixed(place.sheet, place.column) else {
            return;
        };
        for up in [false, true] {
            let steps = ScaleSteps::new(scale, from, up);
            let levels = self.base.lines.iter().map(|line| &line.levels);
            let Some(own) = self.base.units[place.entry] else {
                return;
            };
            // Nothing is tried that lies on the side the entry moves away from.
            let ahead = |level: &i128| if up { *level >= own } else { *level <= own };
            let ahead: Vec<bool> = levels.map(|levels| levels.iter().any(ahead)).collect();
            self.side(place, from, up, &steps, &ahead);
        }
    }

    /// One side of a mark.
    fn side(
        &mut self,
        place: MarkPlace,
        from: Fixed,
        up: bool,
        steps: &ScaleSteps,
        ahead: &[bool],
    ) {
        let reach = |search: &Self, line: usize| {
            let best = search.best[line].as_ref().map(|(distance, _)| *distance);
            steps.nearer(from, best)
        };
        let lines: Vec<usize> = (0..ahead.len()).filter(|line| ahead[*line]).collect();
        let furthest = lines.iter().map(|line| reach(self, *line)).max();
        let Some(last) = furthest.and_then(|reach| reach.checked_sub(1)) else {
            return;
        };
        let furthest = self.give(place, steps.at(last));
        for line in lines {
            let within = reach(self, line);
            let reached = |level: &i128| {
                furthest.is_some_and(|end| if up { *level <= end } else { *level >= end })
            };
            let base = self.base;
            if within == 0 || !base.lines[line].levels.iter().any(reached) {
                continue;
            }
            if let Some(step) = self.first_change(place, up, steps, within, &base.lines[line]) {
                let to = steps.at(step);
                let distance = (to - from.ten_thousandths()).abs();
                self.best[line] = self
                    .change(place, from, to)
                    .map(|change| (distance, change));
            }
        }
        self.give(place, from.ten_thousandths());
    }

    /// The first of the steps within reach at which somebody else stands at the line.
    fn first_change(
        &mut self,
        place: MarkPlace,
        up: bool,
        steps: &ScaleSteps,
        within: usize,
        line: &Line,
    ) -> Option<usize> {
        let mut levels = line.levels.clone();
        levels.sort_unstable();
        levels.dedup();
        if !up {
            levels.reverse();
        }
        for level in levels {
            let at = self.first_step(place, steps, within, |units| {
                if up { units >= level } else { units <= level }
            });
            let beyond = self.first_step(place, steps, within, |units| {
                if up { units > level } else { units < level }
            });
            let tried = at..(beyond + 1).min(within);
            let mut tried = tried.into_iter();
            let found = tried.find(|step| self.changes(place, steps.at(*step), line));
            if found.is_some() {
                return found;
            }
        }
        None
    }

    /// The first step at which the entry's units are such, or `within` if none is; from there on all are.
    fn first_step(
        &mut self,
        place: MarkPlace,
        steps: &ScaleSteps,
        within: usize,
        such: impl Fn(i128) -> bool,
    ) -> usize {
        let (mut low, mut high) = (0, within);
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.give(place, steps.at(middle)).is_some_and(&such) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }

    /// Gives another mark, in ten-thousandths; the answer is what its entry is then ranked by.
    fn give(&mut self, place: MarkPlace, mark: i64) -> Option<i128> {
        let mark = Fixed::from_ten_thousandths(mark).ok()?;
        let stage = &mut self.category.stages[place.stage];
        stage.give(place.entry, place.sheet, place.column, mark);
        self.by.units(self.category, place.entry).flatten()
    }

    /// Whether somebody else stands at the line with another mark.
    fn changes(&mut self, place: MarkPlace, mark: i64, line: &Line) -> bool {
        let Some(own) = self.give(place, mark) else {
            return false;
        };
        let mut units = self.base.units.clone();
        units[place.entry] = Some(own);
        let ranked = self.by.rank(self.category, &units);
        line.inside(&ranked, &units) != line.inside
    }

    fn change(&self, place: MarkPlace, from: Fixed, to: i64) -> Option<MarkChange> {
        let stage = &self.category.stages[place.stage];
        let judge = usize::try_from(stage.sheets.table.judge(place.sheet)).ok()?;
        Some(MarkChange {
            stage: stage.rubric.stage.code.clone(),
            judge: codes(self.category.inputs.judges, &[judge]).pop()?,
            entry: self.category.entries[place.entry].code.clone(),
            criterion: stage.rubric.leaves[place.column].code.clone(),
            from,
            to: Fixed::from_ten_thousandths(to).ok()?,
        })
    }
}

impl MarkChange {
    /// How far the mark moves, not below nought.
    #[must_use]
    pub fn distance(&self) -> Exact {
        let (from, to) = (Exact::from(self.from), Exact::from(self.to));
        (&to - &from).max(&from - &to)
    }
}
