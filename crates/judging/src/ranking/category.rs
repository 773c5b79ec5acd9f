//! One category from the first judged stage to the last: the order in each, the cut, and who goes on.

use super::rank::RankedEntry;
use super::ranked_by::RankedBy;
use super::row::{Cut, Status};
use super::shortlist::cut;
use crate::rules::Shortlist;
use crate::scoring::{Obstacle, ScoredCategory, ScoredStage};

/// One category with the order of its entries in each judged stage.
#[derive(Debug)]
pub(crate) struct RankedCategory<'a> {
    pub(crate) scored: ScoredCategory<'a>,
    /// In the order of the stages.
    pub(super) orders: Vec<StageOrder>,
}

/// The order of a category's entries in one stage.
#[derive(Debug, Default)]
pub(super) struct StageOrder {
    /// By entry: whether the stage's standing lists it.
    pub(super) listed: Vec<bool>,
    /// Best first.
    pub(super) ranked: Vec<RankedEntry>,
    /// By entry: whether it passes the cut; `None` when there is none or it is not ranked.
    pub(super) passed: Vec<Option<bool>>,
    /// What the cut came to.
    pub(super) cut: Option<Cut>,
    /// The rank whose tie lies across the cut, so that more pass than there are places.
    pub(super) rank_across_cut: Option<u32>,
}

impl<'a> RankedCategory<'a> {
    /// Ranks the category stage by stage: who passes a cut goes on to the next.
    pub(crate) fn rank(scored: ScoredCategory<'a>) -> Self {
        let stages = scored.stages.len();
        let mut category = Self {
            scored,
            orders: Vec::new(),
        };
        for stage in 0..stages {
            let order = category.order(stage);
            category.orders.push(order);
        }
        category
    }

    /// The nearest judged stage with a cut before this one.
    pub(super) fn cut_before(&self, stage: usize) -> Option<usize> {
        let has_cut = |at: &usize| self.scored.stages[*at].rubric.stage.shortlist.is_some();
        (0..stage).rev().find(has_cut)
    }

    /// Whether the entry goes into the stage: there is no cut before it, or it passed the nearest. One that is out has passed none.
    fn goes_on(&self, stage: usize, entry: usize) -> bool {
        self.cut_before(stage)
            .is_none_or(|before| self.orders[before].passed[entry] == Some(true))
    }

    fn order(&self, stage: usize) -> StageOrder {
        let scored = &self.scored.stages[stage];
        let entries = 0..self.scored.entries.len();
        let listed: Vec<bool> = entries
            .clone()
            .map(|entry| {
                self.goes_on(stage, entry) || scored.sheets.judges[entry].has_final_sheet()
            })
            .collect();
        let by = RankedBy::stage(stage);
        let units = entries.map(|entry| {
            let units = by.units(&self.scored, entry).flatten();
            units.filter(|_| listed[entry])
        });
        let units: Vec<Option<i128>> = units.collect();
        let mut order = StageOrder {
            passed: vec![None; listed.len()],
            listed,
            ranked: by.rank(&self.scored, &units),
            cut: None,
            rank_across_cut: None,
        };
        if let Some(rule) = scored.rubric.stage.shortlist {
            order.apply(rule, scored);
        }
        order
    }

    /// The status of an entry that decisions removed, and the decision.
    pub(super) fn removed(&self, entry: usize) -> Option<(Status, Obstacle)> {
        let removal = self.scored.effect(entry).removal.as_ref()?;
        let status = if removal.withdrawn {
            Status::Withdrawn
        } else {
            Status::Disqualified
        };
        let obstacle = Obstacle::Decision {
            hash: removal.decision,
            reason: removal.reason.clone(),
        };
        Some((status, obstacle))
    }

    /// Whether the entry can be ranked in the stage, and if not, why.
    pub(super) fn status(&self, stage: usize, entry: usize) -> (Status, Option<Obstacle>) {
        if let Some((status, obstacle)) = self.removed(entry) {
            return (status, Some(obstacle));
        }
        match &self.scored.stages[stage].outcomes[entry] {
            Ok(_) => (Status::Ranked, None),
            Err(obstacle @ Obstacle::Conflict(_)) => (Status::Conflict, Some(obstacle.clone())),
            Err(obstacle) => (Status::Incomplete, Some(obstacle.clone())),
        }
    }
}

impl StageOrder {
    fn apply(&mut self, rule: Shortlist, scored: &ScoredStage<'_>) {
        let units = |ranked: &RankedEntry| scored.units(ranked.entry as usize);
        let (cut, passed) = cut(rule, scored.rounding, &self.ranked, units);
        for (ranked, passed) in self.ranked.iter().zip(passed) {
            self.passed[ranked.entry as usize] = Some(passed);
        }
        let last = self
            .ranked
            .iter()
            .rfind(|ranked| self.passed[ranked.entry as usize] == Some(true));
        let is_over = cut.places.is_some_and(|places| cut.passed > places);
        self.rank_across_cut = last.filter(|_| is_over).map(|ranked| ranked.rank);
        self.cut = Some(cut);
    }
}
