use crate::api::common::Nothing;
use crate::api::undo::Undoable;
use crate::{Error, Session, op};

/// The judge left the field in which a text was typed: what was saved while typing is one operation from now on.
///
/// # Errors
/// That this is no working copy.
pub fn leave_field(session: &Session, _: Nothing) -> Result<Undoable, Error> {
    session.desk(|desk| {
        desk.close_operation()?;
        op::now(desk)
    })
}
