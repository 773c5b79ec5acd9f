//! Who is to be visited: the entries that go into a stage of verification.

use judging::EntryCode;
use judging::case::Case;
use judging::ranking::{Row, Status};
use judging::results::Results;
use judging::rules::{Stage, StageKind};

/// The entries that go into each stage of verification, in the order of stages and categories: those that passed the nearest
/// cut before it, or all that were not taken out where there is none.
pub(super) fn nominees<'a>(
    case: &'a Case,
    results: &'a Results,
) -> Vec<(&'a Stage, &'a EntryCode)> {
    let rules = case.rules();
    let mut all = Vec::new();
    for (place, stage) in rules.stages.iter().enumerate() {
        if stage.kind != StageKind::Verification {
            continue;
        }
        for category in &rules.categories {
            if !stage.is_for(&category.code) {
                continue;
            }
            let mut before = rules.stages[..place].iter().rev();
            let cut = before.find(|earlier| {
                earlier.shortlist.is_some()
                    && !earlier.criteria.is_empty()
                    && earlier.is_for(&category.code)
            });
            let standings = match cut {
                Some(cut) => results.stage(&cut.code).map(|result| &result.standings),
                None => Some(&results.overall),
            };
            let rankings = standings
                .into_iter()
                .flat_map(|standings| &standings.rankings);
            let rows = rankings
                .filter(|ranking| ranking.category == category.code)
                .flat_map(|ranking| &ranking.rows);
            let goes_on = |row: &&Row| match cut {
                Some(_) => row.shortlisted == Some(true),
                None => !matches!(row.status, Status::Withdrawn | Status::Disqualified),
            };
            all.extend(rows.filter(goes_on).map(|row| (stage, &row.entry)));
        }
    }
    all
}
