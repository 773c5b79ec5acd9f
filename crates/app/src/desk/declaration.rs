use super::conflict::{Conflicts, shown};
use super::own::Own;
use super::rows::{Said, row};
use super::scoring::SheetScoring;
use crate::api::common::Nothing;
use crate::api::common::count;
use crate::api::declaration::{DeclarationChanged, DeclarationRow, DeclarationView};
use crate::{Error, Session, time};
use judging::EntryCode;
use judging::entry::Entry;
use std::collections::BTreeMap;
use store::Contents;

/// Every entry of this judge with the conflict of interest declared, and whether the whole declaration was made.
///
/// # Errors
/// That this is no working copy, or the file is damaged.
pub fn declaration(session: &Session, _: Nothing) -> Result<DeclarationView, Error> {
    session.desk(|desk| {
        let own = desk.own()?;
        view(desk, &own)
    })
}

/// The declaration as it is now.
pub(super) fn view(contents: &Contents, own: &Own) -> Result<DeclarationView, Error> {
    let conflicts = Conflicts::all(contents)?;
    let mut marks: BTreeMap<EntryCode, usize> = BTreeMap::new();
    for dated in store::sheets::all(contents)? {
        *marks.entry(dated.sheet.entry).or_default() += dated.sheet.marks.len();
    }
    let entries = own.entries(contents)?;
    let rows = entries.iter().map(|entry| {
        let marks = marks.get(&entry.code).copied().unwrap_or_default();
        row_of(entry, &conflicts, marks)
    });
    Ok(DeclarationView {
        declared_at: store::declarations::finished_at(contents)?.map(time::text),
        rows: rows.collect(),
        undoable: crate::op::now(contents)?,
    })
}

fn row_of(entry: &Entry, conflicts: &Conflicts, marks: usize) -> DeclarationRow {
    DeclarationRow {
        entry: entry.code.to_string(),
        title: entry.registration.title.clone(),
        agency: entry.registration.agency.clone(),
        category: entry.category.to_string(),
        marks: count(marks),
        conflict: conflicts.with(&entry.code).map(shown),
    }
}

/// One entry after its declaration was changed.
pub(super) fn changed(
    contents: &Contents,
    own: &Own,
    entry: &Entry,
) -> Result<DeclarationChanged, Error> {
    let said = Said::of_entry(contents, &entry.code)?;
    let marks = said.sheets.values().map(|sheet| sheet.marks.len()).sum();
    let judged = own.rules.judged_stages();
    let judged = judged.filter(|stage| {
        let scope = &own.judge.scope;
        scope.covers(stage, &entry.category, &entry.code)
    });
    Ok(DeclarationChanged {
        row: row_of(entry, &said.conflicts, marks),
        sheets: judged
            .map(|stage| row(&SheetScoring::new(own, stage), &said, entry))
            .collect(),
        undoable: crate::op::now(contents)?,
    })
}
