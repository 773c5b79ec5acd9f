//! The rows of one stage's standing.

use super::lane::codes;
use super::race::Race;
use super::rank::Place;
use super::row::{Figure, Obstacle, Ranking, Row, StageScore, Status};

/// The ranking of the n-th judged stage.
pub(super) fn ranking(race: &Race<'_>, stage: usize) -> Ranking {
    let (lane, order) = (&race.lanes[stage], &race.orders[stage]);
    Ranking {
        category: race.category.clone(),
        counted: vec![lane.plan.stage.code.clone()],
        ladder: lane.plan.stage.tie_break.clone(),
        cut: order.cut,
        rows: rows(&order.places, &order.listed, |entry, place| {
            row(race, stage, entry, place)
        }),
    }
}

/// The rows of those with a place, then of those listed apart, by what keeps them apart.
pub(super) fn rows(
    places: &[Place],
    listed: &[bool],
    row: impl Fn(usize, Option<&Place>) -> Row,
) -> Vec<Row> {
    let mut apart = listed.to_vec();
    places
        .iter()
        .for_each(|place| apart[place.entry as usize] = false);
    let entries = apart.iter().enumerate().filter(|(_, apart)| **apart);
    let mut others: Vec<Row> = entries.map(|(entry, _)| row(entry, None)).collect();
    others.sort_by_key(|row| row.status);
    let ranked = places
        .iter()
        .map(|place| row(place.entry as usize, Some(place)));
    ranked.chain(others).collect()
}

fn row(race: &Race<'_>, stage: usize, entry: usize, place: Option<&Place>) -> Row {
    let (lane, order) = (&race.lanes[stage], &race.orders[stage]);
    let account = &lane.filed.accounts[entry];
    let judges = race.ground.question.judges;
    let score = lane.exact(entry);
    let score = score.map(|exact| Figure::new(exact, lane.rounding));
    let (status, obstacle) = match (race.status(stage, entry), place) {
        (_, Some(_)) => (Status::Ranked, None),
        (found, None) => found,
    };
    let step = |number: Option<u16>| lane.plan.step(number?).cloned();
    Row {
        status,
        obstacle,
        parted_by: step(place.and_then(|place| place.parted_by)),
        decided_by: step(place.and_then(|place| place.decided_by)),
        sheets: lane.sheets(entry),
        missing: codes(judges, &account.missing),
        recused: codes(judges, &account.recused),
        unassigned: account.unassigned.clone(),
        of_filed: place.is_some() && !account.missing.is_empty(),
        criteria: score
            .as_ref()
            .map_or_else(Vec::new, |_| lane.criteria(entry)),
        stages: score
            .iter()
            .map(|score| StageScore {
                code: lane.plan.stage.code.clone(),
                score: score.clone(),
            })
            .collect(),
        score,
        shortlisted: order.passed[entry],
        across_cut: place.is_some_and(|place| order.across == Some(place.rank)),
        ..Row::placed(&race.entries[entry].code, race.category, place)
    }
}

impl Race<'_> {
    /// Whether the entry can be ranked in the stage, and if not, why.
    pub(super) fn status(&self, stage: usize, entry: usize) -> (Status, Option<Obstacle>) {
        if let Some((status, obstacle)) = &self.fate(entry).out {
            return (*status, Some(obstacle.clone()));
        }
        match &self.lanes[stage].outcomes[entry] {
            Ok(_) => (Status::Ranked, None),
            Err(obstacle @ Obstacle::Conflict(_)) => (Status::Conflict, Some(obstacle.clone())),
            Err(obstacle) => (Status::Incomplete, Some(obstacle.clone())),
        }
    }
}
