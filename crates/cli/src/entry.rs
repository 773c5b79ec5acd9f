//! One entry, by hand.

use crate::answer::Answer;
use crate::run::opened;
use app::Error;
use app::api::entries::{EntryEdited, EntryRow, NewEntry};
use clap::{Args, Subcommand};
use std::collections::BTreeMap;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum EntryVerb {
    /// Add one that stands in no registration sheet
    #[command(
        after_help = "Example:\n  timbang entry add metro.timbang --category KEC --title \"Lumbung Desa\" --agency \"Kecamatan Metro Barat\""
    )]
    Add {
        /// The competition file
        file: PathBuf,
        /// Title of the innovation
        #[arg(long)]
        title: String,
        /// Agency behind it
        #[arg(long, default_value = "")]
        agency: String,
        /// Category it competes in
        #[arg(long)]
        category: String,
        #[command(flatten)]
        others: Others,
        /// Though there is one of the same title and agency
        #[arg(long)]
        anyway: bool,
    },
    /// Change one, or move it to another category
    #[command(
        after_help = "Example:\n  timbang entry edit metro.timbang KEC-007 --set phone=081234567890\n\nOnce judges have it, title, agency and category change by decision: timbang decide FILE amend-entry"
    )]
    Edit {
        /// The competition file
        file: PathBuf,
        /// Code of the entry
        entry: String,
        /// Another title
        #[arg(long)]
        title: Option<String>,
        /// Another agency
        #[arg(long)]
        agency: Option<String>,
        /// Another category
        #[arg(long)]
        category: Option<String>,
        #[command(flatten)]
        others: Others,
    },
}

#[derive(Debug, Args)]
pub struct Others {
    /// Another field by its name, `phone=0812…`; nothing after the sign takes it away
    #[arg(long = "set", value_name = "FIELD=TEXT", value_parser = field)]
    pub fields: Vec<(String, String)>,
}

impl Others {
    fn by_name(self) -> BTreeMap<String, String> {
        self.fields.into_iter().collect()
    }
}

fn field(typed: &str) -> Result<(String, String), String> {
    let pair = typed.split_once('=');
    let (name, text) = pair.ok_or_else(|| "FIELD=TEXT is expected".to_owned())?;
    Ok((name.to_owned(), text.to_owned()))
}

/// Does it.
pub fn entry(verb: EntryVerb) -> Result<Answer, Error> {
    let row = match verb {
        EntryVerb::Add {
            file,
            title,
            agency,
            category,
            others,
            anyway,
        } => {
            let asked = NewEntry {
                title,
                agency,
                category,
                fields: others.by_name(),
                anyway,
            };
            app::entries::add(&opened(&file)?, asked)?
        }
        EntryVerb::Edit {
            file,
            entry,
            title,
            agency,
            category,
            others,
        } => {
            let asked = EntryEdited {
                entry,
                title,
                agency,
                category,
                fields: others.by_name(),
            };
            app::entries::edit(&opened(&file)?, asked)?
        }
    };
    Ok(Answer::of(&row, entry_text))
}

fn entry_text(row: &EntryRow) -> String {
    format!(
        "{} {} ({}, {})\n",
        row.entry, row.title, row.agency, row.category
    )
}
