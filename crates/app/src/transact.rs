//! The one way in which a competition file changes: one transaction, with one line in the journal.

use crate::{Error, Session, keys};
use serde_json::Value;
use store::{Store, Write};

/// What one change came to.
pub(crate) enum Change<T> {
    /// The file is different now; the journal says so.
    Done {
        /// What to answer.
        answer: T,
        /// What it was about: an entry, a judge, a file.
        subject: String,
        /// Before and after, or whatever else one will want to know in a year.
        detail: Value,
    },
    /// Everything was already as asked: not even the journal grows.
    Nothing(T),
}

/// Changes the open file and writes the journal's line of `op`, or does neither.
pub(crate) fn transact<T>(
    session: &Session,
    store: &mut Store,
    op: &str,
    work: impl FnOnce(&Write<'_>) -> Result<Change<T>, Error>,
) -> Result<T, Error> {
    let device = keys::of_file(session, store)?.device();
    let at = session.host().now();
    store.transact(|write| {
        let (answer, subject, detail) = match work(write)? {
            Change::Nothing(answer) => return Ok(answer),
            Change::Done {
                answer,
                subject,
                detail,
            } => (answer, subject, detail),
        };
        let act = store::journal::Act {
            at,
            device,
            op,
            subject: &subject,
            detail: &detail,
        };
        store::journal::append(write, &act)?;
        Ok(answer)
    })
}
