//! The final standing as the winner list wants it.

use judging::case::Case;
use judging::entry::Entry;
use judging::ranking::{Ranking, Row, Status};
use judging::results::Results;
use judging::{EntryCode, StageCode};
use reports::Heading;
use reports::winners::{self, Apart, Ranked, Winners};
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
            .filter_map(|ranked| row(ranked, &stages, &entries))
            .collect(),
        apart: ranking
            .rows
            .iter()
            .filter_map(|listed| apart(listed, &entries))
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
            .filter(|category| !category.rows.is_empty() || !category.apart.is_empty())
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
        let found = row.stages.iter().find(|scored| scored.code == *stage);
        found.map(|scored| scored.score.exact.clone())
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
    if row.status == Status::Ranked {
        return None;
    }
    Some(Apart {
        entry: row.entry.clone(),
        title: registration.title.clone(),
        agency: registration.agency.clone(),
        status: row.status,
        obstacle: row.obstacle.clone(),
        stage: row.obstacle_stage.clone(),
    })
}
