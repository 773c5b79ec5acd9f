//! Undo and redo in a terminal: what was taken back, in words, and what would be next.

use crate::answer::Answer;
use crate::run::opened;
use app::Error;
use app::api::common::Nothing;
use app::api::undo::{Carried, Offered, OfferedDecision, OpKind, Operation, UndoAnswer, Undone};
use std::path::Path;

/// Which way an operation is gone.
#[derive(Clone, Copy)]
enum Way {
    Back,
    Again,
}

/// Takes the last operation back, or names the decision that cancels it; then nothing was done, and that is a refusal.
pub fn undo(file: &Path) -> Result<Answer, Error> {
    let answer = app::op::undo(&opened(file)?, Nothing {})?;
    let is_offered = !matches!(answer, UndoAnswer::Undone(_));
    let show = |answer: &UndoAnswer| match answer {
        UndoAnswer::Undone(done) => undone(done, Way::Back),
        UndoAnswer::Offered(offer) => offered(file, offer),
        UndoAnswer::Carried(Carried { withdraws }) => format!(
            "judges have {withdraws} already, so that adding it cannot be taken back; to withdraw it: timbang decide {} withdraw {withdraws} --reason …\n",
            file.display()
        ),
    };
    Ok(Answer::of(&answer, show).refused_if(is_offered))
}

/// Does again what was taken back last.
pub fn redo(file: &Path) -> Result<Answer, Error> {
    let redone = app::op::redo(&opened(file)?, Nothing {})?;
    Ok(Answer::of(&redone, |redone| undone(redone, Way::Again)))
}

fn undone(undone: &Undone, way: Way) -> String {
    let how = match way {
        Way::Back => "taken back",
        Way::Again => "done again",
    };
    let mut text = format!("{how}: {}\n", said(&undone.operation, way));
    if let Some(next) = &undone.now.undo {
        text += &format!("undo would take back: {}\n", said(next, Way::Back));
    }
    if let Some(next) = &undone.now.redo {
        text += &format!("redo would do again: {}\n", said(next, Way::Again));
    }
    text
}

/// An operation in words: a mark or a text from what to what, anything else by its kind and what it was about.
fn said(operation: &Operation, way: Way) -> String {
    let Operation {
        op,
        subject,
        params,
    } = operation;
    let value = |name: &str| params.get(name).filter(|value| !value.is_empty());
    let (from, to) = match way {
        Way::Back => (value("after"), value("before")),
        Way::Again => (value("before"), value("after")),
    };
    let shown = |value: Option<&String>, quote: bool| match value {
        None => "–".to_owned(),
        Some(text) if quote => format!("“{text}”"),
        Some(mark) => mark.clone(),
    };
    match (op, params.get("criterion")) {
        (OpKind::SetMark | OpKind::ClearMark, Some(criterion)) => {
            let (from, to) = (shown(from, false), shown(to, false));
            format!("{criterion} {subject}: {from} → {to}")
        }
        (OpKind::SetRemark, criterion) => {
            let on = criterion.map_or_else(String::new, |criterion| format!(" on {criterion}"));
            let (from, to) = (shown(from, true), shown(to, true));
            format!("remark{on} {subject}: {from} → {to}")
        }
        _ => format!("{op} {subject}"),
    }
}

/// How a signed decision is cancelled, which is not taken back.
fn offered(file: &Path, offered: &Offered) -> String {
    let OfferedDecision { decision, number } = &offered.offers;
    format!(
        "nothing was taken back: decision {number} is signed, and another decision cancels it:\n  \
         timbang decide \"{}\" undo {decision} --reason \"…\"\n",
        file.display()
    )
}
