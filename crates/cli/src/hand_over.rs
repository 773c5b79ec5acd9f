//! A hand-over made in a terminal.

use crate::answer::Answer;
use crate::run::{opened, text};
use app::Error;
use app::api::common::Nothing;
use app::api::desk::{HandOverAsked, HandedOver};
use std::path::Path;

/// What the journal says where something is not final and no reason was typed.
const NO_REASON: &str = "handed over by command, without a reason";

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
        "{}\nhand-over {} of {}: {} final sheets, {} drafts, {} recusals, {} reports\n\
         send the file to the secretariat; key words to read out: {}\n",
        handed.file,
        handed.number,
        handed.judge,
        handed.sheets,
        handed.drafts,
        handed.recusals,
        handed.reports,
        handed.fingerprint
    )
}
