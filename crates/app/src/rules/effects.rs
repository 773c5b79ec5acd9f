use super::proposed::ProposedChange;
use crate::Error;
use crate::api::common::count;
use crate::api::rules::{Effects, JudgeAgain};
use crate::moves::moves;
use judging::case::Case;
use judging::progress::owed;
use judging::results::{Results, results};
use judging::{EntryCode, JudgeCode, StageCode};
use std::collections::BTreeSet;

/// What would be different: sheets to be scored again, by judge, and places in the final standing.
///
/// # Errors
/// That the standings cannot be computed.
pub(super) fn effects(proposed: &ProposedChange) -> Result<Effects, Error> {
    let (results_before, results_after) = (results(&proposed.before)?, results(&proposed.after)?);
    let (before, after) = (
        counted(&proposed.before, &results_before),
        counted(&proposed.after, &results_after),
    );
    let again: BTreeSet<_> = before.difference(&after).collect();
    let judges = proposed.before.judges.iter().filter_map(|judge| {
        let of = |sheets: &mut dyn Iterator<Item = &JudgeCode>| {
            count(sheets.filter(|code| **code == judge.code).count())
        };
        let again = of(&mut again.iter().map(|(code, ..)| code));
        (again > 0).then(|| JudgeAgain {
            judge: judge.code.to_string(),
            name: judge.name.clone(),
            sheets: of(&mut before.iter().map(|(code, ..)| code)),
            again,
        })
    });
    let judges = judges.collect();
    Ok(Effects {
        sheets: count(before.len()),
        again: count(again.len()),
        judges,
        moved: moves(
            &proposed.before,
            &results_before.overall,
            &results_after.overall,
        ),
    })
}

/// The sheets that count.
fn counted(case: &Case, results: &Results) -> BTreeSet<(JudgeCode, StageCode, EntryCode)> {
    let mut counted = BTreeSet::new();
    for owed in owed(case, results) {
        let entries = owed.filed.into_iter();
        counted.extend(entries.map(|entry| (owed.judge.clone(), owed.stage.clone(), entry)));
    }
    counted
}
