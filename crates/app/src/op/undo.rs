//! Taking the last operation back, and doing it again.

use super::kind::{Reason, Reversal, op_of};
use super::{Change, Op, Reversed, transact};
use crate::api::common::Nothing;
use crate::api::undo::{OpKind, Operation, Undoable, Undone};
use crate::{Error, Session};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use store::journal::{Filter, Line, page};
use store::undo::{State, Step, do_again, last, next, take_back};
use store::{Contents, Store};

/// Takes back the last operation: every row that it changed says again what it said before.
///
/// # Errors
/// `nothing-to-undo`; `undo-decided` for a signed decision, which another one cancels; `undo-went-out` and the like for
/// what lasts; `changed-since` when a row does not say what the operation made it say.
pub fn undo(session: &Session, _: Nothing) -> Result<Undone, Error> {
    session.with(|open| {
        let store: &mut Store = open;
        let step = last(store)?
            .ok_or_else(|| Error::new("nothing-to-undo", "there is nothing to take back"))?;
        let line = line(store, &step)?;
        if step.state == State::Lasting {
            return Err(lasting(op_of(store.path(), &line)?, &line));
        }
        reverse(session, store, &line, Op::Undo, |write| {
            take_back(write, &step)
        })
    })
}

/// Does again what was taken back last.
///
/// # Errors
/// `nothing-to-redo`; `changed-since` as for [`undo`].
pub fn redo(session: &Session, _: Nothing) -> Result<Undone, Error> {
    session.with(|open| {
        let store: &mut Store = open;
        let step = next(store)?
            .ok_or_else(|| Error::new("nothing-to-redo", "there is nothing to do again"))?;
        let line = line(store, &step)?;
        reverse(session, store, &line, Op::Redo, |write| {
            do_again(write, &step)
        })
    })
}

/// What undo and redo would do now.
///
/// # Errors
/// That nothing is open.
pub fn undoable(session: &Session, _: Nothing) -> Result<Undoable, Error> {
    session.with(|open| now(open))
}

fn reverse(
    session: &Session,
    store: &mut Store,
    line: &Line,
    op: impl FnOnce(Reversed) -> Op,
    work: impl FnOnce(&store::Write<'_>) -> Result<(), store::StoreError>,
) -> Result<Undone, Error> {
    let kind = op_of(store.path(), line)?;
    transact(session, store, |write| {
        work(write)?;
        let reversed = Reversed {
            line: line.seq,
            op: kind,
            subject: line.subject.clone(),
        };
        Ok(Change::Done {
            answer: (),
            op: op(reversed),
        })
    })?;
    Ok(Undone {
        operation: operation(store.path(), line)?,
        now: now(store)?,
    })
}

/// What undo and redo would do now.
pub(crate) fn now(contents: &Contents) -> Result<Undoable, Error> {
    let shown = |step: Option<Step>| {
        let line = step.map(|step| line(contents, &step)).transpose()?;
        line.map(|line| operation(contents.path(), &line))
            .transpose()
    };
    Ok(Undoable {
        undo: shown(last(contents)?.filter(|step| step.state == State::Done))?,
        redo: shown(next(contents)?)?,
    })
}

/// The line of the journal that a step is named by.
fn line(contents: &Contents, step: &Step) -> Result<Line, Error> {
    let found = page(contents, &Filter::default(), step.line.checked_add(1), 1)?;
    found
        .into_iter()
        .find(|line| line.seq == step.line)
        .ok_or_else(|| {
            Error::new("file-damaged", "an operation is missing from the journal")
                .in_file(contents.path())
        })
}

/// The operation with the texts and numbers of its detail, to be said in words by whoever shows it.
fn operation(file: &Path, line: &Line) -> Result<Operation, Error> {
    let detail = serde_json::from_str(&line.detail).unwrap_or_default();
    let params = match detail {
        Value::Object(fields) => fields
            .into_iter()
            .filter_map(|(name, value)| match value {
                Value::String(text) => Some((name, text)),
                Value::Number(number) => Some((name, number.to_string())),
                _ => None,
            })
            .collect(),
        _ => BTreeMap::new(),
    };
    Ok(Operation {
        op: op_of(file, line)?,
        subject: line.subject.clone(),
        params,
    })
}

/// Why an operation cannot be taken back.
fn lasting(kind: OpKind, line: &Line) -> Error {
    let (code, why) = match kind.reversal() {
        Reversal::Cancelled => ("undo-decided", "it is signed"),
        Reversal::Lasts(reason) => match reason {
            Reason::Beginning => ("undo-beginning", "the file begins with it"),
            Reason::WentOut => ("undo-went-out", "a file went out with it"),
            Reason::CameIn => ("undo-came-in", "what came in is kept as it came"),
            Reason::Restored => ("undo-restored", "the file was restored from a backup"),
            Reason::FiledAgain => ("undo-filed-again", "it is corrected by filing it again"),
        },
        Reversal::TakenBack | Reversal::Itself => ("undo-unknown", "it was filed as lasting"),
    };
    let error = Error::new(
        code,
        format!(
            "“{}” ({}) cannot be taken back: {why}",
            line.op, line.subject
        ),
    )
    .with("op", &line.op)
    .with("subject", &line.subject);
    if code == "undo-decided" {
        error.hint("Cancel it by another decision: timbang decide FILE undo.")
    } else {
        error
    }
}
