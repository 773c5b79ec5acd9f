use super::change_sheet::changed;
use crate::api::desk::{SetNote, SheetChanged};
use crate::op::{Change, Op, Text, transact};
use crate::{Error, Session};
use judging::EntryCode;
use judging::rules::Stage;
use store::Store;
use store::notes::Note;

/// Notes something on an entry for nobody else; an empty text takes the note away. It goes along with a hand-over only if
/// the judge chose so for this entry. What is left out stays as it is.
///
/// # Errors
/// `no-note` where there is no note to hand over; that the sheet is not this judge's.
pub fn set_note(session: &Session, asked: SetNote) -> Result<SheetChanged, Error> {
    session.desk(|desk| {
        let own = desk.own()?;
        let stage = own.stage(&asked.stage)?;
        let entry = own.entry(desk, stage, &asked.entry)?;
        note_down(session, desk, stage, &entry.code, &asked)?;
        changed(desk, &own, stage, entry)
    })
}

/// Changes the note on an entry in a stage; none is left where its text is empty.
///
/// # Errors
/// `no-note` where there is no note to hand over.
pub(crate) fn note_down(
    session: &Session,
    desk: &mut Store,
    stage: &Stage,
    entry: &EntryCode,
    asked: &SetNote,
) -> Result<Option<Note>, Error> {
    let before = store::notes::get(desk, &stage.code, entry)?;
    let (text_before, chosen_before) = before.as_ref().map_or((String::new(), false), |note| {
        (note.text.clone(), note.hand_over)
    });
    let text = asked.text.as_deref().map(str::trim).unwrap_or(&text_before);
    let note = Note {
        stage: stage.code.clone(),
        entry: entry.clone(),
        text: text.to_owned(),
        hand_over: asked.hand_over.unwrap_or(chosen_before),
    };
    if note.text.is_empty() && asked.hand_over == Some(true) {
        let message = format!("there is no note on {entry} to hand over");
        return Err(Error::new("no-note", message).with("entry", entry));
    }
    let after = Some(note).filter(|note| !note.text.is_empty());
    transact(session, desk, |write| {
        if after == before {
            return Ok(Change::Nothing(()));
        }
        match &after {
            Some(note) => store::notes::put(write, note)?,
            None => {
                store::notes::remove(write, &stage.code, entry)?;
            }
        }
        let op = Op::SetNote {
            entry: entry.to_string(),
            stage: stage.code.to_string(),
            hand_over: after.as_ref().is_some_and(|note| note.hand_over),
            text: Text {
                before: text_before,
                after: after
                    .as_ref()
                    .map_or_else(String::new, |note| note.text.clone()),
            },
        };
        Ok(if asked.typing {
            Change::GoesOn { answer: (), op }
        } else {
            Change::Done { answer: (), op }
        })
    })?;
    Ok(after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::common::Nothing;
    use crate::desk::{leave_field, recuse};
    use crate::test_support::Machine;

    fn note(text: Option<&str>, hand_over: Option<bool>, typing: bool) -> SetNote {
        SetNote {
            stage: "penilaian".into(),
            entry: "KEC-001".into(),
            text: text.map(Into::into),
            hand_over,
            typing,
        }
    }

    #[test]
    fn a_note_is_kept_beside_the_sheet_and_taken_back_like_a_remark() {
        let machine = Machine::new(74);
        let chair = machine.competition();
        let judge = machine.desk(&chair, "J1");
        let said = |changed: SheetChanged| (changed.sheet.note, changed.sheet.note_handed_over);
        for typed in ["tanya", "tanya dampaknya"] {
            set_note(&judge, note(Some(typed), None, true)).unwrap();
        }
        leave_field(&judge, Nothing {}).unwrap();
        let chosen = set_note(&judge, note(None, Some(true), false)).unwrap();
        assert_eq!(said(chosen), ("tanya dampaknya".into(), true));
        let aside = crate::api::desk::Recuse {
            stage: "penilaian".into(),
            entry: "KEC-001".into(),
            reason: "unit kerja saya".into(),
        };
        let aside = recuse(&judge, aside).unwrap();
        assert_eq!(said(aside), ("tanya dampaknya".into(), true), "it stays");
        for _ in 0..2 {
            crate::op::undo(&judge, Nothing {}).unwrap();
        }
        let again = set_note(&judge, note(None, None, false)).unwrap();
        assert_eq!(said(again), ("tanya dampaknya".into(), false));
        crate::op::undo(&judge, Nothing {}).unwrap();
        let none = set_note(&judge, note(None, Some(true), false)).unwrap_err();
        assert_eq!(none.code, "no-note");
    }

    #[test]
    fn what_a_judge_notes_does_not_stand_in_the_journal() {
        let machine = Machine::new(75);
        let chair = machine.competition();
        let judge = machine.desk(&chair, "J1");
        set_note(&judge, note(Some("tanya dampaknya"), None, false)).unwrap();
        let asked = crate::api::audit::JournalAsked {
            search: Some("tanya".into()),
            ..Default::default()
        };
        assert!(
            crate::audit::journal(&judge, asked)
                .unwrap()
                .rows
                .is_empty()
        );
    }
}
