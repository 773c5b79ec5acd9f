//! All that a judge has said so far, as the next hand-over says it.

use super::own::Own;
use crate::Error;
use judging::declaration::recusals;
use judging::entry::categories;
use judging::handover::HandOver;
use judging::{EntryCode, Hash, StageCode};
use store::Contents;

/// All that the judge has said so far, in the stages that the rules have for the entry's category.
pub(super) fn statement(
    contents: &Contents,
    own: &Own,
    made_at: i64,
    device: judging::DeviceId,
) -> Result<HandOver, Error> {
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
    Ok(HandOver {
        hash: Hash([0; 32]),
        competition: store::competition::birth(contents)?.id,
        rules: crate::rules::hash_in_force(contents)?,
        judge: own.judge.code.clone(),
        device,
        number: last.as_ref().map_or(1, |last| last.number + 1),
        previous: last.map(|last| last.hash),
        made_at,
        sheets: store::sheets::all(contents)?
            .into_iter()
            .map(|dated| dated.sheet)
            .filter(|sheet| is_judged(&sheet.stage, &sheet.entry))
            .collect(),
        recusals: recusals(&store::declarations::all(contents)?, stages_of),
        reports: store::reports::all(contents)?
            .into_iter()
            .map(|(_, report)| report)
            .filter(|report| own.rules.stage(&report.stage).is_some())
            .collect(),
    })
}
