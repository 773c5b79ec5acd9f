use super::change_sheet::{change_sheet, still_open};
use crate::api::desk::{SetRemark, SheetChanged};
use crate::op::Op;
use crate::{Error, Session};

/// Remarks on the whole entry; an empty text takes the remark away.
///
/// # Errors
/// `sheet-final`; `recused`; that the sheet is not this judge's.
pub fn set_remark(session: &Session, asked: SetRemark) -> Result<SheetChanged, Error> {
    change_sheet(session, &asked.stage, &asked.entry, |_, sheet| {
        still_open(sheet)?;
        sheet.remark = asked.remark.trim().to_owned();
        Ok(Op::SetRemark {
            entry: sheet.entry.to_string(),
            stage: sheet.stage.to_string(),
        })
    })
}
