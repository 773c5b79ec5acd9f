//! The result: standings, decisions, documents, and the same computed again from a result pack.

use crate::answer::Answer;
use crate::decide::ActVerb;
use crate::run::{new_session, opened, text};
use crate::table::{number, table, written_text};
use app::Error;
use app::api::word::Word;
use app::api::{audit, common, decisions, documents, standings};
use clap::Subcommand;
use std::path::PathBuf;

/// The result.
#[derive(Debug, Subcommand)]
pub enum ResultVerb {
    /// The computed order; without --stage the final one
    #[command(
        after_help = "Examples:\n  timbang standings metro.timbang\n  timbang standings kukar.timbang --stage penilaian --category OPD --json"
    )]
    Standings {
        /// The competition file
        file: PathBuf,
        /// Stage code
        #[arg(long)]
        stage: Option<String>,
        /// Category code
        #[arg(long)]
        category: Option<String>,
        /// Print CSV, separated by commas, with decimal points
        #[arg(long, conflicts_with = "json")]
        csv: bool,
    },
    /// Decide as the chair; always with a reason
    #[command(
        after_help = "Examples:\n  timbang decide kukar.timbang disqualify OPD-007 --reason \"salinan inovasi daerah lain\"\n  timbang decide kukar.timbang publish --reason \"rapat pleno 8 Desember\""
    )]
    Decide {
        /// The competition file
        file: PathBuf,
        #[command(subcommand)]
        act: ActVerb,
    },
    /// Write documents: any of them
    #[command(
        after_help = "Example:\n  timbang export metro.timbang --winners juara.xlsx --recap rekap.xlsx --csv juara.csv --pack metro.hasil"
    )]
    Export {
        /// The competition file
        file: PathBuf,
        /// Winner list, XLSX
        #[arg(long)]
        winners: Option<PathBuf>,
        /// All sheets' scores, XLSX
        #[arg(long)]
        recap: Option<PathBuf>,
        /// Winner list, CSV as Indonesian Excel reads it
        #[arg(long)]
        csv: Option<PathBuf>,
        /// The entries as registered, XLSX; imports again as the same entries
        #[arg(long)]
        entries: Option<PathBuf>,
        /// Result pack for auditors
        #[arg(long)]
        pack: Option<PathBuf>,
        /// What goes along in the result pack: declarations, notes, persons, photos; without it none does
        #[arg(long, value_delimiter = ',', requires = "pack")]
        with: Vec<Word<documents::AttachmentKind>>,
    },
    /// Rebuild the standings from a result pack alone
    #[command(after_help = "Example:\n  timbang recompute metro.hasil")]
    Recompute {
        /// The result pack
        pack: PathBuf,
    },
}

impl ResultVerb {
    /// Does it.
    pub fn run(self) -> Result<Answer, Error> {
        match self {
            Self::Standings {
                file,
                stage,
                category,
                csv,
            } => {
                let session = opened(&file)?;
                let computed = app::standings::standings(
                    &session,
                    standings::StandingsAsked { stage, category },
                )?;
                let show = if csv { standings_csv } else { standings_text };
                Ok(Answer::of(&computed, show).saying(computed.blocked.join("\n")))
            }
            Self::Decide { file, act } => {
                let decisions = app::decisions::decide(&opened(&file)?, act.into())?;
                Ok(Answer::of(&decisions, decisions_text))
            }
            Self::Export {
                file,
                winners,
                recap,
                csv,
                entries,
                pack,
                with,
            } => {
                let path = |path: Option<PathBuf>| path.map(|path| text(&path));
                let asked = documents::ExportAsked {
                    winners: path(winners),
                    recap: path(recap),
                    csv: path(csv),
                    entries: path(entries),
                    pack: path(pack),
                    with,
                };
                let written = app::documents::export(&opened(&file)?, asked)?;
                Ok(Answer::of(&written, written_text))
            }
            Self::Recompute { pack } => {
                let session = new_session()?;
                let recomputed =
                    app::audit::recompute(&session, common::File { file: text(&pack) })?;
                Ok(Answer::of(&recomputed, recomputed_text).refused_if(!recomputed.equal))
            }
        }
    }
}

/// What stands in the last column: why the entry is where it is.
fn said(row: &standings::StandingRow) -> String {
    let mut words = Vec::new();
    if row.rank.is_none() {
        words.push(row.status.to_string());
    }
    if row.tied {
        words.push("tied".to_owned());
    }
    if let Some(step) = &row.decided_by {
        words.push(format!("by {step}"));
    }
    words.extend(row.notes.iter().cloned());
    words.join("; ")
}

fn standings_text(computed: &standings::Standings) -> String {
    let row = |row: &standings::StandingRow| {
        vec![
            row.category.clone(),
            number(row.rank),
            row.entry.clone(),
            row.title.clone(),
            row.agency.clone(),
            row.score.clone().unwrap_or_else(|| "–".to_owned()),
            said(row),
        ]
    };
    table(
        &[
            "category", ">rank", "entry", "title", "agency", ">score", "",
        ],
        computed.rows.iter().map(row),
    )
}

/// Comma-separated, with decimal points. A text that a spreadsheet program would take for a formula is guarded.
fn standings_csv(computed: &standings::Standings) -> String {
    let guarded = |text: &String| {
        let formula = text.starts_with(['=', '+', '-', '@', '\t', '\0']);
        if formula {
            format!("'{text}")
        } else {
            text.clone()
        }
    };
    let mut table = csv::Writer::from_writer(Vec::new());
    let heading = [
        "category", "rank", "entry", "title", "agency", "score", "exact", "status",
    ];
    let row = |row: &standings::StandingRow| {
        [
            row.category.clone(),
            row.rank.map(|rank| rank.to_string()).unwrap_or_default(),
            row.entry.clone(),
            guarded(&row.title),
            guarded(&row.agency),
            row.score.clone().unwrap_or_default(),
            row.exact.clone().unwrap_or_default(),
            row.status.to_string(),
        ]
    };
    // Writing into memory does not fail.
    let _ = table.write_record(heading);
    for one in computed.rows.iter().map(row) {
        let _ = table.write_record(one);
    }
    let bytes = table.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn decisions_text(decisions: &decisions::Decisions) -> String {
    let row = |row: &decisions::DecisionRow| {
        let act = serde_json::to_value(&row.act).unwrap_or_default();
        let kind = act["kind"].as_str().unwrap_or_default().to_owned();
        let holds = if row.holds { "" } else { "undone" };
        vec![
            row.number.to_string(),
            row.hash.chars().take(12).collect(),
            row.made_at.clone(),
            kind,
            row.reason.clone(),
            holds.to_owned(),
        ]
    };
    table(
        &[">number", "name", "when", "act", "reason", ""],
        decisions.rows.iter().map(row),
    )
}

fn recomputed_text(recomputed: &audit::Recomputed) -> String {
    let verdict = match &recomputed.difference {
        None => "equal".to_owned(),
        Some(difference) => format!("NOT equal: {difference}"),
    };
    format!(
        "{}\n{}\n{}\n{verdict}\n",
        standings_text(&recomputed.standings),
        recomputed.name,
        recomputed.verified.join("\n")
    )
}
