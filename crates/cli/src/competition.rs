//! Making a competition, and its rules.

use crate::answer::Answer;
use crate::rules::Rules;
use crate::run::{new_session, text};
use crate::table::table;
use app::Error;
use app::api::overview::Overview;
use app::api::{competition, start};
use clap::Subcommand;
use std::path::PathBuf;

/// Making a competition, and its rules.
#[derive(Debug, Subcommand)]
pub enum CompetitionVerb {
    /// List the rules that ship with the program
    #[command(after_help = "Example:\n  timbang templates")]
    Templates,
    /// Create a competition
    #[command(
        after_help = "Examples:\n  timbang new metro.timbang --rules metro-penilaian-judul\n  timbang new lomba.timbang --rules aturan.toml"
    )]
    New {
        /// The competition file to create; it must not exist yet
        file: PathBuf,
        /// The id of a template, or a rules file in TOML
        #[arg(long, value_name = "TOML|TEMPLATE")]
        rules: String,
    },
    /// See the rules; change them, with what becomes of the marks given so far
    #[command(
        after_help = "Examples:\n  timbang rules kukar.timbang > aturan.toml\n  timbang rules kukar.timbang --change aturan.toml\n  timbang rules kukar.timbang --change aturan.toml --marks penilaian/dampak=rescale --reason \"rapat 4 November\"\n\nWithout --reason nothing is changed: it shows what would be."
    )]
    Rules(Rules),
}

impl CompetitionVerb {
    /// Does it.
    pub fn run(self) -> Result<Answer, Error> {
        match self {
            Self::Templates => templates(),
            Self::New { file, rules } => {
                let session = new_session()?;
                let asked = competition::NewCompetition {
                    file: text(&file),
                    rules,
                    name: None,
                };
                let overview = app::competition::create(&session, asked)?;
                Ok(Answer::of(&overview, overview_text))
            }
            Self::Rules(asked) => crate::rules::rules(asked),
        }
    }
}

fn templates() -> Result<Answer, Error> {
    let rows = app::start::templates();
    Ok(Answer::of(&serde_json::json!({ "rows": rows }), |_| {
        templates_text(&rows)
    }))
}

fn templates_text(rows: &[start::TemplateRow]) -> String {
    let row = |row: &start::TemplateRow| {
        vec![
            row.template.clone(),
            row.name.clone(),
            row.categories.to_string(),
            row.criteria.to_string(),
        ]
    };
    table(
        &["template", "name", ">categories", ">criteria"],
        rows.iter().map(row),
    )
}

/// The open file at a glance.
pub fn overview_text(seen: &Overview) -> String {
    let about = seen.about();
    let mut text = format!(
        "{}\n{}\n{} categories, {} entries",
        about.file,
        about.name,
        about.categories.len(),
        about.entries
    );
    match seen {
        Overview::Chair(chair) => text += &format!(", {} judges\n", chair.judges),
        Overview::Judge(desk) => {
            text += &format!(", judge {} {}\n", desk.judge, desk.judge_name);
            for work in &desk.work {
                let open = work.begun + work.untouched;
                text += &format!("{}: {open} of {} to mark", work.name, work.entries);
                if let Some(day) = &work.deadline {
                    text += &format!(", until {day}");
                }
                text.push('\n');
            }
        }
    }
    text
}
