use super::change_sheet::change_sheet;
use crate::api::desk::{SheetAsked, SheetChanged};
use crate::op::Op;
use crate::{Error, Session};
use judging::sheet::SheetState;

/// Makes a final sheet a draft again, so that it can be changed. Until it is finished again it does not count.
///
/// # Errors
/// That the sheet is not this judge's.
pub fn reopen(session: &Session, asked: SheetAsked) -> Result<SheetChanged, Error> {
    change_sheet(session, &asked.stage, &asked.entry, |_, sheet| {
        sheet.state = SheetState::Draft;
        Ok(Op::Reopen {
            entry: sheet.entry.to_string(),
            stage: sheet.stage.to_string(),
        })
    })
}
