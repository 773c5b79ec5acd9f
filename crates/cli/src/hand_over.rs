//! A hand-over made in a terminal, and those made before.

use crate::answer::Answer;
use crate::run::{opened, text};
use crate::table::table;
use app::Error;
use app::api::common::Nothing;
use app::api::desk::{HandOverAsked, HandedOver};
use app::api::own_hand_over::{HandedSheet, OwnHandOver, OwnHandOverAsked, OwnHandOvers};
use std::path::Path;

/// What the chair reads where something is not final and no reason was typed.
const NO_REASON: &str = "diserahkan lewat perintah, tanpa alasan";

/// Hands over; what is not final yet is warned of.
pub fn hand_over(
    file: &Path,
    out: &Path,
    why: Option<String>,
    all_photos: bool,
) -> Result<Answer, Error> {
    let session = opened(file)?;
    let summary = app::desk::hand_over_summary(&session, Nothing {})?;
    let asked = HandOverAsked {
        out: text(out),
        why: why.or_else(|| summary.why_needed.then(|| NO_REASON.to_owned())),
        all_photos,
    };
    let handed = app::desk::hand_over(&session, asked)?;
    let warning = if summary.why_needed {
        format!(
            "not final: {} drafts, {} untouched; drafts do not count",
            summary.drafts, summary.untouched
        )
    } else {
        String::new()
    };
    Ok(Answer::of(&handed, shown).saying(warning))
}

fn shown(handed: &HandedOver) -> String {
    format!(
        "{}\nhand-over {} of {}: {} final sheets, {} drafts, {} recusals, {} visits\n\
         send the file to the secretariat; key words to read out: {}\n",
        handed.file,
        handed.number,
        handed.judge,
        handed.sheets,
        handed.drafts,
        handed.recusals,
        handed.visits,
        handed.fingerprint
    )
}

/// The hand-overs made before, or one of them with what is different now.
pub fn handed_over(file: &Path, number: Option<u32>) -> Result<Answer, Error> {
    let session = opened(file)?;
    match number {
        None => {
            let all = app::desk::own_hand_overs(&session, Nothing {})?;
            Ok(Answer::of(&all, listed))
        }
        Some(number) => {
            let hand_over = app::desk::own_hand_over(&session, OwnHandOverAsked { number })?;
            Ok(Answer::of(&hand_over, read))
        }
    }
}

fn listed(all: &OwnHandOvers) -> String {
    let rows = all.rows.iter().map(|row| {
        let counts = [row.finals, row.drafts, row.recusals].map(|count| count.to_string());
        [
            vec![row.number.to_string(), row.made_at.clone()],
            counts.to_vec(),
        ]
        .concat()
    });
    table(&[">number", "made", ">final", ">drafts", ">recused"], rows)
}

fn read(hand_over: &OwnHandOver) -> String {
    let row = |sheet: &HandedSheet| {
        let marks = sheet.marks.iter();
        let marks = marks.map(|mark| format!("{} {}", mark.criterion, mark.mark));
        vec![
            sheet.stage.clone(),
            sheet.entry.clone(),
            sheet.state.to_string(),
            marks.collect::<Vec<_>>().join(", "),
            different(sheet),
        ]
    };
    table(
        &["stage", "entry", "state", "marks", "different now"],
        hand_over.sheets.iter().map(row),
    )
}

/// "kebaruan 2 → 3".
fn different(sheet: &HandedSheet) -> String {
    let Some(change) = &sheet.change else {
        return String::new();
    };
    let mark = |mark: &Option<String>| mark.clone().unwrap_or_else(|| "–".to_owned());
    let marks = change.marks.iter();
    let marks = marks.map(|change| {
        let (before, after) = (mark(&change.before), mark(&change.after));
        format!("{} {before} → {after}", change.criterion)
    });
    let mut said: Vec<String> = marks.collect();
    if said.is_empty() {
        said.push("yes".to_owned());
    }
    said.join(", ")
}
