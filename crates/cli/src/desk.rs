//! The judge's desk in a terminal: one sheet changed, and as a person reads it.

use crate::answer::Answer;
use crate::run::opened;
use crate::table::table;
use app::api::desk::{ClearMark, DeskSheet, DeskView, Marked, SetMark, SheetAsked};
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

/// One mark, or a table of marks.
#[derive(Debug, Args)]
pub struct Mark {
    /// The judge's working copy
    pub file: PathBuf,
    /// The table
    #[arg(long, required_unless_present = "stage", conflicts_with = "stage")]
    pub csv: Option<PathBuf>,
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

/// Gives or clears one mark, or takes a table of them.
pub fn mark(asked: Mark) -> Result<Answer, Error> {
    let session = opened(&asked.file)?;
    if let Some(csv) = &asked.csv {
        let marked = app::desk::mark(&session, csv)?;
        return Ok(Answer::of(&marked, |marked: &Marked| {
            format!(
                "{} marks taken: {} sheets final, {} still drafts\n",
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
    text + "\n"
}

fn or_dash(text: Option<&str>) -> String {
    text.unwrap_or("–").to_owned()
}
