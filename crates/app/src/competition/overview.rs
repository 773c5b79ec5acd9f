use crate::api::start::{CategoryRow, Nothing, Overview, Role, StageRow};
use crate::case::Case;
use crate::{Error, Session, time};
use std::collections::BTreeSet;
use store::Contents;

/// The open file at a glance.
///
/// # Errors
/// That nothing is open, or the file is damaged.
pub fn overview(session: &Session, _: Nothing) -> Result<Overview, Error> {
    session.with(|store| look(store))
}

fn look(contents: &Contents) -> Result<Overview, Error> {
    let case = Case::of(contents)?;
    let birth = store::competition::birth(contents)?;
    let own = store::opened_packets::current(contents)?.map(|packet| packet.judge.to_string());
    let agencies: BTreeSet<_> = store::entries::keys(contents)?
        .into_iter()
        .map(|known| known.keys.agency)
        .filter(|agency| !agency.is_empty())
        .collect();
    let per_category = store::entries::counts(contents)?;
    let handed: BTreeSet<_> = case.hand_overs.iter().map(|one| &one.judge).collect();
    let holding = judging::decision::in_force(&case.decisions);
    let published = crate::standings::publication(&case)?;
    let last = store::journal::page(contents, &store::journal::Filter::default(), None, 1)?;
    Ok(Overview {
        file: contents.path().display().to_string(),
        name: case.rules().name.clone(),
        organizer: case.rules().organizer.clone(),
        role: match birth.role {
            store::Role::Chair => Role::Chair,
            store::Role::Judge => Role::Judge,
        },
        judge: own,
        demo: store::settings::get(contents, crate::demo::SETTING)?.is_some(),
        stages: case.rules().stages.iter().map(stage).collect(),
        categories: case
            .rules()
            .categories
            .iter()
            .map(|category| CategoryRow {
                code: category.code.to_string(),
                name: category.name.clone(),
                entries: per_category
                    .get(&category.code)
                    .copied()
                    .unwrap_or_default(),
            })
            .collect(),
        entries: count(case.entries.len()),
        agencies: count(agencies.len()),
        judges: count(case.judges.len()),
        handed_over: count(handed.len()),
        conflicts: count(case.view().conflicts().count()),
        decisions: count(holding.len()),
        changed_since_published: published.as_ref().is_some_and(|one| !one.stands),
        published_at: published.map(|one| time::text(one.made_at)),
        saved_at: last.first().map(|line| time::text(line.at)),
    })
}

pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn stage(stage: &judging::rules::Stage) -> StageRow {
    StageRow {
        code: stage.code.to_string(),
        name: stage.name.clone(),
        kind: stage.kind.into(),
        from: stage.from.map(|date| date.to_string()),
        to: stage.to.map(|date| date.to_string()),
        judged: !stage.criteria.is_empty(),
    }
}
