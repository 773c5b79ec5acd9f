//! The `timbang` command: reads what was typed, calls the use case, shows the answer.
//!
//! **Never here**: deciding anything. Exit 0 done, 1 refused for a reason in the data, 2 wrong usage.

mod answer;
mod args;
mod audit;
mod competition;
mod decide;
mod declare;
mod demo;
mod desk;
mod entries;
mod entry;
mod hand_over;
mod handover;
mod import;
mod judge;
mod keys;
mod panel;
mod receipt;
mod recomputed;
mod result;
mod return_visit;
mod rules;
mod run;
mod standings;
mod table;
mod undo;
mod visits;
mod why;
mod working_copy;

use answer::Answer;
use clap::Parser;
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    if let Some(served) = app::child::serve_if_asked() {
        return served;
    }
    app::child::end_with_this_program();
    let args::Timbang { verb, json } = args::Timbang::parse();
    match run::run(verb) {
        Ok(answer) => finish(json, &answer),
        Err(error) => {
            let mut text = format!("timbang: {}", error.message);
            if let Some(hint) = &error.hint {
                text.push_str(&format!("\n  {hint}"));
            }
            let _ = writeln!(std::io::stderr(), "{text}");
            let refused = serde_json::json!({ "error": error });
            if json {
                let _ = writeln!(std::io::stdout(), "{refused:#}");
            }
            ExitCode::from(1)
        }
    }
}

/// Prints the answer; a reader that went away (`timbang … | head`) is no failure of ours.
fn finish(json: bool, answer: &Answer) -> ExitCode {
    let text = if json {
        format!("{:#}\n", answer.json)
    } else {
        answer.text.clone()
    };
    if !answer.message.is_empty() {
        let _ = writeln!(std::io::stderr(), "{}", answer.message);
    }
    let _ = std::io::stdout().write_all(text.as_bytes());
    ExitCode::from(u8::from(answer.refused))
}
