//! What was done: checked, listed, taken back, done again.

use crate::answer::Answer;
use crate::run::{new_session, opened, text};
use crate::table::table;
use app::Error;
use app::api::undo::OpKind;
use app::api::{audit, common};
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
        after_help = "Example:\n  timbang undo J1.timbang\n\nTakes back an import, a judge added, marks, a declaration; passes over documents and packets. Of a signed decision it says how to cancel it. What was handed over or merged lasts."
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
            Self::Undo { file } => crate::undo::undo(&file),
            Self::Redo { file } => crate::undo::redo(&file),
        }
    }
}

fn checked_text(checked: &audit::Checked) -> String {
    let mut text = format!(
        "  database, references between tables\n  journal: {} lines, each chained to the one before\n",
        checked.journal
    );
    if let Some(read) = &checked.read {
        text.push_str(&format!(
            "  {} entries, {} judges, {} hand-overs and {} decisions with their signatures\n",
            read.entries, read.judges, read.hand_overs, read.decisions
        ));
    }
    for flaw in &checked.flaws {
        text.push_str(&format!("! {}: {}\n", flaw.kind, flaw.detail));
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
