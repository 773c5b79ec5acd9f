//! Every judged stage with every sheet's score.

use crate::Error;
use crate::case::Case;
use judging::entry::Entry;
use judging::handover::{Key, Said, Value, View};
use judging::panel::Judge;
use judging::rules::{Rounding, Stage};
use judging::sheet::SheetState;
use judging::standings::{Plan, Row};
use judging::{EntryCode, Exact};
use reports::Heading;
use reports::recap::{self, Filed, Recap, StageRecap};
use std::collections::BTreeMap;
use store::Contents;

pub(super) fn recap<'a>(
    contents: &Contents,
    case: &'a Case,
    heading: Heading,
) -> Result<Recap<'a>, Error> {
    let view = case.view();
    let entries: BTreeMap<&EntryCode, &Entry> = case
        .entries
        .iter()
        .map(|entry| (&entry.code, entry))
        .collect();
    let mut stages = Vec::new();
    for stage in case.rules().judged_stages() {
        let computed = crate::standings::computed(case, Some(&stage.code))?;
        let plan = Plan::new(stage);
        let judges: Vec<&Judge> = case
            .judges
            .iter()
            .filter(|judge| judges(case, stage, judge))
            .collect();
        let rows = computed
            .rankings
            .iter()
            .flat_map(|ranking| &ranking.rows)
            .filter_map(|one| {
                let entry = entries.get(&one.entry)?;
                let filed = |judge: &&Judge| {
                    filed(&view, stage, &plan, judge, entry, case.rules().rounding)
                };
                Some(row(one, entry, stage, judges.iter().map(filed).collect()))
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
    Ok(Recap {
        rules: case.rules(),
        rules_hash: super::export::rules_hash(contents)?,
        heading,
        stages,
    })
}

/// Whether the judge has anything to do in the stage.
fn judges(case: &Case, stage: &Stage, judge: &Judge) -> bool {
    case.entries
        .iter()
        .any(|entry| judge.scope.covers(stage, &entry.category, &entry.code))
}

fn filed(
    view: &View<'_>,
    stage: &Stage,
    plan: &Plan<'_>,
    judge: &Judge,
    entry: &Entry,
    rounding: Rounding,
) -> Filed {
    let key = Key {
        judge: judge.code.clone(),
        stage: stage.code.clone(),
        entry: entry.code.clone(),
    };
    match view.said.get(&key) {
        Some(Value::Conflict(_)) => Filed::Conflict,
        Some(Value::InForce(Said::Recused(_))) => Filed::Recused,
        Some(Value::InForce(Said::Sheet(sheet))) if sheet.state == SheetState::Final => plan
            .score_of(&judge.scope, sheet, rounding)
            .map_or(Filed::Missing, Filed::Score),
        _ if judge.scope.covers(stage, &entry.category, &entry.code) => Filed::Missing,
        _ => Filed::NotAssigned,
    }
}

fn row(row: &Row, entry: &Entry, stage: &Stage, sheets: Vec<Filed>) -> recap::Row {
    let mark = |leaf: &judging::rules::Criterion| -> Option<Exact> {
        row.criteria
            .iter()
            .find(|one| one.code == leaf.code)?
            .mark
            .clone()
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
        remark: row
            .obstacle
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
    }
}
