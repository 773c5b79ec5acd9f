//! All that a judge has said so far, as the next hand-over says it; what goes beside it is in `attachments`.

use super::own::Own;
use crate::Error;
use judging::declaration::recusals;
use judging::entry::categories;
use judging::handover::Statement;
use judging::{EntryCode, StageCode};
use store::Contents;
use store::sheets::Dated;

/// All that the judge has said so far, without attachments, in the stages that the rules have for the entry's category.
pub(super) fn statement(contents: &Contents, own: &Own, made_at: i64) -> Result<Statement, Error> {
    let last = store::handed_over::last(contents)?;
    let categories = categories(&store::entries::all(contents)?);
    let is_judged = |stage: &StageCode, entry: &EntryCode| {
        let category = categories.get(entry);
        category.is_some_and(|category| {
            let mut stages = own.rules.judged_stages_of(category);
            stages.any(|judged| judged.code == *stage)
        })
    };
    let stages_of = |entry: &EntryCode| {
        let category = categories.get(entry);
        let judged = own.rules.judged_stages().filter(|stage| {
            let scope = &own.judge.scope;
            category.is_some_and(|category| scope.covers(stage, category, entry))
        });
        judged.map(|stage| stage.code.clone()).collect::<Vec<_>>()
    };
    let mut sheets = store::sheets::all(contents)?;
    sheets.retain(|dated| is_judged(&dated.sheet.stage, &dated.sheet.entry));
    let origin = |dated: &Dated| {
        let of = (dated.sheet.stage.clone(), dated.sheet.entry.clone());
        (of, dated.origin)
    };
    let mut visits = Vec::new();
    for kept in store::visits::all(contents)? {
        let (visit, _) = crate::visit_content::read(&kept)?;
        let category = categories.get(&visit.entry);
        if category.is_some_and(|category| own.rules.is_visited(&visit.stage, category)) {
            visits.push(visit);
        }
    }
    let first = Statement::first(
        store::competition::birth(contents)?.id,
        crate::rules::hash_in_force(contents)?,
        own.judge.code.clone(),
        made_at,
    );
    Ok(Statement {
        number: last.as_ref().map_or(1, |last| last.number + 1),
        previous: last.map(|last| last.hash),
        packets: store::opened_packets::names(contents)?,
        origins: sheets.iter().map(origin).collect(),
        sheets: sheets.into_iter().map(|dated| dated.sheet).collect(),
        recusals: recusals(&store::declarations::all(contents)?, stages_of),
        visits,
        ..first
    })
}
