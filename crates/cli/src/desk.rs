//! The judge's desk in a terminal: one sheet changed, and as a person reads it.

use crate::answer::Answer;
use crate::run::opened;
use crate::table::table;
use app::api::common::Nothing;
use app::api::desk::{
    ClearMark, DeskSheet, DeskState, DeskView, FinishedAll, Marked, SetMark, SetNote, SheetAsked,
};
use app::{Error, Session};
use clap::Args;
use std::path::PathBuf;

/// Which sheet of a working copy.
#[derive(Debug, Args)]
pub struct OneSheet {
    /// The judge's working copy
    pub file: PathBuf,
    /// Stage code
    #[arg(long)]
    pub stage: String,
    /// Entry code
    #[arg(long)]
    pub entry: String,
}

/// A private note.
#[derive(Debug, Args)]
pub struct Note {
    #[command(flatten)]
    pub sheet: OneSheet,
    /// What to note; the note there stays when left out
    #[arg(long, required_unless_present = "hand_over")]
    pub text: Option<String>,
    /// Whether the note goes along with a hand-over
    #[arg(long, value_name = "true|false", num_args = 0..=1, default_missing_value = "true")]
    pub hand_over: Option<bool>,
}

/// One sheet to make final, or all.
#[derive(Debug, Args)]
pub struct Finish {
    /// The judge's working copy
    pub file: PathBuf,
    /// All sheets that miss nothing
    #[arg(long, required_unless_present = "stage", conflicts_with_all = ["stage", "entry"])]
    pub all: bool,
    /// Stage code
    #[arg(long, requires = "entry")]
    pub stage: Option<String>,
    /// Entry code
    #[arg(long, requires = "stage")]
    pub entry: Option<String>,
}

/// One mark, or a table of marks.
#[derive(Debug, Args)]
pub struct Mark {
    /// The judge's working copy
    pub file: PathBuf,
    /// The table
    #[arg(long, required_unless_present = "stage", conflicts_with = "stage")]
    pub csv: Option<PathBuf>,
    /// Make the sheets of the table final that miss nothing; final ones may be changed
    #[arg(long, requires = "csv")]
    pub finish: bool,
    /// Stage code
    #[arg(long, requires_all = ["entry", "criterion", "given"])]
    pub stage: Option<String>,
    /// Entry code
    #[arg(long, requires = "stage")]
    pub entry: Option<String>,
    /// Criterion code
    #[arg(long, requires = "stage")]
    pub criterion: Option<String>,
    /// The mark, on the criterion's scale
    #[arg(long, group = "given", requires = "stage")]
    pub mark: Option<String>,
    /// Take the mark away
    #[arg(long, group = "given", requires = "stage")]
    pub clear: bool,
    /// Beside the mark
    #[arg(long, requires = "mark")]
    pub remark: Option<String>,
}

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
    Ok(Answer::of(&work(&session, of)?, sheet_text))
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
    } = asked;
    if all {
        let finished = app::desk::finish_all(&opened(&file)?, Nothing {})?;
        return Ok(Answer::of(&finished, finished_all));
    }
    let [stage, entry] = [stage, entry].map(Option::unwrap_or_default);
    let asked = OneSheet { file, stage, entry };
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
    Ok(Answer::of(&changed.sheet, sheet_text))
}

/// Every sheet with its state and score.
pub fn desk_text(desk: &DeskView) -> String {
    let rows = desk.rows.iter().map(|row| {
        vec![
            row.stage.clone(),
            row.entry.clone(),
            row.title.clone(),
            row.state.to_string(),
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
pub fn sheet_text(sheet: &DeskSheet) -> String {
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
        sheet.state,
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
