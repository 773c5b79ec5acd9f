//! Return visits: entries that competed before.

use crate::answer::Answer;
use crate::run::{opened, text};
use crate::table::table;
use app::Error;
use app::api::common::{File, Nothing};
use app::api::returns::{ConfirmReturns, ForgetReturn, ReturnMatch, ReturnMatches, ReturnPair};
use clap::Args;
use std::path::PathBuf;

/// What is asked.
#[derive(Debug, Args)]
pub struct ReturnVisit {
    /// The competition file
    file: PathBuf,
    /// The earlier competition's file; it is only read
    #[arg(
        long,
        value_name = "LAST",
        required_unless_present = "forget",
        conflicts_with = "forget"
    )]
    from: Option<PathBuf>,
    /// Entries that are the same: the code now and the code then
    #[arg(long, num_args = 1.., value_name = "ENTRY=ENTRYLAST", requires = "from", value_parser = pair)]
    confirm: Vec<ReturnPair>,
    /// An entry that is not one of an earlier competition after all
    #[arg(long, value_name = "ENTRY")]
    forget: Option<String>,
}

/// Lists, confirms or forgets.
pub fn return_visit(asked: ReturnVisit) -> Result<Answer, Error> {
    let session = opened(&asked.file)?;
    let Some(from) = asked.from else {
        let entry = asked.forget.unwrap_or_default();
        let told = format!("{entry} is no return visit any more\n");
        let done = app::visits::forget_return(&session, ForgetReturn { entry })?;
        return Ok(Answer::of(&done, |_: &Nothing| told.clone()));
    };
    let file = text(&from);
    let matches = if asked.confirm.is_empty() {
        app::visits::return_matches(&session, File { file })?
    } else {
        let pairs = asked.confirm;
        app::visits::confirm_returns(&session, ConfirmReturns { file, pairs })?
    };
    Ok(Answer::of(&matches, matches_text))
}

fn pair(text: &str) -> Result<ReturnPair, String> {
    let (entry, code) = text
        .split_once('=')
        .ok_or("the code now and the code then, as DESA-004=DESA-017")?;
    Ok(ReturnPair {
        entry: entry.trim().to_owned(),
        code: code.trim().to_owned(),
    })
}

fn matches_text(matches: &ReturnMatches) -> String {
    let headings = [
        "entry",
        "title",
        "then",
        "title then",
        "agency then",
        "alike",
        ">claims",
        "confirmed",
    ];
    let row = |row: &ReturnMatch| {
        let before = &row.before;
        vec![
            before.entry.clone(),
            row.title.clone(),
            before.code.clone(),
            before.title.clone(),
            before.agency.clone(),
            row.likeness.to_string(),
            before.claims.len().to_string(),
            if row.confirmed { "yes" } else { "" }.to_owned(),
        ]
    };
    let mut text = format!("{}\n", matches.competition);
    text += &table(&headings, matches.rows.iter().map(row));
    if matches.not_visited > 0 {
        let count = matches.not_visited;
        text += &format!("{count} more competed then and were not visited\n");
    }
    text
}
