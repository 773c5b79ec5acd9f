//! The final standing: the counted stages weighed, deductions taken off.

use super::StandingsError;
use super::lane::{Lane, codes};
use super::race::Race;
use super::rank::{Part, Place, rank_parting};
use super::row::{CriterionScore, Figure, Obstacle, Ranking, Row, StageScore, Status};
use super::stage::rows;
use super::tie_break::Ladder;
use crate::rules::{Rounding, RoundingLevel};
use crate::{Exact, JudgeCode, StageCode};
use std::collections::BTreeSet;

/// The final ranking of a category so far.
pub(super) fn ranking(race: &Race<'_>) -> Result<Ranking, StandingsError> {
    let overall = Overall::new(race);
    let scores: Vec<Option<Exact>> = (0..race.entries.len())
        .map(|entry| overall.score(entry))
        .collect();
    let Rounding { digits, mode, .. } = overall.rounding();
    let too_large = || StandingsError::TooLarge(race.category.clone());
    let units = scores.iter().enumerate().map(|(entry, score)| match score {
        Some(exact) if !race.is_out(entry) => {
            let units = exact.units(digits, mode).ok_or_else(too_large)?;
            Ok(Some(units))
        }
        _ => Ok(None),
    });
    let units: Vec<Option<i128>> = units.collect::<Result<_, _>>()?;
    let places = rank_parting(&units, |tied| overall.part(tied));
    let listed = vec![true; race.entries.len()];
    let last = overall.lanes().last();
    let codes = overall.lanes().map(|lane| lane.plan.stage.code.clone());
    Ok(Ranking {
        category: race.category.clone(),
        counted: codes.collect(),
        ladder: last.map_or_else(Vec::new, |lane| lane.plan.stage.tie_break.clone()),
        cut: None,
        rows: rows(&places, &listed, |entry, place| {
            overall.row(entry, place, scores[entry].clone())
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

/// A race with the stages that count so far, by their places.
struct Overall<'r, 'a> {
    race: &'r Race<'a>,
    counted: Vec<usize>,
}

impl<'r, 'a> Overall<'r, 'a> {
    fn new(race: &'r Race<'a>) -> Self {
        let begun = (0..race.lanes.len()).filter(|&stage| race.lanes[stage].filed.begun());
        let mut counted: Vec<usize> = begun.collect();
        let weighs = |stage: &usize| race.lanes[*stage].plan.stage.weight.is_some();
        if race
            .lanes
            .iter()
            .any(|lane| lane.plan.stage.weight.is_some())
        {
            counted.retain(weighs);
        } else {
            counted.drain(..counted.len().saturating_sub(1));
        }
        Self { race, counted }
    }

    fn lanes(&self) -> impl Iterator<Item = &'r Lane<'a>> {
        let race = self.race;
        self.counted.iter().map(move |&stage| &race.lanes[stage])
    }

    fn rounding(&self) -> Rounding {
        self.race.ground.question.rules.rounding
    }

    /// The score before its last rounding, when the entry has one in every counted stage.
    fn score(&self, entry: usize) -> Option<Exact> {
        let rounding = self.rounding();
        let (mut sum, mut weights) = (Exact::ZERO, Exact::ZERO);
        for lane in self.lanes() {
            let exact = lane.exact(entry)?;
            let score = match rounding.at {
                RoundingLevel::Sheet | RoundingLevel::Stage => {
                    exact.round(rounding.digits, rounding.mode)
                }
                RoundingLevel::Final => exact,
            };
            let weight = lane.plan.stage.weight.map_or(Exact::whole(1), Exact::from);
            sum += &(&weight * &score);
            weights += &weight;
        }
        let fate = self.race.fate(entry);
        Some(&sum.checked_div(&weights)? - &fate.deducted)
    }

    /// Ties walk the ladder of the last counted stage.
    fn part(&self, tied: &[u32]) -> Vec<Part> {
        let Some(lane) = self.lanes().last() else {
            return Vec::new();
        };
        let ladder = Ladder {
            race: self.race,
            lane,
            standing: None,
        };
        ladder.part(tied)
    }

    fn row(&self, entry: usize, place: Option<&Place>, score: Option<Exact>) -> Row {
        let apart = place.is_none().then(|| self.apart(entry));
        let last = self.lanes().last();
        let step = |number: Option<u16>| last?.plan.step(number?).cloned();
        let listed = |stage: &&usize| self.race.orders[**stage].listed[entry];
        let heard: Vec<&Lane<'_>> = self
            .counted
            .iter()
            .filter(listed)
            .map(|&stage| &self.race.lanes[stage])
            .collect();
        let accounts = || heard.iter().map(|lane| &lane.filed.accounts[entry]);
        let judges = |places: BTreeSet<usize>| -> Vec<JudgeCode> {
            let places: Vec<usize> = places.into_iter().collect();
            codes(self.race.ground.question.judges, &places)
        };
        let missing = judges(accounts().flat_map(|a| a.missing.clone()).collect());
        let unassigned: BTreeSet<&JudgeCode> = accounts().flat_map(|a| &a.unassigned).collect();
        let unscored = self.lanes().filter(|lane| lane.units(entry).is_none());
        Row {
            status: apart.as_ref().map_or(Status::Ranked, |apart| apart.status),
            obstacle_stage: apart.as_ref().and_then(|apart| apart.stage.clone()),
            obstacle: apart.map(|apart| apart.obstacle),
            score: score.map(|exact| Figure::new(exact, self.rounding())),
            parted_by: step(place.and_then(|place| place.parted_by)),
            decided_by: step(place.and_then(|place| place.decided_by)),
            sheets: self.lanes().map(|lane| lane.sheets(entry)).sum(),
            of_filed: place.is_some() && !missing.is_empty(),
            missing,
            missing_stages: unscored.map(|lane| lane.plan.stage.code.clone()).collect(),
            recused: judges(accounts().flat_map(|a| a.recused.clone()).collect()),
            unassigned: unassigned.into_iter().cloned().collect(),
            criteria: self.criteria(entry),
            stages: self.stages(entry),
            deducted: self.race.fate(entry).deducted.clone(),
            ..Row::placed(&self.race.entries[entry].code, self.race.category, place)
        }
    }

    /// Why the entry is not ranked: what stands against it in a counted stage, a conflict before anything else.
    fn apart(&self, entry: usize) -> Apart {
        if let Some((status, obstacle)) = &self.race.fate(entry).out {
            return Apart::new(*status, obstacle.clone());
        }
        let against = |&stage: &usize| self.against(stage, entry);
        let against: Vec<Apart> = self.counted.iter().filter_map(against).collect();
        let is_conflict = |apart: &&Apart| apart.status == Status::Conflict;
        let first = against.iter().find(is_conflict).or(against.first());
        first
            .cloned()
            .unwrap_or_else(|| Apart::new(Status::Incomplete, Obstacle::NotBegun))
    }

    /// Why the entry has no score in the stage: what its standing says, or, where that does not list it, the cut before.
    fn against(&self, stage: usize, entry: usize) -> Option<Apart> {
        let (lane, order) = (&self.race.lanes[stage], &self.race.orders[stage]);
        if order.listed[entry] {
            let (status, obstacle) = self.race.status(stage, entry);
            let stage = Some(lane.plan.stage.code.clone());
            return Some(Apart {
                stage,
                ..Apart::new(status, obstacle?)
            });
        }
        let before = self.race.cut_before(stage)?;
        if self.race.orders[before].passed[entry] == Some(false) {
            let cut = self.race.lanes[before].plan.stage.code.clone();
            return Some(Apart::new(Status::NotNominated, Obstacle::Cut(cut)));
        }
        self.against(before, entry)
    }

    fn stages(&self, entry: usize) -> Vec<StageScore> {
        let scored = self.lanes().filter_map(|lane| {
            Some(StageScore {
                code: lane.plan.stage.code.clone(),
                score: Figure::new(lane.exact(entry)?, lane.rounding),
            })
        });
        scored.collect()
    }

    fn criteria(&self, entry: usize) -> Vec<CriterionScore> {
        let mut lanes = self.lanes();
        match (lanes.next(), lanes.next()) {
            (Some(only), None) if only.units(entry).is_some() => only.criteria(entry),
            _ => Vec::new(),
        }
    }
}
