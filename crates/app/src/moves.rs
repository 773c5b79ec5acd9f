//! Who stands elsewhere in one standing than in another: what a change of the rules or a decision would do.

use crate::api::standings::{Moved, Standing};
use judging::EntryCode;
use judging::case::Case;
use judging::ranking::{Row, Standings};
use std::collections::BTreeMap;

/// The entries whose place, score or status is another one after than before, in the order of the standing after. Titles are
/// those of the case.
pub(crate) fn moves(case: &Case, before: &Standings, after: &Standings) -> Vec<Moved> {
    let before: BTreeMap<&EntryCode, Standing> = rows(before)
        .map(|row| (&row.entry, standing(row)))
        .collect();
    let titles: BTreeMap<&EntryCode, &str> = case
        .entries
        .iter()
        .map(|entry| (&entry.code, entry.registration.title.as_str()))
        .collect();
    let moved = rows(after).filter_map(|row| {
        let after = standing(row);
        let before = before.get(&row.entry).filter(|before| **before != after)?;
        Some(Moved {
            category: row.category.to_string(),
            entry: row.entry.to_string(),
            title: titles.get(&row.entry).copied().unwrap_or_default().into(),
            before: before.clone(),
            after,
        })
    });
    moved.collect()
}

/// The rows of a standing, category by category.
pub(crate) fn rows(standings: &Standings) -> impl Iterator<Item = &Row> {
    standings.rankings.iter().flat_map(|ranking| &ranking.rows)
}

/// Where one entry stands.
pub(crate) fn standing(row: &Row) -> Standing {
    Standing {
        rank: row.rank,
        score: row.score.as_ref().map(|score| score.text.clone()),
        status: row.status.into(),
    }
}
