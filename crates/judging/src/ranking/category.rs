//! One category from the first judged stage to the last: the order in each, the cut, and who goes on.

use super::gate::{Gate, HeldBack, gates, held_back};
use super::rank::RankedEntry;
use super::ranked_by::{Part, RankedBy};
use super::row::{Cut, Status};
use super::shortlist::cut;
use crate::StageCode;
use crate::entry::Entry;
use crate::rules::Shortlist;
use crate::scoring::{FinalScores, Obstacle, ScoredCategory, ScoredStage};

/// One category with the order of its entries in each judged stage.
#[derive(Debug)]
pub(crate) struct RankedCategory<'a> {
    pub(crate) scored: ScoredCategory<'a>,
    /// In the order of the stages.
    pub(super) orders: Vec<StageOrder>,
    /// By entry: the first gate that holds it back.
    held_back: Vec<Option<HeldBack<'a>>>,
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
    /// Ranks the category stage by stage: who passes a cut and a gate goes on to the next.
    pub(crate) fn rank(scored: ScoredCategory<'a>) -> Self {
        let stages = scored.stages.len();
        let mut category = Self {
            held_back: vec![None; scored.entries.len()],
            scored,
            orders: Vec::new(),
        };
        let gates = gates(&category.scored);
        let mut gates = gates.into_iter().peekable();
        for stage in 0..=stages {
            while let Some(gate) = gates.next_if(|gate| gate.after == stage) {
                category.close(gate);
            }
            if stage < stages {
                let order = category.order(stage);
                category.orders.push(order);
            }
        }
        category
    }

    /// Holds back the entries that stand at a gate and are not passed there. In the order of the gate's own stage they keep
    /// their place, which nobody else takes, but have no rank.
    fn close(&mut self, gate: Gate<'a>) {
        for entry in 0..self.scored.entries.len() {
            let stands = self.goes_on(gate.after, entry) && !self.scored.is_removed(entry);
            if stands && self.held_back[entry].is_none() {
                let code = &self.scored.entries[entry].code;
                let effects = &self.scored.inputs.effects;
                let decided = effects.decided_at_gate(&gate.stage.code, code);
                self.held_back[entry] = held_back(gate, decided);
            }
        }
        if let Some(own) = self.orders.get_mut(gate.from) {
            own.leave_out(|ranked| self.held_back[ranked.entry as usize].is_some());
        }
    }

    /// The gate that holds the entry back in the standing of the stage.
    fn held_back(&self, stage: usize, entry: usize) -> Option<&HeldBack<'a>> {
        let held_back = self.held_back[entry].as_ref();
        held_back.filter(|held_back| held_back.from <= stage)
    }

    /// The gate that holds the entry back in the final standing.
    pub(super) fn held_back_at_last(&self, entry: usize) -> Option<&HeldBack<'a>> {
        self.held_back[entry].as_ref()
    }

    /// How the entry takes part in the order of a stage, or of the final standing.
    fn part(&self, stage: Option<usize>, entry: usize) -> Part {
        let held_back = match stage {
            Some(stage) => self.held_back(stage, entry),
            None => self.held_back_at_last(entry),
        };
        let own = stage.map(|stage| &self.scored.stages[stage].rubric.stage.code);
        match held_back {
            _ if self.scored.is_removed(entry) => Part::Out,
            Some(held_back) if own == Some(&held_back.stage.code) => Part::KeepsPlace,
            Some(_) => Part::Out,
            None => Part::Competes,
        }
    }

    /// What the standing of the n-th judged stage ranks by.
    pub(crate) fn by_stage(&self, stage: usize) -> RankedBy {
        RankedBy::new(vec![stage], false, self.parts(Some(stage)))
    }

    /// What the final standing so far ranks by.
    pub(crate) fn by_final_scores(&self) -> RankedBy {
        let counted = FinalScores::new(&self.scored).counted;
        RankedBy::new(counted, true, self.parts(None))
    }

    /// The same of the standing that is asked for: of a stage, or the final one. `None` when the category does not go through
    /// the stage.
    pub(crate) fn by(&self, stage: Option<&StageCode>) -> Option<RankedBy> {
        match stage {
            Some(code) => Some(self.by_stage(self.scored.position(code)?)),
            None => Some(self.by_final_scores()),
        }
    }

    fn parts(&self, stage: Option<usize>) -> Vec<Part> {
        let entries = 0..self.scored.entries.len();
        entries.map(|entry| self.part(stage, entry)).collect()
    }

    /// The entries that compete in the stage with a score, by code.
    pub(crate) fn competing(&self, stage: usize) -> Vec<usize> {
        let entries = 0..self.scored.entries.len();
        let competes = |entry: &usize| {
            self.part(Some(stage), *entry) == Part::Competes
                && self.scored.stages[stage].units(*entry).is_some()
        };
        entries.filter(competes).collect()
    }

    /// The entries that wait at a gate for the chair's decision.
    pub(crate) fn waiting(&self) -> impl Iterator<Item = (&'a Entry, &'a StageCode)> {
        let all = self.scored.entries.iter().zip(&self.held_back);
        all.filter_map(|(&entry, held_back)| {
            let gate = held_back.as_ref()?;
            (gate.status == Status::AtGate).then_some((entry, &gate.stage.code))
        })
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
                self.goes_on(stage, entry)
                    || self.held_back(stage, entry).is_some()
                    || scored.sheets.judges[entry].has_final_sheet()
            })
            .collect();
        let by = self.by_stage(stage);
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
        if let Some(gate) = self.held_back(stage, entry) {
            return (gate.status, Some(gate.obstacle.clone()));
        }
        match &self.scored.stages[stage].outcomes[entry] {
            Ok(_) => (Status::Ranked, None),
            Err(obstacle @ Obstacle::Conflict(_)) => (Status::Conflict, Some(obstacle.clone())),
            Err(obstacle) => (Status::Incomplete, Some(obstacle.clone())),
        }
    }
}

impl StageOrder {
    /// Leaves entries out of the ranks; the others keep theirs. What parted a rank from one before that is gone counts from the
    /// rank that is there: the coarsest step between, or none where the scores differ.
    fn leave_out(&mut self, is_out: impl Fn(&RankedEntry) -> bool) {
        let mut kept: Vec<RankedEntry> = Vec::with_capacity(self.ranked.len());
        // The steps that parted the ranks since the last one that is kept, coarsest first; none where scores differ.
        let mut between: Option<Option<u16>> = None;
        for group in self.ranked.chunk_by(|one, other| one.rank == other.rank) {
            let own = group[0].parted_by;
            let parted = match between {
                None => own,
                Some(before) => before.zip(own).map(|(before, own)| before.min(own)),
            };
            let stay = group.iter().filter(|ranked| !is_out(ranked));
            let count = kept.len();
            kept.extend(stay.map(|ranked| RankedEntry {
                parted_by: parted,
                ..*ranked
            }));
            between = (kept.len() == count).then_some(parted);
        }
        self.ranked = kept;
    }

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
