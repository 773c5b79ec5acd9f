//! One category from the first judged stage to the last: scores, orders, cuts, and who goes on.

use super::fate::{Fate, Fates};
use super::filed::Heard;
use super::lane::Lane;
use super::rank::{Place, rank_parting};
use super::row::Cut;
use super::shortlist::cut;
use super::tie_break::Ladder;
use super::{Question, StandingsError, check_rules};
use crate::entry::Entry;
use crate::rules::Shortlist;
use crate::{CategoryCode, EntryCode, StageCode};
use std::collections::{BTreeMap, BTreeSet};

/// What all categories share.
#[derive(Debug)]
pub(super) struct Ground<'a> {
    pub(super) question: Question<'a>,
    pub(super) fates: Fates<'a>,
    pub(super) heard: Heard<'a>,
}

/// One category in all judged stages that it goes through.
#[derive(Debug)]
pub(super) struct Race<'a> {
    pub(super) ground: &'a Ground<'a>,
    pub(super) category: &'a CategoryCode,
    /// The category's entries by code.
    pub(super) entries: Vec<&'a Entry>,
    /// In the order of the stages.
    pub(super) lanes: Vec<Lane<'a>>,
    /// The same.
    pub(super) orders: Vec<Order>,
}

/// One stage's order.
#[derive(Debug, Default)]
pub(super) struct Order {
    /// By entry: whether the stage's standing lists it.
    pub(super) listed: Vec<bool>,
    /// Best first.
    pub(super) places: Vec<Place>,
    /// By entry: whether it passes the cut; `None` when there is none or it is not ranked.
    pub(super) passed: Vec<Option<bool>>,
    /// What the cut came to.
    pub(super) cut: Option<Cut>,
    /// The rank whose tie lies across the cut, so that more pass than there are places.
    pub(super) across: Option<u32>,
}

impl<'a> Ground<'a> {
    pub(super) fn new(question: &Question<'a>) -> Self {
        Self {
            question: *question,
            fates: Fates::new(question.decisions),
            heard: Heard::new(question),
        }
    }
}

impl<'a> Race<'a> {
    pub(super) fn run(
        ground: &'a Ground<'a>,
        category: &'a CategoryCode,
    ) -> Result<Self, StandingsError> {
        let question = &ground.question;
        let of_category = question.entries.iter().filter(|e| e.category == *category);
        let mut entries: Vec<&Entry> = of_category.collect();
        entries.sort_by(|a, b| a.code.cmp(&b.code));
        let stages = question.rules.judged_stages_of(category);
        let lanes = stages.map(|stage| Lane::score(question, &ground.heard, stage, &entries));
        let mut race = Self {
            ground,
            category,
            lanes: lanes
                .collect::<Option<_>>()
                .ok_or_else(|| StandingsError::TooLarge(category.clone()))?,
            entries,
            orders: Vec::new(),
        };
        for stage in 0..race.lanes.len() {
            let order = race.order(stage);
            race.orders.push(order);
        }
        Ok(race)
    }

    /// The scores of a stage.
    pub(super) fn lane(&self, stage: &StageCode) -> Option<&Lane<'a>> {
        self.lanes
            .iter()
            .find(|lane| lane.plan.stage.code == *stage)
    }

    /// The stage's place among the judged ones.
    pub(super) fn place_of(&self, stage: &StageCode) -> Option<usize> {
        self.lanes
            .iter()
            .position(|lane| lane.plan.stage.code == *stage)
    }

    /// The nearest judged stage with a cut before this one.
    pub(super) fn cut_before(&self, stage: usize) -> Option<usize> {
        (0..stage)
            .rev()
            .find(|&at| self.lanes[at].plan.stage.shortlist.is_some())
    }

    /// Whether the entry goes into the stage: there is no cut before it, or it passed the nearest. One that is out has passed none.
    fn goes_on(&self, stage: usize, entry: usize) -> bool {
        self.cut_before(stage)
            .is_none_or(|before| self.orders[before].passed[entry] == Some(true))
    }

    /// Whether the entry is disqualified or withdrawn.
    pub(super) fn is_out(&self, entry: usize) -> bool {
        self.fate(entry).out.is_some()
    }

    /// What decisions do to the entry.
    pub(super) fn fate(&self, entry: usize) -> &Fate {
        self.ground.fates.of(&self.entries[entry].code)
    }

    fn order(&self, stage: usize) -> Order {
        let lane = &self.lanes[stage];
        let listed: Vec<bool> = (0..self.entries.len())
            .map(|entry| self.goes_on(stage, entry) || lane.filed.accounts[entry].is_spoken_of())
            .collect();
        let ranked = |entry| listed[entry] && !self.is_out(entry);
        let units = |entry| lane.units(entry).filter(|_| ranked(entry));
        let ladder = Ladder {
            race: self,
            lane,
            standing: Some(&lane.plan.stage.code),
        };
        let units: Vec<Option<i128>> = (0..self.entries.len()).map(units).collect();
        let places = rank_parting(&units, |tied| ladder.part(tied));
        let mut order = Order {
            listed,
            places,
            passed: vec![None; self.entries.len()],
            cut: None,
            across: None,
        };
        if let Some(rule) = lane.plan.stage.shortlist {
            order.apply(rule, lane);
        }
        order
    }
}

impl Order {
    fn apply(&mut self, rule: Shortlist, lane: &Lane<'_>) {
        let units = |place: &Place| lane.units(place.entry as usize);
        let (cut, passed) = cut(rule, lane.rounding, &self.places, units);
        for (place, passed) in self.places.iter().zip(passed) {
            self.passed[place.entry as usize] = Some(passed);
        }
        let last = self
            .places
            .iter()
            .rfind(|place| self.passed[place.entry as usize] == Some(true));
        let is_over = cut.places.is_some_and(|places| cut.passed > places);
        self.across = last.filter(|_| is_over).map(|place| place.rank);
        self.cut = Some(cut);
    }
}

/// For each judged stage the entries it is about: those of its categories that passed the nearest cut before it, all where there is none, and
/// those for which somebody filed a final sheet there anyway; without those that are out.
///
/// # Errors
/// [`StandingsError`] when the rules have a flaw.
pub fn contenders(
    question: &Question<'_>,
) -> Result<BTreeMap<StageCode, BTreeSet<EntryCode>>, StandingsError> {
    check_rules(question.rules)?;
    let ground = Ground::new(question);
    let mut contenders: BTreeMap<StageCode, BTreeSet<EntryCode>> = BTreeMap::new();
    for category in &question.rules.categories {
        let race = Race::run(&ground, &category.code)?;
        for (lane, order) in race.lanes.iter().zip(&race.orders) {
            let among = contenders.entry(lane.plan.stage.code.clone()).or_default();
            let runs = |entry: &usize| order.listed[*entry] && !race.is_out(*entry);
            let running = (0..race.entries.len()).filter(runs);
            among.extend(running.map(|entry| race.entries[entry].code.clone()));
        }
    }
    Ok(contenders)
}
