use crate::api::common::Nothing;
use crate::api::returns::ForgetReturn;
use crate::op::{Change, Op, transact};
use crate::{Error, Session};
use judging::EntryCode;

/// Takes back that an entry is one of an earlier competition; packets made from then on say nothing of it.
///
/// # Errors
/// `unknown-entry` where nothing is confirmed of an entry of that code.
pub fn forget_return(session: &Session, asked: ForgetReturn) -> Result<Nothing, Error> {
    session.chair(|chair| {
        let entry = EntryCode::new(&asked.entry);
        let entry = entry.map_err(|error| Error::bad_code("entry", &error))?;
        transact(session, chair, |write| {
            let known = store::predecessors::get(write, &entry)?;
            let known = known.ok_or_else(|| Error::unknown("entry", &entry))?;
            let before = crate::predecessor::read(&known)?;
            store::predecessors::remove(write, &entry)?;
            let op = Op::ForgetReturn {
                entry: entry.to_string(),
                competition: before.competition,
                code: before.code.to_string(),
            };
            Ok(Change::Done {
                answer: Nothing {},
                op,
            })
        })
    })
}
