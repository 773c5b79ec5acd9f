//! Taking the last operation back, and doing it again.

use super::kind::{Reason, Reversal, op_named, op_of};
use super::{Change, Op, Reversed, transact};
use crate::api::common::Nothing;
use crate::api::undo::{
    Carried, Offered, OfferedDecision, OpKind, Operation, UndoAnswer, Undoable, Undone,
};
use crate::case::decisions_in;
use crate::{Error, Session};
use judging::decision::{Act, in_force};
use serde_json::Value;
use std::collections::BTreeMap;
use store::journal::{Filter, Line, page};
use store::undo::{State, Step, do_again, last, next, take_back};
use store::{Contents, Store};

/// Takes back the last operation: every row that it changed says again what it said before. Documents and packets made
/// since are passed over. Where the last operation is a signed decision, nothing is done; the decision that cancels it is
/// offered. Where it added an entry that is in a packet by now, to withdraw the entry is offered.
///
/// # Errors
/// `nothing-to-undo`; `undo-went-out`, `undo-came-in` and the like for what lasts; `changed-since` when a row does not say
/// what the operation made it say.
pub fn undo(session: &Session, _: Nothing) -> Result<UndoAnswer, Error> {
    session.with(|open| {
        let store: &mut Store = open;
        store.close_operation()?;
        match last_operation(store)? {
            Last::Nothing => Err(Error::new(
                "nothing-to-undo",
                "there is nothing to take back",
            )),
            Last::Lasting(error) => Err(error),
            Last::Decided(offers) => Ok(UndoAnswer::Offered(Offered { offers })),
            Last::Carried(withdraws) => Ok(UndoAnswer::Carried(Carried { withdraws })),
            Last::Step(step, line) => reverse(session, store, &line, Op::Undo, |write| {
                take_back(write, &step)
            })
            .map(UndoAnswer::Undone),
        }
    })
}

/// Does again what was taken back last.
///
/// # Errors
/// `nothing-to-redo`; `changed-since` as for [`undo`].
pub fn redo(session: &Session, _: Nothing) -> Result<Undone, Error> {
    session.with(|open| {
        let store: &mut Store = open;
        store.close_operation()?;
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

/// What undo and redo would do now.
pub(crate) fn now(contents: &Contents) -> Result<Undoable, Error> {
    if let Some(going) = store::undo::open(contents)? {
        let place = "the operation that goes on";
        let op = op_named(contents.path(), &going.op, place)?;
        let undo = said(contents, op, going.subject, &going.detail, place)?;
        return Ok(Undoable {
            undo: Some(undo),
            redo: None,
        });
    }
    let undo = match last_operation(contents)? {
        Last::Step(_, line) => Some(operation(contents, &line)?),
        Last::Nothing | Last::Lasting(_) | Last::Decided(_) | Last::Carried(_) => None,
    };
    let redo = match next(contents)? {
        Some(step) => Some(operation(contents, &line(contents, &step)?)?),
        None => None,
    };
    Ok(Undoable { undo, redo })
}

fn reverse(
    session: &Session,
    store: &mut Store,
    line: &Line,
    op: impl FnOnce(Reversed) -> Op,
    work: impl FnOnce(&store::Write<'_>) -> Result<(), store::StoreError>,
) -> Result<Undone, Error> {
    let kind = op_of(store.path(), line)?;
    let operation = operation(store, line)?;
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
        operation,
        now: now(store)?,
    })
}

/// The last operation, by what undo makes of it.
enum Last {
    Nothing,
    Step(Step, Line),
    Decided(OfferedDecision),
    /// The entry that it added is in a packet.
    Carried(String),
    Lasting(Error),
}

fn last_operation(contents: &Contents) -> Result<Last, Error> {
    let Some(step) = last(contents)? else {
        return Ok(Last::Nothing);
    };
    let line = line(contents, &step)?;
    if step.state == State::Lasting {
        let reversal = op_of(contents.path(), &line)?.reversal();
        return match reversal {
            Reversal::Cancelled => decided(contents, &line),
            _ => Ok(Last::Lasting(lasting(reversal, &line))),
        };
    }
    let kind = op_of(contents.path(), &line)?;
    Ok(match went_out_since(contents, &line)? {
        Some(_) if kind == OpKind::AddEntry => Last::Carried(line.subject),
        Some(carrier) => Last::Lasting(carried(&line, &carrier)),
        None => Last::Step(step, line),
    })
}

/// The decision that cancels a signed one, unless the signed one is itself such a decision.
fn decided(contents: &Contents, line: &Line) -> Result<Last, Error> {
    let named = operation(contents, line)?.params.remove("hash");
    let (decisions, _) = decisions_in(contents)?;
    let found = in_force(&decisions)
        .into_iter()
        .find(|decision| Some(decision.hash.to_string()) == named);
    Ok(match found {
        Some(one) if !matches!(one.act, Act::Undo { .. }) => Last::Decided(OfferedDecision {
            decision: one.hash.to_string(),
            number: one.number,
        }),
        _ => {
            let why = "it cancels another decision: decide anew what should hold";
            Last::Lasting(refusal(line, "undo-cancels", why))
        }
    })
}

/// A packet or score form made since, in which what the operation made went out: of entries any, of a judge the judge's own.
fn went_out_since(contents: &Contents, line: &Line) -> Result<Option<Line>, Error> {
    let kind = op_of(contents.path(), line)?;
    let of_entries = matches!(kind, OpKind::Import | OpKind::AddEntry);
    if !of_entries && kind != OpKind::AddJudge {
        return Ok(None);
    }
    for carrier in [OpKind::Packet, OpKind::Form] {
        let filter = Filter {
            op: Some(carrier.code().to_owned()),
            ..Filter::default()
        };
        let carries =
            |later: &Line| later.seq > line.seq && (of_entries || later.subject == line.subject);
        let found = page(contents, &filter, None, u32::MAX)?;
        if let Some(later) = found.into_iter().find(carries) {
            return Ok(Some(later));
        }
    }
    Ok(None)
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

/// The operation of a line.
///
/// # Errors
/// As [`said`].
fn operation(contents: &Contents, line: &Line) -> Result<Operation, Error> {
    let (op, subject) = (op_of(contents.path(), line)?, line.subject.clone());
    let place = format!("line {} of the journal", line.seq);
    said(contents, op, subject, &line.detail, &place)
}

/// An operation with the texts and numbers of its detail, to be said in words by whoever shows it.
///
/// # Errors
/// `file-damaged` with the place where the detail cannot be read.
fn said(
    contents: &Contents,
    op: OpKind,
    subject: String,
    detail: &str,
    place: &str,
) -> Result<Operation, Error> {
    let params = match serde_json::from_str(detail) {
        Ok(Value::Object(fields)) => fields
            .into_iter()
            .filter_map(|(name, value)| match value {
                Value::String(text) => Some((name, text)),
                Value::Number(number) => Some((name, number.to_string())),
                _ => None,
            })
            .collect(),
        // Documents are a list of files.
        Ok(_) => BTreeMap::new(),
        Err(error) => {
            let message = format!("the detail of {place} cannot be read: {error}");
            return Err(Error::new("file-damaged", message)
                .in_file(contents.path())
                .with("place", place));
        }
    };
    Ok(Operation {
        op,
        subject,
        params,
    })
}

/// Why an operation that lasts cannot be taken back.
fn lasting(reversal: Reversal, line: &Line) -> Error {
    let Reversal::Lasts(reason) = reversal else {
        let why = "it was filed as lasting";
        return refusal(line, "undo-unknown", why);
    };
    let (code, why) = match reason {
        Reason::Beginning => ("undo-beginning", "the file begins with it"),
        Reason::WentOut => ("undo-went-out", "a file went out with it"),
        Reason::CameIn => ("undo-came-in", "what came in is kept as it came"),
        Reason::Restored => ("undo-restored", "the file was restored from a backup"),
    };
    refusal(line, code, why)
}

/// Why an operation cannot be taken back that a file made since carries.
fn carried(line: &Line, carrier: &Line) -> Error {
    let why = format!("a file made since for {} carries it", carrier.subject);
    refusal(line, "undo-carried", &why).with("judge", &carrier.subject)
}

fn refusal(line: &Line, code: &str, why: &str) -> Error {
    let (op, subject) = (&line.op, &line.subject);
    let message = format!("“{op}” ({subject}) cannot be taken back: {why}");
    Error::new(code, message)
        .with("op", op)
        .with("subject", subject)
}
