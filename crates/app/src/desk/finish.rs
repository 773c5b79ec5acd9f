use super::change_sheet::change_sheet;
use crate::api::desk::{SheetAsked, SheetChanged};
use crate::op::Op;
use crate::{Error, Session};
use judging::sheet::SheetState;

/// Makes a sheet final: the judge stands by it.
///
/// # Errors
/// `sheet-incomplete` naming the criteria whose required mark or remark is missing.
pub fn finish(session: &Session, asked: SheetAsked) -> Result<SheetChanged, Error> {
    change_sheet(session, &asked.stage, &asked.entry, |subject, sheet| {
        let missing = subject.missing(sheet);
        if !missing.is_empty() {
            let names: Vec<_> = missing
                .into_iter()
                .filter_map(|code| subject.stage.criterion(code))
                .map(|criterion| criterion.name.as_str())
                .collect();
            let names = names.join(", ");
            return Err(Error::new(
                "sheet-incomplete",
                format!("{} cannot be final yet; missing: {names}", sheet.entry),
            )
            .with("entry", &sheet.entry)
            .with("missing", names));
        }
        sheet.state = SheetState::Final;
        Ok(Op::Finish {
            entry: sheet.entry.to_string(),
            stage: sheet.stage.to_string(),
        })
    })
}
