//! A standing as it crosses to the page and the command line.

use super::row::{Naming, row};
use super::subject::{category_of, stage_of};
use crate::api::standings::{Block, LegendRow, Standings, StandingsAsked};
use crate::{Error, Session};
use judging::case::Case;
use judging::ranking;
use judging::results::{PublicationBlock, Results, ResultsError};
use judging::rules::{Criterion, Rounding, Stage};
use judging::scoring::Rubric;
use judging::{CategoryCode, StageCode};

/// The standing of a stage, or the final one.
///
/// # Errors
/// That nothing is open, the stage or category is unknown, or nothing is judged in the stage.
pub fn standings(session: &Session, asked: StandingsAsked) -> Result<Standings, Error> {
    session.chair(|chair| {
        let (case, results) = (chair.case()?, chair.results()?);
        let stage = stage_of(&case, asked.stage.as_deref())?;
        let category = category_of(&case, asked.category.as_deref())?;
        Ok(standing(&case, &results, stage.as_ref(), category.as_ref()))
    })
}

/// The standing of a judged stage, or the final one.
pub(crate) fn standing(
    case: &Case,
    results: &Results,
    stage: Option<&StageCode>,
    category: Option<&CategoryCode>,
) -> Standings {
    let computed = stage
        .and_then(|stage| results.stage(stage))
        .map_or(&results.overall, |result| &result.standings);
    let naming = Naming::of(case);
    let shown = computed
        .of
        .as_ref()
        .and_then(|code| case.rules().stage(code))
        .or_else(|| only_counted(case, computed));
    let rankings = computed
        .rankings
        .iter()
        .filter(|ranking| category.is_none_or(|category| ranking.category == *category));
    let rows = rankings.flat_map(|ranking| {
        let rows = ranking.rows.iter();
        rows.map(|of| row(&naming, ranking, of, computed.rounding))
    });
    Standings {
        stage: computed.of.as_ref().map(ToString::to_string),
        digits: computed.rounding.digits,
        rounding: computed.rounding.mode.into(),
        rounded_at: computed.rounding.at.into(),
        aggregate: shown.map(|stage| stage.aggregate.kind().into()),
        legend: shown
            .map(|stage| legend(stage, computed.rounding))
            .unwrap_or_default(),
        rows: rows.collect(),
        blocked: results.blocks.iter().map(block).collect(),
    }
}

/// The stage whose criteria a final standing can show: the only one that counts, if there is but one.
fn only_counted<'a>(case: &'a Case, computed: &ranking::Standings) -> Option<&'a Stage> {
    let mut counted = computed
        .rankings
        .iter()
        .flat_map(|ranking| &ranking.counted);
    let first = counted.next()?;
    counted
        .all(|code| code == first)
        .then(|| case.rules().stage(first))
        .flatten()
}

fn legend(stage: &Stage, rounding: Rounding) -> Vec<LegendRow> {
    let rubric = Rubric::new(stage);
    let most = rubric.highest_parts();
    let row = |(at, leaf): (usize, &Criterion)| {
        let most = most.as_ref().and_then(|parts| parts.get(at));
        LegendRow {
            code: leaf.code.to_string(),
            name: leaf.name.clone(),
            weight: leaf.weight.to_string(),
            most: most.map(|most| most.text(rounding.digits, rounding.mode)),
            permille: most.map_or(0, |most| rubric.permille(most)),
        }
    };
    stage.leaves().enumerate().map(row).collect()
}

fn block(block: &PublicationBlock) -> Block {
    let (mut judge, mut what) = (None, None);
    let at = match block {
        PublicationBlock::Conflict { about } => {
            judge = Some(about.judge.to_string());
            Some((&about.stage, &about.entry))
        }
        PublicationBlock::AtGate { stage, entry } => Some((stage, entry)),
        PublicationBlock::NotUnderstood { what: place } => {
            what = Some(place.clone());
            None
        }
    };
    Block {
        kind: block.kind().into(),
        judge,
        stage: at.map(|(stage, _)| stage.to_string()),
        entry: at.map(|(_, entry)| entry.to_string()),
        what,
    }
}

impl From<ResultsError> for Error {
    fn from(error: ResultsError) -> Self {
        let code = match &error {
            ResultsError::Rules(_) => "bad-rules",
            ResultsError::TooLarge(_) => "score-too-large",
        };
        Self::new(code, error.to_string())
    }
}
