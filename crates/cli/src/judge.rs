//! What can be typed after `judge`: the panel.

use crate::answer::Answer;
use crate::run::opened;
use crate::table::table;
use app::Error;
use app::api::{common, panel};
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum JudgeVerb {
    /// Add a member of the panel; what is not named is assigned whole
    #[command(
        after_help = "Example:\n  timbang judge add metro.timbang --code J1 --name \"Dr. Sri Wahyuni\" --stage penilaian --category OPD"
    )]
    Add {
        /// The competition file
        file: PathBuf,
        #[command(flatten)]
        member: Member,
    },
    /// Give a member another name or assignment; what is not named is assigned whole
    #[command(
        after_help = "Example:\n  timbang judge edit metro.timbang --code J1 --name \"Dr. Sri Wahyuni\" --category OPD --category KEC"
    )]
    Edit {
        /// The competition file
        file: PathBuf,
        #[command(flatten)]
        member: Member,
    },
    /// List the panel
    List {
        /// The competition file
        file: PathBuf,
    },
}

#[derive(Debug, Args)]
pub struct Member {
    /// Code of the judge
    #[arg(long)]
    pub code: String,
    /// Name with titles
    #[arg(long)]
    pub name: String,
    /// Post outside the panel; stays in the chair's file
    #[arg(long)]
    pub post: Option<String>,
    /// Institution; stays in the chair's file
    #[arg(long)]
    pub institution: Option<String>,
    /// Number of a civil servant; stays in the chair's file
    #[arg(long)]
    pub nip: Option<String>,
    /// Only this stage (repeatable)
    #[arg(long = "stage", value_name = "S")]
    pub stages: Vec<String>,
    /// Only this category (repeatable)
    #[arg(long = "category", value_name = "C")]
    pub categories: Vec<String>,
    /// Only this entry (repeatable)
    #[arg(long = "entry", value_name = "E")]
    pub entries: Vec<String>,
    /// Only this criterion (repeatable)
    #[arg(long = "criterion", value_name = "K")]
    pub criteria: Vec<String>,
}

impl From<Member> for panel::NewJudge {
    fn from(member: Member) -> Self {
        let Member {
            code,
            name,
            post,
            institution,
            nip,
            stages,
            categories,
            entries,
            criteria,
        } = member;
        Self {
            code,
            name,
            post,
            institution,
            nip,
            stages,
            categories,
            entries,
            criteria,
        }
    }
}

/// Does one of them.
pub fn judge(verb: JudgeVerb) -> Result<Answer, Error> {
    let judges = match verb {
        JudgeVerb::List { file } => app::panel::list(&opened(&file)?, common::Nothing {})?,
        JudgeVerb::Add { file, member } => app::panel::add(&opened(&file)?, member.into())?,
        JudgeVerb::Edit { file, member } => app::panel::edit(&opened(&file)?, member.into())?,
    };
    Ok(Answer::of(&judges, judges_text))
}

fn judges_text(judges: &panel::Judges) -> String {
    let all = |codes: &[String]| {
        if codes.is_empty() {
            "all".to_owned()
        } else {
            codes.join(" ")
        }
    };
    let row = |row: &panel::JudgeRow| {
        vec![
            row.judge.clone(),
            row.name.clone(),
            [&row.post, &row.institution]
                .into_iter()
                .filter(|part| !part.is_empty())
                .cloned()
                .collect::<Vec<_>>()
                .join(", "),
            all(&row.stages),
            all(&row.categories),
            row.owed.to_string(),
            declared(row),
        ]
    };
    table(
        &[
            "judge",
            "name",
            "post",
            "stages",
            "categories",
            ">owes",
            "declares",
        ],
        judges.rows.iter().map(row),
    )
}

/// "OPD-007 potential family; OPD-009 actual business".
fn declared(row: &panel::JudgeRow) -> String {
    let declared = row.messages.iter().flat_map(|message| &message.declared);
    let said = declared.map(|row| {
        let conflict = &row.conflict;
        format!("{} {} {}", row.entry, conflict.kind, conflict.ground)
    });
    said.collect::<Vec<_>>().join("; ")
}
