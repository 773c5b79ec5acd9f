//! One row of a standing as texts.

use crate::api::standings::{CriterionScore, Obstacle, StageScore, StandingRow};
use judging::case::Case;
use judging::entry::Entry;
use judging::ranking::{Ranking, Row, Status};
use judging::rules::Rounding;
use judging::scoring::Rubric;
use judging::{EntryCode, JudgeCode, StageCode};
use std::collections::BTreeMap;

/// What rows are named by.
pub(super) struct Naming<'a> {
    entries: BTreeMap<&'a EntryCode, &'a Entry>,
    rubrics: BTreeMap<&'a StageCode, Rubric<'a>>,
}

impl<'a> Naming<'a> {
    pub fn of(case: &'a Case) -> Self {
        Self {
            entries: case
                .entries
                .iter()
                .map(|entry| (&entry.code, entry))
                .collect(),
            rubrics: case
                .rules()
                .judged_stages()
                .map(|stage| (&stage.code, Rubric::new(stage)))
                .collect(),
        }
    }
}

pub(super) fn row(
    naming: &Naming<'_>,
    ranking: &Ranking,
    row: &Row,
    rounding: Rounding,
) -> StandingRow {
    let registration = naming
        .entries
        .get(&row.entry)
        .map(|entry| &entry.registration);
    let rubric = ranking
        .counted
        .first()
        .and_then(|stage| naming.rubrics.get(stage));
    let text = |value: &judging::Exact| value.text(rounding.digits, rounding.mode);
    let stages = row.missing_stages.iter().map(ToString::to_string);
    StandingRow {
        rank: row.rank,
        entry: row.entry.to_string(),
        title: registration.map_or_else(String::new, |said| said.title.clone()),
        agency: registration.map_or_else(String::new, |said| said.agency.clone()),
        category: row.category.to_string(),
        score: row.score.as_ref().map(|score| score.text.clone()),
        exact: row.score.as_ref().map(|score| score.exact.to_string()),
        tied: row.tied,
        decided_by: row.decided_by.as_ref().map(ToString::to_string),
        sheets: row.sheets,
        missing: texts(&row.missing),
        missing_stages: stages.collect(),
        recused: texts(&row.recused),
        status: row.status.into(),
        obstacle: obstacle(row),
        of_filed: row.of_filed && row.status == Status::Ranked,
        unassigned: texts(&row.unassigned),
        criteria: row
            .criteria
            .iter()
            .map(|criterion| CriterionScore {
                code: criterion.code.to_string(),
                mark: criterion.mark.as_ref().map(text),
                weighted: text(&criterion.weighted),
                permille: rubric.map_or(0, |rubric| rubric.permille(&criterion.weighted)),
            })
            .collect(),
        stages: row
            .stages
            .iter()
            .map(|stage| StageScore {
                code: stage.code.to_string(),
                score: stage.score.text.clone(),
            })
            .collect(),
        deducted: (!row.deducted.is_zero()).then(|| text(&row.deducted)),
        shortlisted: row.shortlisted,
        tied_across_cut: row.across_cut,
    }
}

/// Why the entry is listed apart.
fn obstacle(row: &Row) -> Option<Obstacle> {
    let against = row.obstacle.as_ref()?;
    let detail = against.detail();
    Some(Obstacle {
        kind: against.kind().into(),
        stage: row.obstacle_stage.as_ref().map(ToString::to_string),
        reason: detail.reason.map(str::to_owned),
        judges: texts(detail.judges),
        criterion: detail.criterion.map(ToString::to_string),
        cut: detail.cut.map(ToString::to_string),
        filed: detail.filed,
        needed: detail.needed,
        trim: detail.trim,
    })
}

fn texts(judges: &[JudgeCode]) -> Vec<String> {
    judges.iter().map(ToString::to_string).collect()
}
