//! The judge's own sheets, in a working copy.

use crate::row::parsed;
use crate::undo::Noun;
use crate::{Contents, StoreError, Write};
use judging::sheet::{Mark, Sheet};
use judging::{CriterionCode, EntryCode, StageCode};
use rusqlite::Row;
use std::collections::BTreeMap;

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
    write.about_to_change(Noun::Sheet, &[stage, entry])?;
    write
        .change(
            "INSERT INTO sheet (stage, entry, state, remark, changed_at) \
             VALUES (?1, ?2, ?3, ?4, ?5) \
             ON CONFLICT (stage, entry) DO UPDATE \
             SET state = excluded.state, remark = excluded.remark, \
             changed_at = excluded.changed_at",
            (stage, entry, sheet.state.code(), &sheet.remark, at),
        )
        .map_err(|error| error.named("entry", entry))?;
    let known = marks_of(write, &sheet.stage, &sheet.entry)?;
    for criterion in known.keys().filter(|code| !sheet.marks.contains_key(*code)) {
        write.about_to_change(Noun::Mark, &[stage, entry, criterion.as_str()])?;
        write.change(
            "DELETE FROM mark WHERE stage = ?1 AND entry = ?2 AND criterion = ?3",
            (stage, entry, criterion.as_str()),
        )?;
    }
    for (criterion, mark) in &sheet.marks {
        if known.get(criterion) == Some(mark) {
            continue;
        }
        write.about_to_change(Noun::Mark, &[stage, entry, criterion.as_str()])?;
        let value = mark.value.to_string();
        write.change(
            "INSERT INTO mark (stage, entry, criterion, value, remark) \
             VALUES (?1, ?2, ?3, ?4, ?5) \
             ON CONFLICT (stage, entry, criterion) DO UPDATE \
             SET value = excluded.value, remark = excluded.remark",
            (stage, entry, criterion.as_str(), value, &mark.remark),
        )?;
    }
    Ok(())
}

/// Takes a sheet away; says whether there was one.
///
/// # Errors
/// [`StoreError`] when that cannot be written.
pub fn remove(write: &Write<'_>, stage: &StageCode, entry: &EntryCode) -> Result<bool, StoreError> {
    for criterion in marks_of(write, stage, entry)?.keys() {
        let key = [stage.as_str(), entry.as_str(), criterion.as_str()];
        write.about_to_change(Noun::Mark, &key)?;
    }
    write.about_to_change(Noun::Sheet, &[stage.as_str(), entry.as_str()])?;
    let params = (stage.as_str(), entry.as_str());
    Ok(write.change("DELETE FROM sheet WHERE stage = ?1 AND entry = ?2", params)? > 0)
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
    let Some(mut dated) = contents.row(
        "SELECT stage, entry, state, remark, changed_at FROM sheet \
         WHERE stage = ?1 AND entry = ?2",
        of,
        without_marks,
    )?
    else {
        return Ok(None);
    };
    dated.sheet.marks = marks_of(contents, stage, entry)?;
    Ok(Some(dated))
}

fn marks_of(
    contents: &Contents,
    stage: &StageCode,
    entry: &EntryCode,
) -> Result<BTreeMap<CriterionCode, Mark>, StoreError> {
    let marks = contents.rows(
        "SELECT criterion, value, remark FROM mark WHERE stage = ?1 AND entry = ?2",
        (stage.as_str(), entry.as_str()),
        mark,
    )?;
    Ok(marks.into_iter().collect())
}

/// All sheets, by stage and entry.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn all(contents: &Contents) -> Result<Vec<Dated>, StoreError> {
    let mut all = contents.rows(
        "SELECT stage, entry, state, remark, changed_at FROM sheet ORDER BY stage, entry",
        [],
        without_marks,
    )?;
    let marks = contents.rows(
        "SELECT stage, entry, criterion, value, remark FROM mark \
         ORDER BY stage, entry, criterion",
        [],
        |row| {
            let of: (StageCode, EntryCode) = (parsed(row, "stage")?, parsed(row, "entry")?);
            Ok((of, mark(row)?))
        },
    )?;
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

fn without_marks(row: &Row<'_>) -> rusqlite::Result<Dated> {
    let sheet = Sheet {
        stage: parsed(row, "stage")?,
        entry: parsed(row, "entry")?,
        state: parsed(row, "state")?,
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
mod tests {
    use super::*;
    use crate::declarations;
    use crate::test_support::{entry, furnished, keys};
    use judging::declaration::{ConflictGround, ConflictKind, Declaration};
    use judging::sheet::SheetState;

    fn sheet(entry: &str, marks: &[(&str, &str)]) -> Sheet {
        let mark = |(criterion, value): &(&str, &str)| {
            let mark = Mark {
                value: value.parse().unwrap(),
                remark: "baik".into(),
            };
            (criterion.parse().unwrap(), mark)
        };
        Sheet {
            stage: "penilaian".parse().unwrap(),
            entry: entry.parse().unwrap(),
            state: SheetState::Final,
            marks: marks.iter().map(mark).collect(),
            remark: String::new(),
        }
    }

    fn declared(kind: ConflictKind, stage: Option<&str>) -> Declaration {
        Declaration {
            entry: "OPD-001".parse().unwrap(),
            stage: stage.map(|stage| stage.parse().unwrap()),
            kind,
            ground: ConflictGround::OtherWork,
            text: "pembina inovasi".into(),
        }
    }

    #[test]
    fn a_sheet_takes_the_place_of_the_one_before_it() {
        let (_folder, _, mut store) = furnished();
        let before = sheet("OPD-001", &[("a", "7.10"), ("b", "0")]);
        let after = sheet("OPD-001", &[("b", "8.25")]);
        let second = sheet("OPD-002", &[("a", "100")]);
        store
            .transact(|write| {
                let entry = entry("OPD-002");
                crate::entries::insert(write, &entry, &keys(&entry.code), None)?;
                put(write, &before, 1)?;
                put(write, &second, 2)?;
                put(write, &after, 3)
            })
            .unwrap();
        let dated = |sheet: &Sheet, changed_at| Dated {
            sheet: sheet.clone(),
            changed_at,
        };
        assert_eq!(all(&store).unwrap(), [dated(&after, 3), dated(&second, 2)]);
        let one = get(&store, &after.stage, &after.entry).unwrap();
        assert_eq!(one, Some(dated(&after, 3)));
        let gone = store.transact(|write| remove(write, &after.stage, &after.entry));
        assert!(gone.unwrap());
        assert_eq!(all(&store).unwrap(), [dated(&second, 2)]);
    }

    #[test]
    fn marks_and_standing_aside_exclude_each_other() {
        let (_folder, _, mut store) = furnished();
        let actual = declared(ConflictKind::Actual, None);
        store
            .transact(|write| declarations::put(write, &actual, 1))
            .unwrap();
        let marked = store.transact(|write| put(write, &sheet("OPD-001", &[]), 2));
        assert!(matches!(marked, Err(StoreError::Forbidden(_))));
        assert_eq!(
            declarations::all(&store).unwrap(),
            std::slice::from_ref(&actual)
        );
        store
            .transact(|write| {
                declarations::remove(write, &actual.entry, None)?;
                put(write, &sheet("OPD-001", &[]), 3)
            })
            .unwrap();
        let aside = store.transact(|write| declarations::put(write, &actual, 4));
        assert!(matches!(aside, Err(StoreError::Forbidden(_))));
    }

    #[test]
    fn a_potential_conflict_or_one_in_another_stage_leaves_the_sheet() {
        let (_folder, _, mut store) = furnished();
        let declarations = [
            declared(ConflictKind::Potential, None),
            declared(ConflictKind::Actual, Some("presentasi")),
        ];
        store
            .transact(|write| {
                put(write, &sheet("OPD-001", &[]), 1)?;
                for declaration in &declarations {
                    declarations::put(write, declaration, 2)?;
                }
                put(write, &sheet("OPD-001", &[("a", "1")]), 3)
            })
            .unwrap();
        assert_eq!(declarations::all(&store).unwrap(), declarations);
    }

    #[test]
    fn a_sheet_for_an_unknown_entry_is_refused_by_name() {
        let (_folder, _, mut store) = furnished();
        let refused = store.transact(|write| put(write, &sheet("OPD-009", &[]), 1));
        assert_eq!(
            refused.unwrap_err().to_string(),
            "there is no entry “OPD-009”"
        );
    }
}
