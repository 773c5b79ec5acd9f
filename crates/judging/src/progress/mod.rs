//! How far the judging has come: what each judge owes, and how well each entry is covered.
//!
//! Both are read off the results, so that what counts is judged once. What is short here is what keeps an entry from being
//! ranked, no more. Entries that are disqualified or withdrawn, or failed
//! at a gate, are left out.

mod coverage;
mod owed;

pub use coverage::{Coverage, Covered, coverage};
pub use owed::{Owed, owed};

use crate::EntryCode;
use crate::ranking::{Ranking, Status};
use crate::results::{JudgeSheet, StageResult};

/// The entries of a ranking that are still in the competition, by code, with what became of their sheets.
fn entries<'r>(
    result: &'r StageResult,
    ranking: &'r Ranking,
) -> Vec<(&'r EntryCode, &'r [JudgeSheet])> {
    let is_out = |status| {
        let out = [Status::Withdrawn, Status::Disqualified, Status::FailedGate];
        out.contains(&status)
    };
    let rows = ranking.rows.iter().filter(|row| !is_out(row.status));
    let mut entries: Vec<_> = rows
        .map(|row| (&row.entry, result.sheets_of(&row.entry)))
        .collect();
    entries.sort_unstable_by_key(|(entry, _)| *entry);
    entries
}
