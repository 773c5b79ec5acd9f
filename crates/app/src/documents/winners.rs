//! The final standing as the winner list wants it.

use judging::case::Case;
use judging::entry::Entry;
use judging::ranking::{Ranking, Row, Status};
use judging::results::Results;
use judging::{EntryCode, StageCode};
use reports::Heading;
use reports::winners::{self, Apart, Ranked, Why, Winners};
use std::collections::BTreeMap;

pub(super) fn winners<'a>(case: &'a Case, results: &Results, heading: Heading) -> Winners<'a> {
    let computed = &results.overall;
    let entries: BTreeMap<&EntryCode, &Entry> = case
        .entries
        .iter()
        .map(|entry| (&entry.code, entry))
        .collect();
    let counted = |code: &StageCode| {
        computed
            .rankings
            .iter()
            .any(|ranking| ranking.counted.contains(code))
    };
    let stages: Vec<StageCode> = case
        .rules()
        .judged_stages()
        .map(|stage| stage.code.clone())
        .filter(counted)
        .collect();
    let ranked = |ranking: &Ranking| Ranked {
        category: ranking.category.clone(),
        rows: ranking
            .rows
            .iter()
            .filter_map(|one| row(one, &stages, &entries))
            .collect(),
        apart: ranking
            .rows
            .iter()
            .filter_map(|one| apart(one, &entries))
            .collect(),
    };
    Winners {
        rules: case.rules(),
        rules_hash: case.history.hash(),
        heading,
        stage: None,
        categories: computed
            .rankings
            .iter()
            .map(ranked)
            .filter(|one| !one.rows.is_empty() || !one.apart.is_empty())
            .collect(),
        stages,
    }
}

fn row(
    row: &Row,
    stages: &[StageCode],
    entries: &BTreeMap<&EntryCode, &Entry>,
) -> Option<winners::Row> {
    let registration = &entries.get(&row.entry)?.registration;
    let score_in = |stage: &StageCode| {
        let found = row.stages.iter().find(|one| one.code == *stage);
        found.map(|one| one.score.exact.clone())
    };
    Some(winners::Row {
        rank: row.rank?,
        entry: row.entry.clone(),
        title: registration.title.clone(),
        agency: registration.agency.clone(),
        stages: stages.iter().map(score_in).collect(),
        score: row.score.as_ref()?.exact.clone(),
        tied: row.tied,
        decided_by: row.decided_by.clone(),
        deducted: (!row.deducted.is_zero()).then(|| row.deducted.clone()),
        missing: row.missing.iter().map(ToString::to_string).collect(),
    })
}

fn apart(row: &Row, entries: &BTreeMap<&EntryCode, &Entry>) -> Option<Apart> {
    let registration = &entries.get(&row.entry)?.registration;
    let why = match row.status {
        Status::Ranked => return None,
        Status::Incomplete => Why::Incomplete,
        Status::Conflict => Why::Conflict,
        Status::AtGate => Why::AtGate,
        Status::FailedGate => Why::FailedGate,
        Status::NotNominated => Why::NotNominated,
        Status::Withdrawn => Why::Withdrawn,
        Status::Disqualified => Why::Disqualified,
    };
    Some(Apart {
        entry: row.entry.clone(),
        title: registration.title.clone(),
        agency: registration.agency.clone(),
        why,
        detail: detail(row),
    })
}

/// Who or what is missing, or the chair's reason.
fn detail(row: &Row) -> String {
    use judging::scoring::Obstacle;
    let of_gate = matches!(row.status, Status::AtGate | Status::FailedGate);
    match row
        .obstacle
        .as_ref()
        .filter(|_| row.obstacle_stage.is_none() || of_gate)
    {
        Some(Obstacle::Decision { reason, .. }) => reason.clone(),
        Some(Obstacle::NotFiled(judges) | Obstacle::Conflict(judges)) => judges
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(", "),
        Some(Obstacle::Cut(stage) | Obstacle::Gate(stage)) => stage.to_string(),
        _ => row
            .missing_stages
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(", "),
    }
}
