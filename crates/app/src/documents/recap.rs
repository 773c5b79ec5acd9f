//! The recapitulation: every judged stage with what became of every judge's sheet, as the results say it.

use crate::api::message::{DeclaredRow, JudgeMessage};
use judging::case::Case;
use judging::entry::Entry;
use judging::panel::Judge;
use judging::ranking::Row;
use judging::results::{Results, SheetOutcome};
use judging::rules::{Criterion, Stage};
use judging::{EntryCode, Exact};
use reports::Heading;
use reports::recap::{self, Conflict, Declared, Recap, StageRecap};
use std::collections::BTreeMap;

pub(super) fn recap<'a>(
    case: &'a Case,
    results: &Results,
    heading: Heading,
    messages: &[JudgeMessage],
) -> Recap<'a> {
    let entries = case.entries.iter().map(|entry| (&entry.code, entry));
    let entries: BTreeMap<&EntryCode, &Entry> = entries.collect();
    let mut stages = Vec::new();
    for (stage, result) in case.rules().judged_stages().zip(&results.stages) {
        let judges = case
            .judges
            .iter()
            .filter(|judge| is_assigned(case, stage, judge));
        let judges: Vec<&Judge> = judges.collect();
        let rankings = result.standings.rankings.iter();
        let rows = rankings
            .flat_map(|ranking| &ranking.rows)
            .filter_map(|ranked| {
                let sheet = |judge: &&Judge| {
                    let sheet = result.sheet(&ranked.entry, &judge.code);
                    sheet.map(|sheet| sheet.outcome.clone())
                };
                let sheets = judges.iter().map(sheet).collect();
                Some(row(ranked, entries.get(&ranked.entry)?, stage, sheets))
            });
        stages.push(StageRecap {
            stage: stage.code.clone(),
            rows: rows.collect(),
            judges: judges
                .iter()
                .map(|judge| (judge.code.to_string(), judge.name.clone()))
                .collect(),
            criteria: stage.leaves().map(|leaf| leaf.code.clone()).collect(),
        });
    }
    Recap {
        rules: case.rules(),
        rules_hash: case.history.hash(),
        heading,
        stages,
        panel: case
            .judges
            .iter()
            .map(|judge| declared(judge, messages))
            .collect(),
    }
}

/// What a judge declared in the hand-overs that hold.
fn declared(judge: &Judge, messages: &[JudgeMessage]) -> Declared {
    let told = messages
        .iter()
        .filter(|row| row.judge == judge.code.as_str())
        .map(|row| &row.message);
    let conflict = |row: &DeclaredRow| Conflict {
        entry: row.entry.clone(),
        title: row.title.clone(),
        kind: row.conflict.kind.0,
        ground: row.conflict.ground.0,
    };
    let stated = told
        .clone()
        .filter_map(|message| message.stated_at.as_deref());
    // RFC 3339: the day stands before the T.
    let day = stated.max().and_then(|at| at.split('T').next());
    Declared {
        judge: judge.code.to_string(),
        name: judge.name.clone(),
        stated: day.unwrap_or_default().to_owned(),
        conflicts: told
            .flat_map(|message| message.declared.iter().map(conflict))
            .collect(),
    }
}

/// Whether the judge is assigned to any entry in the stage.
fn is_assigned(case: &Case, stage: &Stage, judge: &Judge) -> bool {
    case.entries
        .iter()
        .any(|entry| judge.scope.covers(stage, &entry.category, &entry.code))
}

fn row(row: &Row, entry: &Entry, stage: &Stage, sheets: Vec<Option<SheetOutcome>>) -> recap::Row {
    let mark = |leaf: &Criterion| -> Option<Exact> {
        let scored = row.criteria.iter().find(|scored| scored.code == leaf.code);
        scored?.mark.clone()
    };
    recap::Row {
        category: row.category.clone(),
        rank: row.rank,
        entry: row.entry.clone(),
        title: entry.registration.title.clone(),
        agency: entry.registration.agency.clone(),
        sheets,
        criteria: stage.leaves().map(mark).collect(),
        score: row.score.as_ref().map(|score| score.exact.clone()),
        obstacle: row.obstacle.clone(),
    }
}
