use super::proposed::ProposedChange;
use crate::Error;
use crate::api::common::count;
use crate::api::rules::{Effects, JudgeAgain, Moved, Standing};
use judging::case::Case;
use judging::progress::owed;
use judging::standings::{Row, final_standings};
use judging::{CategoryCode, EntryCode, JudgeCode, StageCode};
use std::collections::{BTreeMap, BTreeSet};

/// What would be different: sheets to be scored again, by judge, and places in the final standing.
///
/// # Errors
/// That the standings cannot be computed.
pub(super) fn effects(proposed: &ProposedChange) -> Result<Effects, Error> {
    let (before, after) = (filed(&proposed.before)?, filed(&proposed.after)?);
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
        moved: moved(proposed)?,
    })
}

/// The sheets that count.
fn filed(case: &Case) -> Result<BTreeSet<(JudgeCode, StageCode, EntryCode)>, Error> {
    let view = case.view();
    let mut filed = BTreeSet::new();
    for one in owed(&case.question(&view))? {
        let entries = one.filed.into_iter();
        filed.extend(entries.map(|entry| (one.judge.clone(), one.stage.clone(), entry)));
    }
    Ok(filed)
}

/// Entries whose place, score or status in the final standing would be another.
fn moved(proposed: &ProposedChange) -> Result<Vec<Moved>, Error> {
    let before: BTreeMap<EntryCode, Standing> = standing(&proposed.before)?
        .into_iter()
        .map(|(_, entry, standing)| (entry, standing))
        .collect();
    let mut moved = Vec::new();
    for (category, entry, after) in standing(&proposed.after)? {
        let Some(before) = before.get(&entry).filter(|before| **before != after) else {
            continue;
        };
        let registered = proposed.before.entries.iter().find(|one| one.code == entry);
        moved.push(Moved {
            category: category.to_string(),
            title: registered.map_or_else(String::new, |one| one.registration.title.clone()),
            entry: entry.to_string(),
            before: before.clone(),
            after,
        });
    }
    Ok(moved)
}

fn standing(case: &Case) -> Result<Vec<(CategoryCode, EntryCode, Standing)>, Error> {
    let view = case.view();
    let standings = final_standings(&case.question(&view))?;
    let standing = |row: &Row| Standing {
        rank: row.rank,
        score: row.score.as_ref().map(|score| score.text.clone()),
        status: row.status.into(),
    };
    let rankings = standings.rankings.iter();
    let rows = rankings.flat_map(|ranking| {
        let row = |row: &Row| (ranking.category.clone(), row.entry.clone(), standing(row));
        ranking.rows.iter().map(row).collect::<Vec<_>>()
    });
    Ok(rows.collect())
}
