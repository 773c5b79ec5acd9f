//! The result: standings, decisions, documents, and the same computed again from a result pack.

use crate::answer::Answer;
use crate::decide::ActVerb;
use crate::recomputed::recomputed_text;
use crate::run::{new_session, opened, text};
use crate::standings::{blocks_text, standings_csv, standings_text};
use crate::table::{table, written_text};
use app::Error;
use app::api::word::Word;
use app::api::{common, decisions, documents, standings};
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
                Ok(Answer::of(&computed, show).saying(blocks_text(&computed)))
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
