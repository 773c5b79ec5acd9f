//! Whether a hand-over speaks of stages, entries and criteria that this competition has.

use super::known::Known;
use crate::Error;
use judging::handover::HandOver;
use judging::sheet::check_mark;
use judging::{EntryCode, StageCode};

/// Whether every sheet, recusal and visit speaks of what the rules and entries have.
///
/// # Errors
/// `unknown-rules`, `unknown-stage`, `unknown-entry`, `not-assigned` or `bad-mark`.
pub(super) fn check(known: &Known<'_>, one: &HandOver) -> Result<(), Error> {
    let rules = known.history.of(one.rules)?;
    let judge = known
        .judges
        .get(&one.judge)
        .ok_or_else(|| Error::unknown("judge", &one.judge))?;
    let about = |stage: &StageCode, entry: &EntryCode| {
        let stage = rules
            .stage(stage)
            .ok_or_else(|| Error::unknown("stage", stage))?;
        let category = known
            .entries
            .get(entry)
            .ok_or_else(|| Error::unknown("entry", entry))?;
        Ok::<_, Error>((stage, category.clone()))
    };
    for sheet in &one.sheets {
        let (stage, category) = about(&sheet.stage, &sheet.entry)?;
        if !judge.scope.covers(stage, &category, &sheet.entry) {
            return Err(Error::new(
                "not-assigned",
                format!(
                    "{} in stage {} is not among what {} judges",
                    sheet.entry, sheet.stage, one.judge
                ),
            )
            .with("entry", &sheet.entry)
            .with("stage", &sheet.stage));
        }
        for (criterion, mark) in &sheet.marks {
            check_mark(stage, &judge.scope, criterion, mark.value).map_err(|error| {
                Error::new(
                    "bad-mark",
                    format!("{} in stage {}: {error}", sheet.entry, sheet.stage),
                )
                .with("entry", &sheet.entry)
            })?;
        }
    }
    for recusal in &one.recusals {
        about(&recusal.stage, &recusal.entry)?;
    }
    for visit in &one.visits {
        about(&visit.stage, &visit.entry)?;
    }
    Ok(())
}
