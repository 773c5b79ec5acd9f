use super::row::{Naming, row};
use crate::api::standings::{LegendRow, StandingRow, Standings, StandingsAsked};
use crate::{Error, Session};
use judging::case::Case;
use judging::decision::{Act, in_force};
use judging::rules::Stage;
use judging::standings::{self, StandingsError, final_standings, stage_standings};
use judging::{CategoryCode, Hash, StageCode};

/// The standing of a stage, or the final one: computed anew from what is in force.
///
/// # Errors
/// That nothing is open, the stage or category is unknown, or nothing is judged in the stage.
pub fn standings(session: &Session, asked: StandingsAsked) -> Result<Standings, Error> {
    session.chair(|chair| {
        let case = chair.case()?;
        let stage = asked
            .stage
            .as_deref()
            .map(|code| judged(&case, code))
            .transpose()?;
        let category = asked
            .category
            .as_deref()
            .map(|code| crate::rules::category_of(case.rules(), code))
            .transpose()?;
        told(&case, stage.as_ref(), category.as_ref())
    })
}

fn judged(case: &Case, code: &str) -> Result<StageCode, Error> {
    let found = case
        .rules()
        .stages
        .iter()
        .find(|stage| stage.code.as_str() == code);
    found.map(|stage| stage.code.clone()).ok_or_else(|| {
        let known: Vec<_> = case
            .rules()
            .judged_stages()
            .map(|stage| stage.code.as_str())
            .collect();
        Error::unknown("stage", code).hint(format!("Sheets are filed in: {}.", known.join(", ")))
    })
}

/// The standing as judging computes it.
pub(crate) fn computed(
    case: &Case,
    stage: Option<&StageCode>,
) -> Result<standings::Standings, Error> {
    let view = case.view();
    let question = case.question(&view);
    Ok(match stage {
        Some(stage) => stage_standings(&question, stage)?,
        None => final_standings(&question)?,
    })
}

/// The standing as it is told: texts only.
pub(crate) fn told(
    case: &Case,
    stage: Option<&StageCode>,
    category: Option<&CategoryCode>,
) -> Result<Standings, Error> {
    let computed = computed(case, stage)?;
    let naming = Naming::of(case);
    let shown = stage
        .and_then(|code| case.rules().stage(code))
        .or_else(|| only_counted(case, &computed));
    let rankings = computed
        .rankings
        .iter()
        .filter(|ranking| category.is_none_or(|category| ranking.category == *category));
    Ok(Standings {
        stage: stage.map(ToString::to_string),
        digits: computed.rounding.digits,
        rounding: computed.rounding.mode.into(),
        rounded_at: computed.rounding.at.into(),
        aggregate: shown.map(|stage| stage.aggregate.kind().into()),
        legend: shown.map(legend).unwrap_or_default(),
        rows: rankings
            .flat_map(|ranking| {
                ranking
                    .rows
                    .iter()
                    .map(|one| row(&naming, ranking, one, computed.rounding))
            })
            .collect(),
        blocked: blocked(case),
    })
}

/// The stage whose criteria a final standing can show: the only one that counts, if there is but one.
fn only_counted<'a>(case: &'a Case, computed: &standings::Standings) -> Option<&'a Stage> {
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

fn legend(stage: &Stage) -> Vec<LegendRow> {
    let row = |leaf: &judging::rules::Criterion| LegendRow {
        code: leaf.code.to_string(),
        name: leaf.name.clone(),
        weight: leaf.weight.to_string(),
    };
    stage.leaves().map(row).collect()
}

/// What stands in the way of publishing.
fn blocked(case: &Case) -> Vec<String> {
    let view = case.view();
    let conflict = |(key, _): (&judging::handover::Key, _)| {
        format!(
            "{} says different things of {} in stage {}: settle it",
            key.judge, key.entry, key.stage
        )
    };
    let unknown = case
        .not_understood
        .iter()
        .map(|what| format!("not understood by this version: {what}"));
    view.conflicts().map(conflict).chain(unknown).collect()
}

/// The hash of the final standing as it is told, if nothing stands in the way of publishing it.
pub(crate) fn publishable(case: &Case) -> Result<Hash, Error> {
    if let Some(first) = blocked(case).into_iter().next() {
        return Err(Error::new("publication-blocked", first));
    }
    let told = told(case, None, None)?;
    if !told.rows.iter().any(|row| row.rank.is_some()) {
        return Err(Error::new("nothing-to-publish", "no entry is ranked yet"));
    }
    Ok(name_of(&told))
}

/// The name of a standing: BLAKE3 over one line for each entry, in its order, of category, rank, entry, status, score and
/// exact fraction, separated by tabs; what is not there is empty. Words beside the result do not change it.
pub(crate) fn name_of(told: &Standings) -> Hash {
    let line = |row: &StandingRow| {
        let rank = row.rank.map(|rank| rank.to_string()).unwrap_or_default();
        let score = row.score.as_deref().unwrap_or_default();
        let exact = row.exact.as_deref().unwrap_or_default();
        format!(
            "{}\t{rank}\t{}\t{}\t{score}\t{exact}\n",
            row.category, row.entry, row.status.0
        )
    };
    let lines: String = told.rows.iter().map(line).collect();
    store::hash_of(lines.as_bytes())
}

/// The last publication that holds, and whether the final standing is still the one published.
pub(crate) fn publication(case: &Case) -> Result<Option<Publication>, Error> {
    let published: Vec<_> = in_force(&case.decisions)
        .into_iter()
        .filter_map(|one| match one.act {
            Act::Publish { standings, .. } => Some((one.made_at, standings)),
            _ => None,
        })
        .collect();
    let Some(&(made_at, standings)) = published.last() else {
        return Ok(None);
    };
    Ok(Some(Publication {
        made_at,
        revision: published.len() - 1,
        stands: name_of(&told(case, None, None)?) == standings,
    }))
}

/// A result made public.
pub(crate) struct Publication {
    /// When, in seconds since 1970.
    pub made_at: i64,
    /// How many publications came before it.
    pub revision: usize,
    /// Whether the final standing is still the same.
    pub stands: bool,
}

impl From<StandingsError> for Error {
    fn from(error: StandingsError) -> Self {
        let code = match &error {
            StandingsError::Rules(_) => "bad-rules",
            StandingsError::UnknownStage(_) => "unknown-stage",
            StandingsError::NotJudged(_) => "stage-not-judged",
            StandingsError::TooLarge(_) => "score-too-large",
        };
        Self::new(code, error.to_string())
    }
}
