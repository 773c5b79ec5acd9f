use super::own::Own;
use crate::transact::{Change, transact};
use crate::{Error, Session};
use judging::sheet::Recusal;
use serde_json::json;

/// Stands aside for one entry in one stage, with a reason. Marks given to it before are taken back.
///
/// # Errors
/// That the entry is not this judge's, or no reason is given.
pub fn recuse(session: &Session, stage: &str, entry: &str, reason: &str) -> Result<(), Error> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Error::new("no-reason", "standing aside needs a reason"));
    }
    session.with(|store| {
        let own = Own::of(store)?;
        let stage = own.stage(stage)?;
        let entry = own.entry(store, stage, entry)?;
        let at = session.host().now();
        transact(session, store, "recuse", |write| {
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
                answer: (),
                subject: entry.code.to_string(),
                detail: json!({ "stage": stage.code.as_str(), "reason": reason, "marks_taken_back": marks }),
            })
        })
    })
}
