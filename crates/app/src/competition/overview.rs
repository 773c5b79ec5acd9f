use crate::api::common::Nothing;
use crate::api::common::count;
use crate::api::overview::{CategoryRow, ChairOverview, FileOverview, Overview, StageRow};
use crate::session::{Chair, Opened};
use crate::{Error, Session, time};
use judging::entry::left_out;
use judging::rules::{Rules, Stage};
use std::collections::BTreeSet;
use store::Contents;

/// The setting that marks a demonstration.
pub(crate) const DEMO: &str = "demo";

/// The open file at a glance: the chair's with its counts, or a judge's with what there is to mark.
///
/// # Errors
/// That nothing is open, or the file is damaged.
pub fn overview(session: &Session, _: Nothing) -> Result<Overview, Error> {
    session.with(|opened| match opened {
        Opened::Chair(chair) => Ok(Overview::Chair(of_chair(chair)?)),
        Opened::Desk(desk) => Ok(Overview::Judge(crate::desk::overview(desk)?)),
    })
}

fn of_chair(chair: &mut Chair) -> Result<ChairOverview, Error> {
    let (case, results) = (chair.case()?, chair.results()?);
    let handed_over: BTreeSet<_> = case.hand_overs.iter().map(|said| &said.judge).collect();
    let published = crate::standings::publication(&case, &results);
    Ok(ChairOverview {
        about: about(chair, case.rules())?,
        judges: count(case.judges.len()),
        handed_over: count(handed_over.len()),
        conflicts: count(case.view().conflicts().count()),
        decisions: count(judging::decision::in_force(&case.decisions).len()),
        changed_since_published: published.as_ref().is_some_and(|last| !last.stands),
        published_at: published.map(|last| time::text(last.made_at)),
    })
}

/// What is said of a chair's file and of a judge's alike.
pub(crate) fn about(contents: &Contents, rules: &Rules) -> Result<FileOverview, Error> {
    let entries = store::entries::keys(contents)?;
    let agencies: BTreeSet<_> = entries
        .iter()
        .map(|known| known.keys.agency.as_str())
        .filter(|agency| !agency.is_empty())
        .collect();
    let per_category = store::entries::counts(contents)?;
    let categories = rules.categories.iter().map(|category| CategoryRow {
        code: category.code.to_string(),
        name: category.name.clone(),
        entries: per_category
            .get(&category.code)
            .copied()
            .unwrap_or_default(),
    });
    let last = store::journal::page(contents, &store::journal::Filter::default(), None, 1)?;
    Ok(FileOverview {
        file: contents.path().display().to_string(),
        name: rules.name.clone(),
        organizer: rules.organizer.clone(),
        demo: store::settings::get(contents, DEMO)?.is_some(),
        stages: rules.stages.iter().map(stage).collect(),
        categories: categories.collect(),
        entries: count(entries.len()),
        agencies: count(agencies.len()),
        saved_at: last.first().map(|line| time::text(line.at)),
    })
}

fn stage(stage: &Stage) -> StageRow {
    StageRow {
        code: stage.code.to_string(),
        name: stage.name.clone(),
        kind: stage.kind.into(),
        from: stage.from.map(|date| date.to_string()),
        to: stage.to.map(|date| date.to_string()),
        judged: !stage.criteria.is_empty(),
        left_out: left_out(&stage.blind).into_iter().map(Into::into).collect(),
    }
}
