use super::change_sheet::changed;
use crate::api::common::count;
use crate::api::desk::{Recuse, SheetChanged};
use crate::op::{Change, Op, transact};
use crate::{Error, Session};
use judging::sheet::Recusal;

/// Stands aside for one entry in one stage, with a reason. Marks given to it before are taken back.
///
/// # Errors
/// That the entry is not this judge's, or no reason is given.
pub fn recuse(session: &Session, asked: Recuse) -> Result<SheetChanged, Error> {
    let reason = asked.reason.trim();
    if reason.is_empty() {
        return Err(Error::new("no-reason", "standing aside needs a reason"));
    }
    session.desk(|desk| {
        let own = desk.own()?;
        let stage = own.stage(&asked.stage)?;
        let entry = own.entry(desk, stage, &asked.entry)?;
        let at = session.host().now();
        transact(session, desk, |write| {
            let recusal = Recusal {
                stage: stage.code.clone(),
                entry: entry.code.clone(),
                reason: reason.to_owned(),
            };
            let marked = store::sheets::get(write, &stage.code, &entry.code)?;
            store::sheets::remove(write, &stage.code, &entry.code)?;
            store::recusals::put(write, &recusal, at)?;
            let marks = marked.map_or(0, |dated| dated.sheet.marks.len());
            Ok(Change::Done {
                answer: (),
                op: Op::Recuse {
                    entry: entry.code.to_string(),
                    stage: stage.code.to_string(),
                    reason: reason.to_owned(),
                    marks_taken_back: count(marks),
                },
            })
        })?;
        changed(desk, &own, stage, entry)
    })
}
