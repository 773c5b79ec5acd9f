use super::change_sheet::{change_while_typing, still_open};
use crate::api::desk::{SetMark, SheetChanged};
use crate::op::{Op, Text};
use crate::{Error, Session};

/// Gives one mark, in place of the one before. The remark beside it stays where none is given.
///
/// # Errors
/// `mark-outside-scale` or `mark-between-steps` with what is allowed; `sheet-final`; `recused`.
pub fn set_mark(session: &Session, asked: SetMark) -> Result<SheetChanged, Error> {
    let (stage, entry, typing) = (&asked.stage, &asked.entry, asked.typing);
    change_while_typing(session, stage, entry, typing, |subject, sheet| {
        still_open(sheet)?;
        let remark = asked.remark.as_deref();
        let given = subject.give(sheet, &asked.criterion, &asked.mark, remark)?;
        let (entry, stage) = (sheet.entry.to_string(), sheet.stage.to_string());
        let criterion = given.criterion.to_string();
        Ok(match given.before {
            Some(before) if before.value == given.after.value => Op::SetRemark {
                entry,
                stage,
                criterion: Some(criterion),
                text: Text {
                    before: before.remark,
                    after: given.after.remark,
                },
            },
            before => Op::SetMark {
                entry,
                stage,
                criterion,
                after: given.after.value.to_string(),
                remark_changed: before
                    .as_ref()
                    .is_some_and(|before| before.remark != given.after.remark),
                before: before.map(|mark| mark.value.to_string()),
            },
        })
    })
}
