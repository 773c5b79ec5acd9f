//! What a sheet says otherwise than in an earlier hand-over.

use crate::api::desk::{DeskRow, DeskState};
use crate::api::summary::{MarkChange, SheetChange};
use judging::handover::HandOver;
use judging::sheet::{Mark, Sheet, SheetState};
use judging::{CriterionCode, EntryCode, StageCode};
use std::collections::{BTreeMap, BTreeSet};

/// An earlier hand-over, by what it speaks of.
pub(super) struct Before<'a> {
    sheets: Sheets<'a>,
    recused: BTreeSet<(&'a str, &'a str)>,
}

type Sheets<'a> = BTreeMap<(&'a str, &'a str), &'a Sheet>;

impl<'a> Before<'a> {
    pub fn of(said: &'a HandOver) -> Self {
        let recusals = said.recusals.iter();
        Self {
            sheets: sheets(&said.sheets),
            recused: recusals
                .map(|recusal| (recusal.stage.as_str(), recusal.entry.as_str()))
                .collect(),
        }
    }

    /// What it says of a sheet that stands on the desk.
    pub fn sheet(&self, row: &DeskRow) -> Option<&'a Sheet> {
        let key = (row.stage.as_str(), row.entry.as_str());
        self.sheets.get(&key).copied()
    }

    /// How far that sheet was.
    pub fn state(&self, row: &DeskRow) -> DeskState {
        let key = (row.stage.as_str(), row.entry.as_str());
        match self.sheet(row) {
            _ if self.recused.contains(&key) => DeskState::Recused,
            None => DeskState::Untouched,
            Some(sheet) if sheet.state == SheetState::Final => DeskState::Final,
            Some(_) => DeskState::Begun,
        }
    }

    /// What is different from it in a sheet that stands on the desk and in `now`.
    pub fn change(&self, row: &DeskRow, now: &Sheets<'_>) -> Option<SheetChange> {
        let key = (row.stage.as_str(), row.entry.as_str());
        let (before, after) = (self.sheets.get(&key).copied(), now.get(&key).copied());
        let was_recused = self.recused.contains(&key);
        let is_recused = row.state == DeskState::Recused;
        if before == after && was_recused == is_recused {
            return None;
        }
        Some(SheetChange {
            state_before: self.state(row),
            marks: marks(before, after),
            remarks: remarks(before) != remarks(after),
        })
    }
}

/// Sheets by stage and entry.
pub(super) fn sheets(sheets: &[Sheet]) -> Sheets<'_> {
    let keyed = sheets.iter().map(|sheet| {
        let (stage, entry): (&StageCode, &EntryCode) = (&sheet.stage, &sheet.entry);
        ((stage.as_str(), entry.as_str()), sheet)
    });
    keyed.collect()
}

fn marks(before: Option<&Sheet>, after: Option<&Sheet>) -> Vec<MarkChange> {
    let of = |sheet: Option<&'_ Sheet>, code: &CriterionCode| {
        let mark: Option<&Mark> = sheet.and_then(|sheet| sheet.marks.get(code));
        mark.map(|mark| mark.value)
    };
    let codes: BTreeSet<&CriterionCode> = [before, after]
        .into_iter()
        .flatten()
        .flat_map(|sheet| sheet.marks.keys())
        .collect();
    let changed = codes.into_iter().filter_map(|code| {
        let (before, after) = (of(before, code), of(after, code));
        (before != after).then(|| MarkChange {
            criterion: code.to_string(),
            before: before.map(|mark| mark.to_string()),
            after: after.map(|mark| mark.to_string()),
        })
    });
    changed.collect()
}

/// The remark on the entry and those beside marks.
fn remarks(sheet: Option<&Sheet>) -> Vec<String> {
    let Some(sheet) = sheet else {
        return Vec::new();
    };
    let beside = sheet
        .marks
        .iter()
        .filter(|(_, mark)| !mark.remark.is_empty());
    let beside = beside.map(|(code, mark)| format!("{code} {}", mark.remark));
    let whole = Some(sheet.remark.clone()).filter(|remark| !remark.is_empty());
    whole.into_iter().chain(beside).collect()
}
