//! Hand-overs coming back to the chair, score forms, and who still owes what.

use crate::answer::Answer;
use crate::return_visit::{ReturnVisit, return_visit};
use crate::run::{opened, text};
use crate::table::{number, table, written_text};
use app::Error;
use app::api::{common, handover, message};
use clap::Subcommand;
use std::path::{Path, PathBuf};

/// Hand-overs coming back.
#[derive(Debug, Subcommand)]
pub enum HandOverVerb {
    /// Take hand-overs in; any order, any number of times
    #[command(
        after_help = "Example:\n  timbang merge metro.timbang J1.nilai J2.nilai J3.nilai\n\nExits 1 if a file was refused or is in conflict, after accepting the others."
    )]
    Merge {
        /// The competition file
        file: PathBuf,
        /// Hand-overs, or folders of them
        #[arg(required = true)]
        hand_overs: Vec<PathBuf>,
        /// Show what would happen, change nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Make a score form for a judge without the program
    #[command(
        after_help = "Example:\n  timbang form metro.timbang --judge J3 --stage penilaian --out J3.xlsx"
    )]
    Form {
        /// The competition file
        file: PathBuf,
        /// Code of the judge
        #[arg(long)]
        judge: String,
        /// Stage code
        #[arg(long)]
        stage: String,
        /// Where to write the workbook
        #[arg(long)]
        out: PathBuf,
    },
    /// Enter a filled score form on the judge's behalf: all marks or none
    #[command(
        after_help = "Example:\n  timbang enter metro.timbang J3.xlsx --reason \"juri tidak memakai laptop\""
    )]
    Enter {
        /// The competition file
        file: PathBuf,
        /// The filled form
        form: PathBuf,
        /// Why the chair enters it, for the journal
        #[arg(long)]
        reason: String,
    },
    /// Find entries that competed before, by title and agency; what was found of them then goes along to their verifiers
    #[command(
        after_help = "Examples:\n  timbang return-visit kukar.timbang --from kukar-2022.timbang\n  timbang return-visit kukar.timbang --from kukar-2022.timbang --confirm DESA-004=DESA-017\n\nConfirm before packets are made: the earlier file is only read."
    )]
    ReturnVisit(ReturnVisit),
    /// What judges tell you beside their marks: conflicts of interest, notes, why something is not final
    #[command(
        after_help = "Examples:\n  timbang messages metro.timbang\n  timbang messages metro.timbang --entry OPD-007"
    )]
    Messages {
        /// The competition file
        file: PathBuf,
        /// Only what concerns this entry
        #[arg(long)]
        entry: Option<String>,
    },
    /// Whose file is missing, stale or superseded, and what each still owes
    #[command(after_help = "Example:\n  timbang progress metro.timbang")]
    Progress {
        /// The competition file
        file: PathBuf,
    },
}

impl HandOverVerb {
    /// Does it.
    pub fn run(self) -> Result<Answer, Error> {
        match self {
            Self::Merge {
                file,
                hand_overs,
                dry_run,
            } => {
                let session = opened(&file)?;
                let files = handover::Files {
                    files: texts(&handed_over(&hand_overs)?),
                };
                let merged = if dry_run {
                    app::handover::inspect(&session, files)?
                } else {
                    app::handover::merge(&session, files)?
                };
                let bad = |row: &handover::MergeRow| {
                    matches!(
                        row.verdict,
                        handover::HandOverVerdict::Refused | handover::HandOverVerdict::Conflict
                    )
                };
                let refused = merged.rows.iter().any(bad);
                Ok(Answer::of(&merged, merge_text).refused_if(refused))
            }
            Self::Form {
                file,
                judge,
                stage,
                out,
            } => {
                let asked = handover::FormAsked {
                    judge,
                    stage,
                    out: text(&out),
                };
                let written = app::handover::make_form(&opened(&file)?, asked)?;
                Ok(Answer::of(&written, written_text))
            }
            Self::Enter { file, form, reason } => {
                let filled = handover::FilledForm {
                    file: text(&form),
                    reason,
                };
                let entered = app::handover::enter_form(&opened(&file)?, filled)?;
                Ok(Answer::of(&entered, entered_text))
            }
            Self::ReturnVisit(asked) => return_visit(asked),
            Self::Messages { file, entry } => {
                let asked = message::MessagesAsked { entry };
                let told = app::messages::messages(&opened(&file)?, asked)?;
                Ok(Answer::of(&told, messages_text))
            }
            Self::Progress { file } => {
                let board = app::handover::progress(&opened(&file)?, common::Nothing {})?;
                Ok(Answer::of(&board, board_text))
            }
        }
    }
}

fn texts(paths: &[PathBuf]) -> Vec<String> {
    paths.iter().map(|path| text(path)).collect()
}

/// Hand-overs, with those of a folder in place of the folder, in the order of their names. The terminal of Windows puts no
/// names in place of `*.nilai`, and takes no line long enough for thousands of them.
fn handed_over(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            files.extend(in_folder(path).map_err(|error| Error::reading(path, &error))?);
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

fn in_folder(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for item in std::fs::read_dir(folder)? {
        let path = item?.path();
        let ending = path.extension().unwrap_or_default();
        if ending.eq_ignore_ascii_case("nilai") && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn merge_text(merged: &handover::Merge) -> String {
    let row = |row: &handover::MergeRow| {
        vec![
            row.file.clone(),
            row.judge.clone().unwrap_or_else(|| "–".to_owned()),
            number(row.number),
            row.verdict.to_string(),
            row.sheets.to_string(),
            row.changed.to_string(),
            row.reason.clone().unwrap_or_default(),
        ]
    };
    table(
        &[
            "file", "judge", ">number", "verdict", ">sheets", ">changed", "reason",
        ],
        merged.rows.iter().map(row),
    ) + &merged.rows.iter().map(beside_text).collect::<String>()
}

/// What a file tells beside the marks, and what is missing from it.
fn beside_text(row: &handover::MergeRow) -> String {
    let told = row.message.as_ref();
    let mut text = told.map_or_else(String::new, |told| message_text(&row.file, told));
    if row.missing > 0 {
        let (file, missing) = (&row.file, row.missing);
        text += &format!(
            "{file}: {missing} attachments are missing; an earlier file of this judge holds them\n"
        );
    }
    text
}

fn messages_text(messages: &message::Messages) -> String {
    let told = messages.rows.iter().map(|row| {
        let who = format!("{} {} ({})", row.judge, row.number, row.name);
        message_text(&who, &row.message)
    });
    told.collect()
}

/// Who tells, then what, a line each.
fn message_text(who: &str, told: &message::Message) -> String {
    let mut text = String::new();
    if let Some(at) = &told.stated_at {
        text += &format!("{who}: no conflict of interest but those declared, {at}\n");
    }
    for row in &told.declared {
        let conflict = &row.conflict;
        let (kind, ground, said) = (conflict.kind, conflict.ground, &conflict.text);
        text += &format!("{who}: {} {kind} conflict, {ground}: {said}\n", row.entry);
    }
    if let Some(why) = &told.why {
        text += &format!("{who}: not everything is final: {why}\n");
    }
    for note in &told.notes {
        let (entry, stage, said) = (&note.entry, &note.stage, &note.text);
        text += &format!("{who}: note on {entry} in {stage}: {said}\n");
    }
    text
}

fn entered_text(entered: &handover::FormEntered) -> String {
    format!(
        "hand-over {} for {} in stage {}: {} final sheets, {} drafts\n",
        entered.number, entered.judge, entered.stage, entered.final_sheets, entered.draft_sheets
    )
}

fn board_text(board: &handover::Board) -> String {
    let row = |row: &handover::BoardRow| {
        vec![
            row.judge.clone(),
            row.name.clone(),
            row.state.to_string(),
            number(row.number),
            format!("{}/{}", row.filed, row.owed),
            row.drafts.to_string(),
            row.recused.to_string(),
        ]
    };
    table(
        &[
            "judge", "name", "state", ">number", ">filed", ">drafts", ">recused",
        ],
        board.rows.iter().map(row),
    ) + &board.late.iter().map(late_text).collect::<String>()
}

fn late_text(row: &handover::LateRow) -> String {
    format!(
        "late, not counted: {} {} ({})\n",
        row.judge, row.number, row.hand_over
    )
}
