//! The smallest change of one weight that changes who stands at a place.
//!
//! A weight moves all scores, in no single direction, so every step of its written digits is tried, nearest first, but for those that
//! are proved to change nothing: as one weight moves, every sheet score is a quotient of two straight lines and so goes in one direction,
//! and aggregates, weighing and rounding keep the order. So a score lies between what it is at both ends of a range of weights;
//! where these intervals still leave everybody at the line where they stand, the whole range is passed over.

use super::NoChange;
use super::base::{Base, Line};
use crate::ranking::{Places, RankedBy};
use crate::rules::{JudgedBy, Rules};
use crate::scoring::{FinalScores, Rubric, ScoredCategory};
use crate::{CriterionCode, Exact, Fixed, StageCode};
use std::collections::BTreeMap;

/// A change of one weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeightChange {
    /// The stage.
    pub stage: StageCode,
    /// The criterion or group whose weight it is; `None` for the stage's own.
    pub criterion: Option<CriterionCode>,
    /// As it is.
    pub from: Fixed,
    /// As it would have to be.
    pub to: Fixed,
}

/// For each line of the base the smallest change of one weight; of equal ones the first, the weights of stages before those of
/// criteria, a lower weight before a higher.
pub(super) fn smallest(
    category: &ScoredCategory<'_>,
    by: &RankedBy,
    base: &Base,
    stages: &[usize],
) -> Vec<Result<WeightChange, NoChange>> {
    let mut best: Vec<Option<(i64, WeightChange)>> = vec![None; base.lines.len()];
    for weight in weights(category, by, stages) {
        for up in [false, true] {
            let mut side = Side {
                category,
                by,
                base,
                weight: &weight,
                up,
                changed: BTreeMap::new(),
                scores: BTreeMap::new(),
            };
            for (line, best) in best.iter_mut().enumerate() {
                let nearer = best
                    .as_ref()
                    .map(|(distance, _)| (distance - 1) / weight.step);
                let within = weight.steps().min(nearer.unwrap_or(i64::MAX));
                if let Some(step) = side.first_change(line, 1, within) {
                    let change = side.change(step);
                    *best = change.map(|change| (step * weight.step, change));
                }
            }
        }
    }
    let found = best.into_iter();
    found
        .map(|best| best.map(|(_, change)| change).ok_or(NoChange::Nothing))
        .collect()
}

/// One weight above nought.
struct Weight {
    /// The position of its stage among those of the category.
    stage: usize,
    criterion: Option<CriterionCode>,
    from: Fixed,
    /// One unit of its last written digit, in ten-thousandths.
    step: i64,
}

impl Weight {
    /// How many steps it can go down to nought, and as many up.
    const fn steps(&self) -> i64 {
        self.from.ten_thousandths() / self.step
    }
}

fn weights(category: &ScoredCategory<'_>, by: &RankedBy, stages: &[usize]) -> Vec<Weight> {
    let weight = |stage: usize, criterion: Option<CriterionCode>, from: Fixed| {
        let mut step = crate::fixed::ONE;
        while from.ten_thousandths() % step != 0 {
            step /= 10;
        }
        Weight {
            stage,
            criterion,
            from,
            step,
        }
    };
    let rules = |stage: usize| category.stages[stage].rubric.stage;
    let several = by.is_final && by.stages.len() > 1;
    let own = by.stages.iter().filter(|_| several);
    let own = own.filter_map(|&stage| Some(weight(stage, None, rules(stage).weight?)));
    let criteria = stages.iter().flat_map(|&stage| {
        let criteria = rules(stage).criteria.iter();
        criteria.map(move |criterion| weight(stage, Some(criterion.code.clone()), criterion.weight))
    });
    let all = own.chain(criteria);
    all.filter(|weight| weight.from > Fixed::ZERO).collect()
}

/// The values of one weight on one side of what it is.
struct Side<'s, 'a> {
    category: &'s ScoredCategory<'a>,
    by: &'s RankedBy,
    base: &'s Base,
    weight: &'s Weight,
    up: bool,
    /// By step: at which lines somebody else stands; `None` where the rules would have a flaw.
    changed: BTreeMap<i64, Option<Vec<bool>>>,
    /// By step and entry: the scores of its sheets in the stage.
    scores: BTreeMap<i64, Vec<Vec<Exact>>>,
}

impl Side<'_, '_> {
    /// The first of these steps at which somebody else stands at the line.
    fn first_change(&mut self, line: usize, from: i64, to: i64) -> Option<i64> {
        if from > to || self.is_unchanged(line, from, to) {
            return None;
        }
        if from == to {
            return self.changes(line, from).then_some(from);
        }
        let middle = from + (to - from) / 2;
        let near = self.first_change(line, from, middle);
        near.or_else(|| self.first_change(line, middle + 1, to))
    }

    fn value(&self, step: i64) -> Option<Fixed> {
        let moved = step * self.weight.step;
        let from = self.weight.from.ten_thousandths();
        Fixed::from_ten_thousandths(if self.up { from + moved } else { from - moved }).ok()
    }

    fn change(&self, step: i64) -> Option<WeightChange> {
        let stage = &self.category.stages[self.weight.stage];
        Some(WeightChange {
            stage: stage.rubric.stage.code.clone(),
            criterion: self.weight.criterion.clone(),
            from: self.weight.from,
            to: self.value(step)?,
        })
    }

    /// The rules with another weight.
    fn rules(&self, step: i64) -> Option<Rules> {
        let value = self.value(step)?;
        let mut rules = self.category.inputs.rules.clone();
        let code = &self.category.stages[self.weight.stage].rubric.stage.code;
        let stage = rules.stages.iter_mut().find(|stage| stage.code == *code)?;
        match &self.weight.criterion {
            None => stage.weight = Some(value),
            Some(code) => {
                let mut criteria = stage.criteria.iter_mut();
                criteria.find(|criterion| criterion.code == *code)?.weight = value;
            }
        }
        Some(rules)
    }

    /// The category judged anew with that weight.
    fn changes(&mut self, line: usize, step: i64) -> bool {
        if !self.changed.contains_key(&step) {
            let changed = self.judge(step);
            self.changed.insert(step, changed);
        }
        let changed = self.changed.get(&step).and_then(Option::as_ref);
        changed.is_some_and(|changed| changed[line])
    }

    fn judge(&self, step: i64) -> Option<Vec<bool>> {
        let rules = self.rules(step)?;
        if self.value(step) == Some(Fixed::ZERO) && !rules.validate().is_empty() {
            return None;
        }
        let inputs = self.category.inputs.under(&rules);
        let scored = ScoredCategory::score(&inputs, self.category.category)?;
        let units = self.by.all_units(&scored)?;
        let ranked = self.by.rank(&scored, &units);
        let lines = self.base.lines.iter();
        Some(
            lines
                .map(|line| line.inside(&ranked, &units) != line.inside)
                .collect(),
        )
    }

    /// Whether it is proved that all of these steps leave everybody at the line where they stand. A weight of nought, with which
    /// sheets can cease to count, is always tried.
    fn is_unchanged(&mut self, line: usize, from: i64, to: i64) -> bool {
        let line = &self.base.lines[line];
        if !self.up && to == self.weight.steps() {
            return false;
        }
        let Some(bounds) = self.bounds(from, to) else {
            return false;
        };
        stands(line, self.base, &bounds)
    }

    /// By entry: the lowest and the highest that its units can be between two steps.
    fn bounds(&mut self, from: i64, to: i64) -> Option<Vec<Option<(i128, i128)>>> {
        let entries = 0..self.base.units.len();
        if !self.by.stages.contains(&self.weight.stage) {
            let same = |units: &Option<i128>| units.map(|units| (units, units));
            return Some(self.base.units.iter().map(same).collect());
        }
        if self.weight.criterion.is_some() {
            self.score(from)?;
            self.score(to)?;
        }
        let bounds = entries.map(|entry| {
            if self.base.units[entry].is_none() {
                return Some(None);
            }
            let ends = match self.weight.criterion {
                Some(_) => self.ends_of_stage(entry, from, to)?,
                None => [self.weighed(entry, from)?, self.weighed(entry, to)?],
            };
            let [one, other] = ends.map(|end| self.units(&end));
            let (one, other) = (one?, other?);
            Some(Some((one.min(other), one.max(other))))
        });
        bounds.collect()
    }

    fn units(&self, exact: &Exact) -> Option<i128> {
        let rounding = self.category.inputs.rules.rounding;
        exact.units(rounding.digits, rounding.mode)
    }

    /// The final score with another weight of the stage.
    fn weighed(&self, entry: usize, step: i64) -> Option<Exact> {
        let value = self.value(step)?;
        let scores = FinalScores::of(self.category, &self.by.stages);
        scores.weigh(
            entry,
            |stage| self.category.stages[stage].exact(entry),
            |stage| (stage == self.weight.stage).then(|| value.into()),
        )
    }

    /// The lowest and the highest score with another weight of a criterion.
    fn ends_of_stage(&self, entry: usize, from: i64, to: i64) -> Option<[Exact; 2]> {
        let rubric = &self.category.stages[self.weight.stage].rubric;
        let sheets = self.scores[&from][entry]
            .iter()
            .zip(&self.scores[&to][entry]);
        let pairs: Vec<_> = sheets.collect();
        let low = pairs.iter().map(|(one, other)| (*one).min(other).clone());
        let high = pairs.iter().map(|(one, other)| (*one).max(other).clone());
        let aggregate = |scores: Vec<Exact>| match rubric.stage.judged_by {
            JudgedBy::Entry => rubric.stage.aggregate.of(scores),
            JudgedBy::Criterion => scores.into_iter().next(),
        };
        let stages = [aggregate(low.collect())?, aggregate(high.collect())?];
        if !self.by.is_final {
            return Some(stages);
        }
        let scores = FinalScores::of(self.category, &self.by.stages);
        let [low, high] = stages.map(|score| {
            let exact = |stage: usize| {
                if stage == self.weight.stage {
                    Some(score.clone())
                } else {
                    self.category.stages[stage].exact(entry)
                }
            };
            scores.weigh(entry, exact, |_| None)
        });
        Some([low?, high?])
    }

    /// Scores the sheets of all entries with another weight of a criterion, once.
    fn score(&mut self, step: i64) -> Option<()> {
        if self.scores.contains_key(&step) {
            return Some(());
        }
        let rules = self.rules(step)?;
        let scored = &self.category.stages[self.weight.stage];
        let rubric = Rubric::new(rules.stage(&scored.rubric.stage.code)?);
        let table = &scored.sheets.table;
        let of_entry = |entry| match rubric.stage.judged_by {
            JudgedBy::Entry => {
                let scores = rubric.sheet_scores(scored.rounding, table, entry);
                scores.into_iter().map(|(_, score)| score).collect()
            }
            JudgedBy::Criterion => {
                let score = rubric.entry_score(scored.rounding, table, entry);
                score.into_iter().collect()
            }
        };
        let scores = (0..table.entries()).map(of_entry).collect();
        self.scores.insert(step, scores);
        Some(())
    }
}

/// Whether everybody stands where they do at the line, wherever between these bounds their units lie.
fn stands(line: &Line, base: &Base, bounds: &[Option<(i128, i128)>]) -> bool {
    let ranked = || {
        bounds
            .iter()
            .enumerate()
            .filter_map(|(at, one)| Some((at, (*one)?)))
    };
    let is_inside = |entry: usize| {
        let entry = u32::try_from(entry).unwrap_or(u32::MAX);
        line.inside.binary_search(&entry).is_ok()
    };
    match line.cut {
        None => {
            let [only] = line.inside[..] else {
                return false;
            };
            let Some((low, high)) = bounds[only as usize] else {
                return false;
            };
            let rank = base.ranks[only as usize];
            let others = ranked().filter(|(entry, _)| *entry != only as usize);
            let mut others = others.map(|(entry, own)| (base.ranks[entry] < rank, own));
            others.all(|(is_above, own)| if is_above { own.0 > high } else { own.1 < low })
        }
        Some(Places::Units(least)) => ranked().all(|(entry, (low, high))| {
            if is_inside(entry) {
                low >= least
            } else {
                high < least
            }
        }),
        Some(Places::Ranks(places)) => {
            let out = ranked().filter(|(entry, _)| !is_inside(*entry));
            let Some(highest_out) = out.map(|(_, (_, high))| high).max() else {
                return ranked().count() <= places as usize;
            };
            let mut inside = ranked().filter(|(entry, _)| is_inside(*entry));
            line.inside.len() == places as usize && inside.all(|(_, (low, _))| low > highest_out)
        }
    }
}
