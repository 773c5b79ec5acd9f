//! The judge's desk in a terminal: one sheet changed, and as a person reads it.

use crate::answer::Answer;
use crate::args::{Finish, Mark, Note, OneSheet};
use crate::run::opened;
use crate::show::table;
use app::api::common::Nothing;
use app::api::desk::{
    ClearMark, DeskSheet, DeskState, DeskView, FinishedAll, Marked, SetMark, SetNote, SheetAsked,
};
use app::{Error, Session};

/// Does something with one sheet, and shows it as it is then.
pub fn one(
    asked: OneSheet,
    work: impl FnOnce(&Session, SheetAsked) -> Result<DeskSheet, Error>,
) -> Result<Answer, Error> {
    let session = opened(&asked.file)?;
    let of = SheetAsked {
        stage: asked.stage,
        entry: asked.entry,
    };
    Ok(Answer::of(&work(&session, of)?, sheet))
}

/// Notes something on an entry for nobody else.
pub fn note(asked: Note) -> Result<Answer, Error> {
    let Note {
        sheet,
        text,
        hand_over,
    } = asked;
    one(sheet, |session, SheetAsked { stage, entry }| {
        let noted = SetNote {
            stage,
            entry,
            text,
            hand_over,
            typing: false,
        };
        Ok(app::desk::set_note(session, noted)?.sheet)
    })
}

/// Makes one sheet final, or all that miss nothing.
pub fn finish(asked: Finish) -> Result<Answer, Error> {
    let Finish {
        file,
        all,
        stage,
        entry,
        json,
    } = asked;
    if all {
        let finished = app::desk::finish_all(&opened(&file)?, Nothing {})?;
        return Ok(Answer::of(&finished, finished_all));
    }
    let [stage, entry] = [stage, entry].map(Option::unwrap_or_default);
    let asked = OneSheet {
        file,
        stage,
        entry,
        json,
    };
    one(asked, |session, asked| {
        Ok(app::desk::finish(session, asked)?.sheet)
    })
}

/// How many sheets are final now, how many are left, and why.
fn finished_all(finished: &FinishedAll) -> String {
    let left = &finished.left;
    let untouched = left.iter().filter(|row| row.state == DeskState::Untouched);
    let mut text = format!(
        "{} sheets made final; {} left, of which {} untouched\n",
        finished.finished,
        left.len(),
        untouched.count()
    );
    for row in left.iter().filter(|row| row.state == DeskState::Begun) {
        let missing = row.missing.join(" ");
        text += &format!("{} {}: missing {missing}\n", row.stage, row.entry);
    }
    text
}

/// Gives or clears one mark, or takes a table of them.
pub fn mark(asked: Mark) -> Result<Answer, Error> {
    let session = opened(&asked.file)?;
    if let Some(csv) = &asked.csv {
        let marked = app::desk::mark(&session, csv, asked.finish)?;
        return Ok(Answer::of(&marked, |marked: &Marked| {
            format!(
                "{} rows taken: {} sheets final, {} drafts\n",
                marked.rows, marked.final_sheets, marked.draft_sheets
            )
        }));
    }
    let [stage, entry, criterion] =
        [asked.stage, asked.entry, asked.criterion].map(Option::unwrap_or_default);
    let changed = match asked.mark {
        Some(mark) => {
            let given = SetMark {
                stage,
                entry,
                criterion,
                mark,
                remark: asked.remark,
                typing: false,
            };
            app::desk::set_mark(&session, given)?
        }
        None => {
            let cleared = ClearMark {
                stage,
                entry,
                criterion,
            };
            app::desk::clear_mark(&session, cleared)?
        }
    };
    Ok(Answer::of(&changed.sheet, sheet))
}

/// Every sheet with its state and score.
pub fn desk(desk: &DeskView) -> String {
    let rows = desk.rows.iter().map(|row| {
        vec![
            row.stage.clone(),
            row.entry.clone(),
            row.title.clone(),
            state(row.state).to_owned(),
            or_dash(row.score.as_deref()),
            row.missing.join(" "),
        ]
    });
    table(
        &["stage", "entry", "title", "state", ">score", "missing"],
        rows,
    )
}

/// One sheet with its marks.
pub fn sheet(sheet: &DeskSheet) -> String {
    let marks = sheet.marks.iter().map(|mark| {
        vec![
            mark.criterion.clone(),
            mark.mark.clone(),
            mark.remark.clone(),
        ]
    });
    let mut text = format!(
        "{} {} · {}\n{}\n\n{}\nscore {}",
        sheet.stage,
        sheet.entry,
        state(sheet.state),
        sheet.registration.title,
        table(&["criterion", ">mark", "remark"], marks),
        or_dash(sheet.score.as_deref()),
    );
    if sheet.score.is_none()
        && let Some(running) = &sheet.running
    {
        text += &format!(", so far {running}");
    }
    if !sheet.missing.is_empty() {
        text += &format!("\nmissing: {}", sheet.missing.join(" "));
    }
    if let Some(reason) = &sheet.recusal {
        text += &format!("\nstood aside: {reason}");
    }
    if !sheet.remark.is_empty() {
        text += &format!("\nremark: {}", sheet.remark);
    }
    if !sheet.note.is_empty() {
        let goes = if sheet.note_handed_over {
            "goes along with the hand-over"
        } else {
            "for nobody else"
        };
        text += &format!("\nnote ({goes}): {}", sheet.note);
    }
    text + "\n"
}

fn or_dash(text: Option<&str>) -> String {
    text.unwrap_or("–").to_owned()
}

const fn state(state: DeskState) -> &'static str {
    match state {
        DeskState::Untouched => "untouched",
        DeskState::Begun => "begun",
        DeskState::Final => "final",
        DeskState::Recused => "recused",
    }
}
