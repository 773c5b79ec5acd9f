use super::change_sheet::changed;
use crate::api::desk::{SheetAsked, SheetChanged};
use crate::op::{Change, Op, transact};
use crate::{Error, Session};

/// Takes a recusal back: the judge marks the entry after all. Marks given before it do not come back.
///
/// # Errors
/// That the sheet is not this judge's.
pub fn take_back_recusal(session: &Session, asked: SheetAsked) -> Result<SheetChanged, Error> {
    session.desk(|desk| {
        let own = desk.own()?;
        let stage = own.stage(&asked.stage)?;
        let entry = own.entry(desk, stage, &asked.entry)?;
        transact(session, desk, |write| {
            if !store::recusals::remove(write, &stage.code, &entry.code)? {
                return Ok(Change::Nothing(()));
            }
            Ok(Change::Done {
                answer: (),
                op: Op::TakeBackRecusal {
                    entry: entry.code.to_string(),
                    stage: stage.code.to_string(),
                },
            })
        })?;
        changed(desk, &own, stage, entry)
    })
}
