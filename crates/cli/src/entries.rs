//! Entries: taken from registration spreadsheets, listed, counted by agency.

use crate::answer::Answer;
use crate::entry::EntryVerb;
use crate::import::Import;
use crate::run::opened;
use crate::table::table;
use app::Error;
use app::api::{common, entries};
use clap::Subcommand;
use std::path::PathBuf;

/// Entries.
#[derive(Debug, Subcommand)]
pub enum EntriesVerb {
    /// Take entries from a registration spreadsheet
    #[command(
        after_help = "Examples:\n  timbang import metro.timbang pendaftaran.xlsx --dry-run\n  timbang import metro.timbang sekolah.xlsx --category PEN\n  timbang import metro.timbang desa.xlsx --save-map desa.toml --dry-run\n  timbang import metro.timbang desa.xlsx --map desa.toml --duplicate 252=merge --means \"Dinkes=KES\"\n\nWhat is doubtful is reported, never repaired silently. All or nothing is taken."
    )]
    Import(Import),
    /// List the entries
    #[command(after_help = "Example:\n  timbang entries metro.timbang --category KEC")]
    Entries {
        /// The competition file
        file: PathBuf,
        /// Only this category
        #[arg(long)]
        category: Option<String>,
        /// Only with these words in title, agency or code
        #[arg(long)]
        search: Option<String>,
    },
    /// Add or change one entry by hand
    Entry {
        #[command(subcommand)]
        verb: EntryVerb,
    },
    /// Which agencies owe an innovation
    #[command(after_help = "Example:\n  timbang coverage kukar.timbang")]
    Coverage {
        /// The competition file
        file: PathBuf,
    },
}

impl EntriesVerb {
    /// Does it.
    pub fn run(self) -> Result<Answer, Error> {
        match self {
            Self::Import(asked) => crate::import::import(asked),
            Self::Entries {
                file,
                category,
                search,
            } => {
                let asked = entries::EntriesAsked {
                    category,
                    search,
                    ..Default::default()
                };
                let page = app::entries::list(&opened(&file)?, asked)?;
                Ok(Answer::of(&page, entries_text))
            }
            Self::Entry { verb } => crate::entry::entry(verb),
            Self::Coverage { file } => {
                let coverage = app::entries::coverage(&opened(&file)?, common::Nothing {})?;
                Ok(Answer::of(&coverage, agencies_text))
            }
        }
    }
}

fn entries_text(page: &entries::EntriesPage) -> String {
    let row = |row: &entries::EntryRow| {
        vec![
            row.entry.clone(),
            row.title.clone(),
            row.agency.clone(),
            row.category.clone(),
        ]
    };
    table(
        &["entry", "title", "agency", "category"],
        page.rows.iter().map(row),
    ) + &format!("{} entries\n", page.total)
}

fn agencies_text(coverage: &entries::Agencies) -> String {
    let row = |row: &entries::AgencyRow| {
        vec![
            row.agency.clone(),
            row.entries.to_string(),
            row.owes.to_string(),
        ]
    };
    table(
        &["agency", ">entries", ">owes"],
        coverage.rows.iter().map(row),
    )
}
