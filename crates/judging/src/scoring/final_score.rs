//! The final score: the counted stages weighed, deductions taken off.

use super::category::ScoredCategory;
use super::stage::ScoredStage;
use crate::Exact;
use crate::rules::{Rounding, RoundingLevel};

/// A category with the stages that count so far.
pub(crate) struct FinalScores<'c, 'a> {
    pub(crate) category: &'c ScoredCategory<'a>,
    /// Their positions among the stages of the category.
    pub(crate) counted: Vec<usize>,
}

impl<'c, 'a> FinalScores<'c, 'a> {
    /// The weighted stages that have begun; where no stage has a weight, the last that has begun.
    pub(crate) fn new(category: &'c ScoredCategory<'a>) -> Self {
        let weighs = |stage: &ScoredStage<'_>| stage.rubric.stage.weight.is_some();
        let stages = category.stages.iter().enumerate();
        let mut begun = stages.filter(|(_, stage)| stage.sheets.begun());
        let counted = if category.stages.iter().any(weighs) {
            let weighed = begun.filter(|(_, stage)| weighs(stage));
            weighed.map(|(position, _)| position).collect()
        } else {
            let last = begun.next_back();
            last.map(|(position, _)| position).into_iter().collect()
        };
        Self { category, counted }
    }

    /// The same with the counted stages known.
    pub(crate) fn of(category: &'c ScoredCategory<'a>, counted: &[usize]) -> Self {
        Self {
            category,
            counted: counted.to_vec(),
        }
    }

    /// What part of the final score the n-th judged stage is, from 0 to 1; `None` when it does not count.
    pub(crate) fn share(&self, stage: usize) -> Option<Exact> {
        if !self.counted.contains(&stage) {
            return None;
        }
        let weights: Exact = self.stages().map(weight).sum();
        weight(&self.category.stages[stage]).checked_div(&weights)
    }

    /// The counted stages.
    pub(crate) fn stages(&self) -> impl Iterator<Item = &'c ScoredStage<'a>> {
        let category = self.category;
        let positions = self.counted.iter();
        positions.map(move |&position| &category.stages[position])
    }

    /// By what scores are rounded.
    pub(crate) fn rounding(&self) -> Rounding {
        self.category.inputs.rules.rounding
    }

    /// The score before its last rounding, when the entry has one in every counted stage.
    pub(crate) fn score(&self, entry: usize) -> Option<Exact> {
        let exact = |stage: usize| self.category.stages[stage].exact(entry);
        self.weigh(entry, exact, |_| None)
    }

    /// The same with other stage scores, and with other weights where the answer is one.
    pub(crate) fn weigh(
        &self,
        entry: usize,
        exact: impl Fn(usize) -> Option<Exact>,
        other_weight: impl Fn(usize) -> Option<Exact>,
    ) -> Option<Exact> {
        let rounding = self.rounding();
        let (mut sum, mut weights) = (Exact::ZERO, Exact::ZERO);
        for &stage in &self.counted {
            let exact = exact(stage)?;
            let score = match rounding.at {
                RoundingLevel::Sheet | RoundingLevel::Stage => {
                    exact.round(rounding.digits, rounding.mode)
                }
                RoundingLevel::Final => exact,
            };
            let own = || weight(&self.category.stages[stage]);
            let weight = other_weight(stage).unwrap_or_else(own);
            sum += &(&weight * &score);
            weights += &weight;
        }
        Some(&sum.checked_div(&weights)? - &self.category.effect(entry).deducted)
    }
}

/// The stage's weight; of a stage that counts alone without one, 1.
fn weight(stage: &ScoredStage<'_>) -> Exact {
    let weight = stage.rubric.stage.weight;
    weight.map_or(Exact::whole(1), Exact::from)
}
