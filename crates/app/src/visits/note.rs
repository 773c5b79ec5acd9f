use crate::api::desk::SetNote;
use crate::api::visits::VisitNoteChanged;
use crate::desk::note_down;
use crate::{Error, Session};

/// Notes something for nobody else on an entry that is visited, as [`crate::desk::set_note`] does beside a sheet: all visits to
/// the entry in the stage share it, and it goes along with a hand-over only if the verifier chose so.
///
/// # Errors
/// `no-note` where there is no note to hand over; that stage or entry are not this verifier's.
pub fn set_note(session: &Session, asked: SetNote) -> Result<VisitNoteChanged, Error> {
    session.desk(|desk| {
        let own = desk.own()?;
        let stage = own.visited(&asked.stage)?;
        let entry = own.entry(desk, stage, &asked.entry)?.code;
        let note = note_down(session, desk, stage, &entry, &asked)?;
        Ok(VisitNoteChanged {
            stage: stage.code.to_string(),
            entry: entry.to_string(),
            note_handed_over: note.as_ref().is_some_and(|note| note.hand_over),
            note: note.map_or_else(String::new, |note| note.text),
            undoable: crate::op::now(desk)?,
        })
    })
}
