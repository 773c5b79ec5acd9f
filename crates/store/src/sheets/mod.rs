//! The judge's own sheets, in a working copy.

use crate::row::{parsed, word};
use crate::{Contents, StoreError, Write};
use judging::sheet::{Mark, Sheet, SheetState};
use judging::{CriterionCode, EntryCode, StageCode};
use rusqlite::Row;
use std::collections::BTreeMap;

const STATES: [SheetState; 2] = [SheetState::Draft, SheetState::Final];

/// A sheet with the time of its last change, in seconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// The sheet.
    pub sheet: Sheet,
    /// When it was last changed.
    pub changed_at: i64,
}

/// Puts a sheet in place of what was there for its stage and entry.
///
/// # Errors
/// [`StoreError::Unknown`] when there is no such entry, [`StoreError::Forbidden`] when the judge stands aside for it.
pub fn put(write: &Write<'_>, sheet: &Sheet, at: i64) -> Result<(), StoreError> {
    let (stage, entry) = (sheet.stage.as_str(), sheet.entry.as_str());
    write
        .change(
            include_str!("put.sql"),
            (stage, entry, name(sheet.state), &sheet.remark, at),
        )
        .map_err(|error| error.named("entry", entry))?;
    write.change(include_str!("delete_marks.sql"), (stage, entry))?;
    for (criterion, mark) in &sheet.marks {
        let value = mark.value.to_string();
        let params = (stage, entry, criterion.as_str(), value, &mark.remark);
        write.change(include_str!("put_mark.sql"), params)?;
    }
    Ok(())
}

/// Takes a sheet away; says whether there was one.
///
/// # Errors
/// [`StoreError`] when that cannot be written.
pub fn remove(write: &Write<'_>, stage: &StageCode, entry: &EntryCode) -> Result<bool, StoreError> {
    let params = (stage.as_str(), entry.as_str());
    Ok(write.change(include_str!("delete.sql"), params)? > 0)
}

/// The sheet for a stage and entry.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn get(
    contents: &Contents,
    stage: &StageCode,
    entry: &EntryCode,
) -> Result<Option<Dated>, StoreError> {
    let of = (stage.as_str(), entry.as_str());
    let Some(mut dated) = contents.row(include_str!("get.sql"), of, without_marks)? else {
        return Ok(None);
    };
    let marks = contents.rows(include_str!("marks.sql"), of, mark)?;
    dated.sheet.marks = marks.into_iter().collect();
    Ok(Some(dated))
}

/// All sheets, by stage and entry.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn all(contents: &Contents) -> Result<Vec<Dated>, StoreError> {
    let mut all = contents.rows(include_str!("all.sql"), [], without_marks)?;
    let marks = contents.rows(include_str!("all_marks.sql"), [], |row| {
        let of: (StageCode, EntryCode) = (parsed(row, "stage")?, parsed(row, "entry")?);
        Ok((of, mark(row)?))
    })?;
    let mut marks = marks.into_iter().peekable();
    for Dated { sheet, .. } in &mut all {
        while let Some((_, (criterion, mark))) =
            marks.next_if(|((stage, entry), _)| *stage == sheet.stage && *entry == sheet.entry)
        {
            sheet.marks.insert(criterion, mark);
        }
    }
    Ok(all)
}

/// The state as it stands in the file.
const fn name(state: SheetState) -> &'static str {
    match state {
        SheetState::Draft => "draft",
        SheetState::Final => "final",
    }
}

fn without_marks(row: &Row<'_>) -> rusqlite::Result<Dated> {
    let sheet = Sheet {
        stage: parsed(row, "stage")?,
        entry: parsed(row, "entry")?,
        state: word(row, "state", &STATES.map(|state| (name(state), state)))?,
        marks: BTreeMap::new(),
        remark: row.get("remark")?,
    };
    Ok(Dated {
        sheet,
        changed_at: row.get("changed_at")?,
    })
}

fn mark(row: &Row<'_>) -> rusqlite::Result<(CriterionCode, Mark)> {
    let mark = Mark {
        value: parsed(row, "value")?,
        remark: row.get("remark")?,
    };
    Ok((parsed(row, "criterion")?, mark))
}

#[cfg(test)]
mod tests;
