use super::change_sheet::{change_sheet, still_open};
use crate::api::desk::{ClearMark, SheetChanged};
use crate::op::Op;
use crate::{Error, Session};

/// Takes one mark away, with its remark. The criterion then has none, which is not nought.
///
/// # Errors
/// `sheet-final`; `recused`; that the sheet is not this judge's.
pub fn clear_mark(session: &Session, asked: ClearMark) -> Result<SheetChanged, Error> {
    change_sheet(session, &asked.stage, &asked.entry, |subject, sheet| {
        still_open(sheet)?;
        let criterion = subject.criterion(&asked.criterion)?;
        let before = sheet.marks.remove(&criterion);
        Ok(Op::ClearMark {
            entry: sheet.entry.to_string(),
            stage: sheet.stage.to_string(),
            criterion: criterion.to_string(),
            before: before.map(|mark| mark.value.to_string()),
        })
    })
}
