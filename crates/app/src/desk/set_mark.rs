use super::change_sheet::{change_sheet, still_open};
use crate::api::desk::{SetMark, SheetChanged};
use crate::op::Op;
use crate::{Error, Session};

/// Gives one mark, in place of the one before. The remark beside it stays where none is given.
///
/// # Errors
/// `mark-outside-scale` or `mark-between-steps` with what is allowed; `sheet-final`; `recused`.
pub fn set_mark(session: &Session, asked: SetMark) -> Result<SheetChanged, Error> {
    change_sheet(session, &asked.stage, &asked.entry, |subject, sheet| {
        still_open(sheet)?;
        let remark = asked.remark.as_deref();
        let given = subject.give(sheet, &asked.criterion, &asked.mark, remark)?;
        let before = given.before;
        Ok(Op::SetMark {
            entry: sheet.entry.to_string(),
            stage: sheet.stage.to_string(),
            criterion: given.criterion.to_string(),
            before: before.as_ref().map(|mark| mark.value.to_string()),
            after: given.after.value.to_string(),
            remark_changed: before.is_some_and(|mark| mark.remark != given.after.remark),
        })
    })
}
