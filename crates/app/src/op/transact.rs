//! The one way in which a competition file changes: one transaction, with one line in the journal.

use super::Op;
use super::kind::Reversal;
use crate::{Error, Session, keys};
use judging::DeviceId;
use serde_json::Value;
use std::path::Path;
use store::journal::{NewLine, append};
use store::{Birth, Store, Write};

/// What one change came to.
pub(crate) enum Change<T> {
    /// The file is different now; the journal says so.
    Done {
        /// What to answer.
        answer: T,
        /// What was done.
        op: Op,
    },
    /// As `Done`, but a text is still being typed: until the operation is closed, what is saved in the same field is one
    /// operation with it.
    GoesOn {
        /// What to answer.
        answer: T,
        /// What was done so far: it changes a text.
        op: Op,
    },
    /// Everything was already as asked: not even the journal grows.
    Nothing(T),
}

/// Changes the open file, writes the operation into its journal and keeps how to take it back; or does nothing of it.
pub(crate) fn transact<T>(
    session: &Session,
    store: &mut Store,
    work: impl FnOnce(&Write<'_>) -> Result<Change<T>, Error>,
) -> Result<T, Error> {
    let device = keys::of_file(session, store)?.device();
    let at = session.host().now();
    store.transact(|write| match work(write)? {
        Change::Nothing(answer) => Ok(answer),
        Change::Done { answer, op } => {
            file(write, at, device, &op)?;
            Ok(answer)
        }
        Change::GoesOn { answer, op } => {
            go_on(write, at, device, op)?;
            Ok(answer)
        }
    })
}

/// Makes a new file that begins with this operation.
pub(crate) fn create(
    path: &Path,
    birth: &Birth,
    device: DeviceId,
    fill: impl FnOnce(&Write<'_>) -> Result<Op, Error>,
) -> Result<Store, Error> {
    Store::create_with(path, birth, |write| {
        let op = fill(write)?;
        file(write, birth.created_at, device, &op)
    })
}

/// Writes the operation into the journal and keeps it as a step.
fn file(write: &Write<'_>, at: i64, device: DeviceId, op: &Op) -> Result<(), Error> {
    store::undo::close(write)?;
    let detail = detail(op)?;
    let line = append(write, &act(at, device, op, &op.subject(), &detail))?;
    match op.kind().reversal() {
        Reversal::TakenBack => store::undo::keep(write, line.seq, false)?,
        Reversal::Cancelled | Reversal::Lasts(_) => store::undo::keep(write, line.seq, true)?,
        Reversal::PassedOver | Reversal::Itself => {}
    }
    Ok(())
}

/// Keeps the operation open, or goes on with the one that is open on the same text. One that brings the text back to what it
/// was is dropped.
fn go_on(write: &Write<'_>, at: i64, device: DeviceId, mut op: Op) -> Result<(), Error> {
    let Some((field, text)) = op.text() else {
        return file(write, at, device, &op);
    };
    if let Some(open) = store::undo::open(write)?.filter(|open| open.field == field) {
        text.before = open.before;
        if text.before == text.after {
            return Ok(store::undo::abandon(write)?);
        }
    }
    let before = text.before.clone();
    let (subject, detail) = (op.subject(), detail(&op)?);
    let act = act(at, device, &op, &subject, &detail);
    Ok(store::undo::go_on(write, &field, &before, &act)?)
}

fn detail(op: &Op) -> Result<Value, Error> {
    serde_json::to_value(op)
        .map_err(|error| Error::new("store", format!("the journal cannot say this: {error}")))
}

const fn act<'a>(
    at: i64,
    device: DeviceId,
    op: &Op,
    subject: &'a str,
    detail: &'a Value,
) -> NewLine<'a> {
    NewLine {
        at,
        device,
        op: op.kind().code(),
        subject,
        detail,
    }
}
