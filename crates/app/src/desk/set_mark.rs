use super::change_sheet::{change_sheet, still_open};
use crate::api::desk::{SetMark, SheetChanged};
use crate::op::Op;
use crate::{Error, Session};
use judging::Fixed;
use judging::sheet::Mark;

/// Gives one mark, in place of the one before. The remark beside it stays where none is given.
///
/// # Errors
/// `mark-outside-scale` or `mark-between-steps` with what is allowed; `sheet-final`; `recused`.
pub fn set_mark(session: &Session, asked: SetMark) -> Result<SheetChanged, Error> {
    change_sheet(session, &asked.stage, &asked.entry, |subject, sheet| {
        still_open(sheet)?;
        let criterion = subject.criterion(&asked.criterion)?;
        let value: Fixed =
            asked
                .mark
                .trim()
                .replace(',', ".")
                .parse()
                .map_err(|error: judging::FixedError| {
                    Error::new("bad-mark", error.to_string()).with("entry", &sheet.entry)
                })?;
        subject.check(&criterion, value)?;
        let before = sheet.marks.get(&criterion).cloned();
        let remark = match (asked.remark, &before) {
            (Some(remark), _) => remark.trim().to_owned(),
            (None, Some(before)) => before.remark.clone(),
            (None, None) => String::new(),
        };
        let op = Op::SetMark {
            entry: sheet.entry.to_string(),
            stage: sheet.stage.to_string(),
            criterion: criterion.to_string(),
            before: before.as_ref().map(|mark| mark.value.to_string()),
            after: value.to_string(),
            remark_changed: before.is_some_and(|mark| mark.remark != remark),
        };
        sheet.marks.insert(criterion, Mark { value, remark });
        Ok(op)
    })
}
