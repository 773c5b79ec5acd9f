//! How every verb for one sheet changes it: the sheet as it is, one transaction, the sheet as it is then.

use super::conflict::Conflicts;
use super::own::Own;
use super::rows::row_of;
use super::scoring::SheetScoring;
use super::sheet::sheet_of;
use super::subject::Subject;
use crate::api::desk::SheetChanged;
use crate::op::{Change, Op, transact};
use crate::{Error, Session};
use judging::EntryCode;
use judging::entry::Entry;
use judging::rules::Stage;
use judging::sheet::{Sheet, SheetState};
use store::{Contents, StoreError, Write};

/// Changes one sheet of this judge, as one operation.
///
/// # Errors
/// As [`change_while_typing`].
pub(super) fn change_sheet(
    session: &Session,
    stage: &str,
    entry: &str,
    work: impl FnOnce(&Subject<'_>, &mut Sheet) -> Result<Op, Error>,
) -> Result<SheetChanged, Error> {
    change_while_typing(session, stage, entry, false, work)
}

/// Changes one sheet of this judge; while a text is `typing`, the operation goes on. `work` changes the sheet and says which operation that is; where the sheet is then
/// as it was, nothing is written.
///
/// # Errors
/// That the sheet is not this judge's to file, the judge stands aside for it, or what `work` refuses.
pub(super) fn change_while_typing(
    session: &Session,
    stage: &str,
    entry: &str,
    typing: bool,
    work: impl FnOnce(&Subject<'_>, &mut Sheet) -> Result<Op, Error>,
) -> Result<SheetChanged, Error> {
    session.desk(|desk| {
        let own = desk.own()?;
        let stage = own.stage(stage)?;
        let entry = own.entry(desk, stage, entry)?;
        let before = begun(desk, stage, &entry.code)?;
        let mut after = before.clone();
        let subject = Subject { own: &own, stage };
        let op = work(&subject, &mut after)?;
        let at = session.host().now();
        transact(session, desk, |write| {
            if after == before {
                return Ok(Change::Nothing(()));
            }
            keep(write, &after, at)?;
            Ok(if typing {
                Change::GoesOn { answer: (), op }
            } else {
                Change::Done { answer: (), op }
            })
        })?;
        changed(desk, &own, stage, entry)
    })
}

/// The sheet as it is so far.
///
/// # Errors
/// `recused` when the judge stands aside for the entry.
pub(super) fn begun(contents: &Contents, stage: &Stage, entry: &EntryCode) -> Result<Sheet, Error> {
    if Conflicts::of_entry(contents, entry)?.recused(&stage.code, entry) {
        return Err(
            Error::new("recused", format!("you stood aside for {entry}")).with("entry", entry),
        );
    }
    let known = store::sheets::get(contents, &stage.code, entry)?;
    Ok(known.map_or_else(
        || Sheet::empty(stage.code.clone(), entry.clone()),
        |dated| dated.sheet,
    ))
}

/// Puts a sheet in place of the one before. One that says nothing any more is taken away: its entry is untouched again.
pub(super) fn keep(write: &Write<'_>, sheet: &Sheet, at: i64) -> Result<(), StoreError> {
    if sheet.state == SheetState::Draft && sheet.marks.is_empty() && sheet.remark.is_empty() {
        return store::sheets::remove(write, &sheet.stage, &sheet.entry).map(|_| ());
    }
    store::sheets::put(write, sheet, at)
}

/// A sheet that is final is changed only after it was reopened.
pub(super) fn still_open(sheet: &Sheet) -> Result<(), Error> {
    match sheet.state {
        SheetState::Draft => Ok(()),
        SheetState::Final => Err(Error::new(
            "sheet-final",
            format!("the sheet for {} is final; reopen it first", sheet.entry),
        )
        .with("entry", &sheet.entry)),
    }
}

/// The sheet as it is now, for the answer.
pub(super) fn changed(
    contents: &Contents,
    own: &Own,
    stage: &Stage,
    entry: Entry,
) -> Result<SheetChanged, Error> {
    let kept = store::sheets::get(contents, &stage.code, &entry.code)?.map(|dated| dated.sheet);
    let sheet = sheet_of(contents, own, stage, entry.clone())?;
    let scoring = SheetScoring::new(own, stage);
    let conflicts = Conflicts::of_entry(contents, &entry.code)?;
    let conflict = conflicts.in_stage(&stage.code, &entry.code);
    let row = row_of(&scoring, &entry, kept.as_ref(), conflict);
    Ok(SheetChanged {
        row,
        sheet,
        undoable: crate::op::now(contents)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::declaration::DeclaredEntry;
    use crate::api::desk::{ClearMark, DeskState, Recuse, SetMark, SetRemark, SheetAsked};
    use crate::desk::{
        clear_mark, finish, recuse, reopen, set_mark, set_remark, take_back_declaration,
    };
    use crate::test_support::Machine;

    fn asked() -> SheetAsked {
        SheetAsked {
            stage: "penilaian".into(),
            entry: "KEC-001".into(),
        }
    }

    fn mark(criterion: &str, mark: &str) -> SetMark {
        SetMark {
            stage: "penilaian".into(),
            entry: "KEC-001".into(),
            criterion: criterion.into(),
            mark: mark.into(),
            remark: None,
            typing: false,
        }
    }

    fn desk() -> Session {
        let machine = Machine::new(1);
        let chair = machine.competition();
        machine.desk(&chair, "J1")
    }

    #[test]
    fn a_sheet_is_marked_finished_reopened_and_every_answer_says_how_it_is_now() {
        let judge = desk();
        let criteria = [
            "kebaruan",
            "relevansi",
            "kelayakan",
            "keberlanjutan",
            "kolaborasi",
        ];
        for criterion in criteria {
            let begun = set_mark(&judge, mark(criterion, "3")).unwrap();
            assert_eq!(begun.row.state, DeskState::Begun);
        }
        let refused = finish(&judge, asked()).unwrap_err();
        assert_eq!(refused.code, "sheet-incomplete");
        assert_eq!(refused.params["missing"], "Dokumentasi & presentasi");
        let complete = set_mark(&judge, mark("dokumentasi", "1")).unwrap();
        assert_eq!(complete.sheet.score.as_deref(), Some("59.00"));
        assert_eq!(
            complete.row.state,
            DeskState::Begun,
            "the judge says when it is final"
        );
        assert_eq!(finish(&judge, asked()).unwrap().row.state, DeskState::Final);
        let refused = set_mark(&judge, mark("dokumentasi", "2")).unwrap_err();
        assert_eq!(refused.code, "sheet-final");
        assert_eq!(reopen(&judge, asked()).unwrap().row.state, DeskState::Begun);
        let clear = ClearMark {
            stage: "penilaian".into(),
            entry: "KEC-001".into(),
            criterion: "dokumentasi".into(),
        };
        let cleared = clear_mark(&judge, clear).unwrap();
        assert_eq!(cleared.sheet.score, None, "no mark is not nought");
        assert_eq!(cleared.row.missing, ["dokumentasi"]);
    }

    #[test]
    fn a_mark_outside_the_scale_is_refused_with_what_is_allowed_and_nothing_is_written() {
        let judge = desk();
        let lines = || {
            judge
                .with(|store| Ok(store::journal::page(store, &Default::default(), None, 99)?.len()))
        };
        let before = lines().unwrap();
        let refused = set_mark(&judge, mark("kebaruan", "4")).unwrap_err();
        assert_eq!(refused.code, "mark-outside-scale");
        assert_eq!(
            (
                refused.params["min"].as_str(),
                refused.params["max"].as_str()
            ),
            ("1", "3")
        );
        assert_eq!(
            set_mark(&judge, mark("kebaruan", "1,5")).unwrap_err().code,
            "mark-between-steps"
        );
        assert_eq!(
            set_mark(&judge, mark("kebaruan", "dua")).unwrap_err().code,
            "bad-mark"
        );
        assert_eq!(
            set_mark(&judge, mark("tidak-ada", "2")).unwrap_err().code,
            "unknown-criterion"
        );
        assert_eq!(lines().unwrap(), before);
        set_mark(&judge, mark("kebaruan", "2")).unwrap();
        set_mark(&judge, mark("kebaruan", "2,0")).unwrap();
        assert_eq!(
            lines().unwrap(),
            before + 1,
            "the same mark again changes nothing"
        );
    }

    #[test]
    fn a_remark_stays_beside_a_mark_that_changes_and_goes_with_one_that_is_cleared() {
        let judge = desk();
        let with = SetMark {
            remark: Some(" bukti lengkap ".into()),
            ..mark("kebaruan", "2")
        };
        set_mark(&judge, with).unwrap();
        let changed = set_mark(&judge, mark("kebaruan", "3")).unwrap();
        assert_eq!(changed.sheet.marks[0].remark, "bukti lengkap");
        let remark = SetRemark {
            stage: "penilaian".into(),
            entry: "KEC-001".into(),
            remark: "layak ditiru".into(),
            typing: false,
        };
        assert_eq!(
            set_remark(&judge, remark).unwrap().sheet.remark,
            "layak ditiru"
        );
    }

    #[test]
    fn standing_aside_takes_marks_away_and_refuses_new_ones_until_it_is_taken_back() {
        let judge = desk();
        set_mark(&judge, mark("kebaruan", "2")).unwrap();
        let aside = Recuse {
            stage: "penilaian".into(),
            entry: "KEC-001".into(),
            reason: "unit kerja saya".into(),
        };
        let aside = recuse(&judge, aside).unwrap();
        assert_eq!(aside.row.state, DeskState::Recused);
        assert!(aside.sheet.marks.is_empty());
        assert_eq!(
            set_mark(&judge, mark("kebaruan", "2")).unwrap_err().code,
            "recused"
        );
        let entry = asked().entry;
        let back = take_back_declaration(&judge, DeclaredEntry { entry }).unwrap();
        assert_eq!(back.sheets[0].state, DeskState::Untouched);
    }
}
