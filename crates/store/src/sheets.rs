//! The judge's own sheets, in a working copy.

use crate::row::parsed;
use crate::undo::Noun;
use crate::{Contents, StoreError, Write};
use judging::sheet::{Mark, Sheet, SheetOrigin};
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
    /// Under which packet, and at which place it was final for the first time.
    pub origin: SheetOrigin,
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
            "INSERT INTO sheet (stage, entry, state, remark, changed_at, packet, finished) \
             VALUES (?1, ?2, ?3, ?4, ?5, (SELECT max(id) FROM opened_packet), \
             iif(?3 = 'final', (SELECT coalesce(max(finished), 0) + 1 FROM sheet), NULL)) \
             ON CONFLICT (stage, entry) DO UPDATE \
             SET state = excluded.state, remark = excluded.remark, \
             changed_at = excluded.changed_at, packet = excluded.packet, \
             finished = coalesce(finished, excluded.finished)",
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
        &format!("{WITHOUT_MARKS} WHERE stage = ?1 AND entry = ?2"),
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
        &format!("{WITHOUT_MARKS} ORDER BY stage, entry"),
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

/// Sheets without their marks. Packets are numbered from 0 in the order in which they were opened.
const WITHOUT_MARKS: &str = "SELECT stage, entry, state, remark, changed_at, finished, \
     iif(packet IS NULL, NULL, (SELECT count(*) FROM opened_packet WHERE id < packet)) AS packet \
     FROM sheet";

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
        origin: SheetOrigin {
            packet: row.get("packet")?,
            finished: row.get("finished")?,
        },
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
    use crate::judges::EnrolmentSecret;
    use crate::opened_packets::OpenedPacket;
    use crate::test_support::{entry, furnished, keys};
    use crate::{declarations, opened_packets};
    use judging::declaration::{ConflictGround, ConflictKind, Declaration};
    use judging::sheet::SheetState;
    use judging::{DeviceId, Hash};

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
        let dated = |sheet: &Sheet, changed_at, finished| Dated {
            sheet: sheet.clone(),
            changed_at,
            origin: SheetOrigin {
                packet: None,
                finished: Some(finished),
            },
        };
        let second = dated(&second, 2, 2);
        assert_eq!(all(&store).unwrap(), [dated(&after, 3, 1), second.clone()]);
        let one = get(&store, &after.stage, &after.entry).unwrap();
        assert_eq!(one, Some(dated(&after, 3, 1)));
        let gone = store.transact(|write| remove(write, &after.stage, &after.entry));
        assert!(gone.unwrap());
        assert_eq!(all(&store).unwrap(), [second]);
    }

    #[test]
    fn a_sheet_keeps_the_place_at_which_it_was_final_first_and_names_the_last_packet() {
        let (_folder, _, mut store) = furnished();
        let packet = |number: u8| OpenedPacket {
            hash: Hash([number; 32]),
            judge: "J1".parse().unwrap(),
            chair: DeviceId([4; 32]),
            chair_recipient: "age1".into(),
            enrolment: EnrolmentSecret([9; 32]),
            opened_at: 1,
            bytes: vec![number],
        };
        let origin = |packet, finished| SheetOrigin {
            packet: Some(packet),
            finished,
        };
        let draft = |entry| Sheet {
            state: SheetState::Draft,
            ..sheet(entry, &[("a", "1")])
        };
        store
            .transact(|write| {
                let entry = entry("OPD-002");
                crate::entries::insert(write, &entry, &keys(&entry.code), None)?;
                opened_packets::add(write, &packet(1))?;
                put(write, &draft("OPD-001"), 1)?;
                put(write, &sheet("OPD-002", &[("a", "1")]), 2)?;
                put(write, &sheet("OPD-001", &[("a", "1")]), 3)
            })
            .unwrap();
        let origins = |store: &Contents| {
            let all = all(store).unwrap().into_iter();
            all.map(|dated| dated.origin).collect::<Vec<_>>()
        };
        assert_eq!(origins(&store), [origin(0, Some(2)), origin(0, Some(1))]);
        store
            .transact(|write| {
                opened_packets::add(write, &packet(2))?;
                put(write, &draft("OPD-002"), 4)
            })
            .unwrap();
        assert_eq!(origins(&store), [origin(0, Some(2)), origin(1, Some(1))]);
        assert_eq!(
            opened_packets::names(&store).unwrap(),
            [Hash([1; 32]), Hash([2; 32])]
        );
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
