//! What was done: checked, listed, taken back, done again.

use crate::answer::Answer;
use crate::run::{new_session, opened, text};
use crate::table::table;
use app::Error;
use app::api::undo::OpKind;
use app::api::{audit, common, undo};
use clap::Subcommand;
use std::path::PathBuf;

/// What was done.
#[derive(Debug, Subcommand)]
pub enum AuditVerb {
    /// Check a competition file: database, journal, archive
    #[command(after_help = "Example:\n  timbang check metro.timbang")]
    Check {
        /// The file
        file: PathBuf,
    },
    /// Who changed what, and when
    #[command(after_help = "Example:\n  timbang journal metro.timbang --op merge")]
    Journal {
        /// The file
        file: PathBuf,
        /// Only this operation
        #[arg(long)]
        op: Option<OpKind>,
        /// Only with this text
        #[arg(long)]
        search: Option<String>,
    },
    /// Take back the last operation
    #[command(
        after_help = "Example:\n  timbang undo J1.timbang\n\nTakes back an import, a judge added, marks, a recusal. What is signed is cancelled by a decision; what went out or came in lasts."
    )]
    Undo {
        /// The competition file or working copy
        file: PathBuf,
    },
    /// Do again what was taken back last
    #[command(after_help = "Example:\n  timbang redo J1.timbang")]
    Redo {
        /// The competition file or working copy
        file: PathBuf,
    },
}

impl AuditVerb {
    /// Does it.
    pub fn run(self) -> Result<Answer, Error> {
        match self {
            Self::Check { file } => {
                let session = new_session()?;
                let checked = app::audit::check(&session, common::File { file: text(&file) })?;
                Ok(Answer::of(&checked, checked_text).refused_if(!checked.sound))
            }
            Self::Journal { file, op, search } => {
                let asked = audit::JournalAsked {
                    op,
                    search,
                    ..Default::default()
                };
                let page = app::audit::journal(&opened(&file)?, asked)?;
                Ok(Answer::of(&page, journal_text))
            }
            Self::Undo { file } => {
                let undone = app::op::undo(&opened(&file)?, common::Nothing {})?;
                Ok(Answer::of(&undone, |undone| {
                    undone_text("taken back", undone)
                }))
            }
            Self::Redo { file } => {
                let redone = app::op::redo(&opened(&file)?, common::Nothing {})?;
                Ok(Answer::of(&redone, |redone| {
                    undone_text("done again", redone)
                }))
            }
        }
    }
}

fn checked_text(checked: &audit::Checked) -> String {
    let mut text = String::new();
    for line in &checked.looked_at {
        text.push_str(&format!("  {line}\n"));
    }
    for flaw in &checked.flaws {
        text.push_str(&format!("! {flaw}\n"));
    }
    let verdict = if checked.sound { "sound" } else { "NOT sound" };
    text + &format!("{}: {verdict}\n", checked.file)
}

fn journal_text(page: &audit::JournalPage) -> String {
    let row = |row: &audit::JournalRow| {
        vec![
            row.seq.to_string(),
            row.at.clone(),
            row.op.to_string(),
            row.subject.clone(),
            row.device.clone(),
        ]
    };
    table(
        &[">line", "when", "what", "about", "device"],
        page.rows.iter().map(row),
    )
}

/// What was taken back, or done again, and what would be next.
fn undone_text(how: &str, undone: &undo::Undone) -> String {
    let said = |operation: &undo::Operation| format!("{} {}", operation.op, operation.subject);
    let mut text = format!("{how}: {}\n", said(&undone.operation));
    for (name, value) in &undone.operation.params {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    if let Some(next) = &undone.now.undo {
        text.push_str(&format!("undo would take back: {}\n", said(next)));
    }
    if let Some(next) = &undone.now.redo {
        text.push_str(&format!("redo would do again: {}\n", said(next)));
    }
    text
}
