use super::proposed::ProposedChange;
use crate::Error;
use crate::api::common::count;
use crate::api::rules::{Effects, JudgeAgain, Moved, Standing};
use judging::case::Case;
use judging::progress::owed;
use judging::ranking::Row;
use judging::results::{Results, results};
use judging::{EntryCode, JudgeCode, StageCode};
use std::collections::{BTreeMap, BTreeSet};

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
        moved: moved(proposed, &results_before, &results_after),
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

/// Entries whose place, score or status in the final standing would be another.
fn moved(proposed: &ProposedChange, before: &Results, after: &Results) -> Vec<Moved> {
    let before: BTreeMap<&EntryCode, Standing> = rows(before)
        .map(|row| (&row.entry, standing(row)))
        .collect();
    let mut moved = Vec::new();
    for row in rows(after) {
        let after = standing(row);
        let Some(before) = before.get(&row.entry).filter(|before| **before != after) else {
            continue;
        };
        let mut entries = proposed.before.entries.iter();
        let registered = entries.find(|entry| entry.code == row.entry);
        moved.push(Moved {
            category: row.category.to_string(),
            title: registered.map_or_else(String::new, |entry| entry.registration.title.clone()),
            entry: row.entry.to_string(),
            before: before.clone(),
            after,
        });
    }
    moved
}

/// The rows of the final standing.
fn rows(results: &Results) -> impl Iterator<Item = &Row> {
    let rankings = results.overall.rankings.iter();
    rankings.flat_map(|ranking| &ranking.rows)
}

fn standing(row: &Row) -> Standing {
    Standing {
        rank: row.rank,
        score: row.score.as_ref().map(|score| score.text.clone()),
        status: row.status.into(),
    }
}
