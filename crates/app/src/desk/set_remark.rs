use super::change_sheet::{change_while_typing, still_open};
use crate::api::desk::{SetRemark, SheetChanged};
use crate::op::{Op, Text};
use crate::{Error, Session};

/// Remarks on the whole entry; an empty text takes the remark away.
///
/// # Errors
/// `sheet-final`; `recused`; that the sheet is not this judge's.
pub fn set_remark(session: &Session, asked: SetRemark) -> Result<SheetChanged, Error> {
    let (stage, entry, typing) = (&asked.stage, &asked.entry, asked.typing);
    change_while_typing(session, stage, entry, typing, |_, sheet| {
        still_open(sheet)?;
        let after = asked.remark.trim().to_owned();
        let before = std::mem::replace(&mut sheet.remark, after.clone());
        Ok(Op::SetRemark {
            entry: sheet.entry.to_string(),
            stage: sheet.stage.to_string(),
            criterion: None,
            text: Text { before, after },
        })
    })
}
