//! What a hand-over that may come in is to those that are here.

use super::known::Known;
use crate::Error;
use crate::api::common::count;
use crate::api::handover::{HandOverVerdict, MergeNote, MergeRow};
use judging::handover::{HandOver, heads, view};
use judging::sheet::{Sheet, SheetState};
use judging::{CriterionCode, EntryCode, StageCode};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How many changed marks are shown.
const SHOWN: usize = 20;

/// A hand-over beside those that are here.
pub(super) struct Compared {
    /// To show; without the name of the file, what is missing from it, and what is told.
    pub row: MergeRow,
    /// As it is under the rules in force.
    pub carried: Arc<HandOver>,
    /// Whether it is not here yet.
    pub is_new: bool,
}

/// What the hand-over is to those that are here.
///
/// # Errors
/// `unknown-rules`; `file-damaged` and the like when one that is here does not hold.
pub(super) fn compare(known: &mut Known<'_>, said: &HandOver) -> Result<Compared, Error> {
    let is_current = said.rules == known.history.hash();
    let arrived = known.carried(said)?;
    let here = known.said_by(&arrived.judge)?;
    let of_judge: Vec<&HandOver> = here.iter().map(Arc::as_ref).collect();
    let is_here = of_judge.iter().any(|here| here.hash == arrived.hash);
    let before = last_before(&heads(of_judge.iter().copied()), &arrived);
    let mut with_it = of_judge.clone();
    if !is_here {
        with_it.push(arrived.as_ref());
    }
    let standing = heads(with_it.iter().copied());
    let is_head = standing.iter().any(|head| head.hash == arrived.hash);
    let of_device = standing.iter().filter(|head| head.device == arrived.device);
    let is_forked = of_device.count() > 1;
    let is_first = !of_judge
        .iter()
        .any(|here| here.device == arrived.device && here.hash != arrived.hash);
    let (verdict, note) = if is_here {
        (HandOverVerdict::Same, None)
    } else if is_head && is_forked {
        (HandOverVerdict::Conflict, Some(MergeNote::Forked))
    } else if is_head && differs(known, &standing, &arrived) {
        (HandOverVerdict::Conflict, Some(MergeNote::OtherDevice))
    } else if !is_head {
        (HandOverVerdict::Older, Some(MergeNote::Superseded))
    } else {
        let verdict = if is_first {
            HandOverVerdict::New
        } else {
            HandOverVerdict::Newer
        };
        (verdict, (!is_current).then_some(MergeNote::EarlierRules))
    };
    let late = (known.published && !is_here).then_some(MergeNote::Late);
    let note = note.or(late);
    let changes = before.map_or_else(Vec::new, |before| changes(before, &arrived));
    let new_sheets = finals(&arrived).saturating_sub(before.map_or(0, finals));
    let row = MergeRow {
        file: String::new(),
        judge: Some(arrived.judge.to_string()),
        number: Some(arrived.number),
        verdict,
        sheets: count(finals(&arrived)),
        changed: if is_here { 0 } else { count(changes.len()) },
        new_sheets: if is_here { 0 } else { count(new_sheets) },
        visits: count(arrived.visits.len()),
        missing: 0,
        message: None,
        changes: changes.into_iter().take(SHOWN).collect(),
        reason: note.map(|note| note.english().to_owned()),
        note,
        code: None,
    };
    Ok(Compared {
        row,
        is_new: !is_here,
        carried: Arc::clone(&arrived),
    })
}

fn finals(said: &HandOver) -> usize {
    let is_final = |sheet: &&Sheet| sheet.state == SheetState::Final;
    said.sheets.iter().filter(is_final).count()
}

/// What the same device said last before this one.
fn last_before<'a>(heads: &[&'a HandOver], arrived: &HandOver) -> Option<&'a HandOver> {
    heads
        .iter()
        .copied()
        .filter(|head| head.device == arrived.device && head.number < arrived.number)
        .max_by_key(|head| head.number)
}

/// Whether heads of this judge differ on something that this hand-over says.
fn differs(known: &Known<'_>, standing: &[&HandOver], arrived: &HandOver) -> bool {
    let view = view(standing.iter().copied(), &known.settlements);
    view.conflicts().any(|(_, sides)| {
        sides
            .iter()
            .any(|side| side.hand_overs.contains(&arrived.hash))
    })
}

/// The marks that differ between two hand-overs: "OPD-007 dampak: 80 → 85".
fn changes(before: &HandOver, after: &HandOver) -> Vec<String> {
    let old: BTreeMap<(&StageCode, &EntryCode), &Sheet> = before
        .sheets
        .iter()
        .map(|sheet| ((&sheet.stage, &sheet.entry), sheet))
        .collect();
    let mut changes = Vec::new();
    for sheet in &after.sheets {
        let Some(old) = old.get(&(&sheet.stage, &sheet.entry)) else {
            continue;
        };
        let mark = |sheet: &Sheet, code: &CriterionCode| {
            sheet
                .marks
                .get(code)
                .map_or_else(|| "–".to_owned(), |mark| mark.value.to_string())
        };
        let codes: BTreeSet<_> = old.marks.keys().chain(sheet.marks.keys()).collect();
        for code in codes {
            let (before, after) = (mark(old, code), mark(sheet, code));
            if before != after {
                changes.push(format!("{} {code}: {before} → {after}", sheet.entry));
            }
        }
    }
    changes
}
