use crate::api::common::Nothing;
use crate::api::desk::Recuse;
use crate::transact::{Change, transact};
use crate::{Error, Session};
use judging::sheet::Recusal;
use serde_json::json;

/// Stands aside for one entry in one stage, with a reason. Marks given to it before are taken back.
///
/// # Errors
/// That the entry is not this judge's, or no reason is given.
pub fn recuse(session: &Session, asked: Recuse) -> Result<Nothing, Error> {
    let reason = asked.reason.trim();
    if reason.is_empty() {
        return Err(Error::new("no-reason", "standing aside needs a reason"));
    }
    session.desk(|desk| {
        let own = desk.own()?;
        let stage = own.stage(&asked.stage)?;
        let entry = own.entry(desk, stage, &asked.entry)?;
        let at = session.host().now();
        transact(session, desk, "recuse", |write| {
            let recusal = Recusal {
                stage: stage.code.clone(),
                entry: entry.code.clone(),
                reason: reason.to_owned(),
            };
            let marked = store::sheets::get(write, &stage.code, &entry.code)?;
            store::sheets::remove(write, &stage.code, &entry.code)?;
            store::recusals::put(write, &recusal, at)?;
            let marks = marked.map(|dated| dated.sheet.marks.len());
            Ok(Change::Done {
                answer: Nothing {},
                subject: entry.code.to_string(),
                detail: json!({ "stage": stage.code.as_str(), "reason": reason, "marks_taken_back": marks }),
            })
        })
    })
}
