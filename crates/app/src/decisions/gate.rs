//! What is decided at a gate, if it makes sense now.

use super::checks::{hash, known};
use crate::Error;
use crate::api::decisions::SeenVisit;
use judging::case::Case;
use judging::decision::{self, Gated};
use judging::rules::VisitEffect;
use judging::{Hash, VisitId};

/// The visits that the chair names, in a stage that is a gate.
///
/// # Errors
/// That the stage is no gate, no visit is named, or one is not known.
pub(super) fn gated(case: &Case, stage: &str, visits: &[SeenVisit]) -> Result<Gated, Error> {
    let found = case
        .rules()
        .stages
        .iter()
        .find(|one| one.code.as_str() == stage);
    let found = found.ok_or_else(|| Error::unknown("stage", stage))?;
    if found.effect != VisitEffect::Gate {
        let message = format!("stage “{stage}” is no gate: its rules do not say effect = \"gate\"");
        return Err(Error::new("no-gate", message).with("stage", stage));
    }
    if visits.is_empty() {
        let message = "name the visits that gave ground to this decision";
        return Err(Error::new("no-visit", message));
    }
    let visits = visits.iter().map(|seen| seen_visit(case, seen));
    Ok(Gated {
        stage: found.code.clone(),
        visits: visits.collect::<Result<_, _>>()?,
    })
}

fn seen_visit(case: &Case, seen: &SeenVisit) -> Result<decision::SeenVisit, Error> {
    let hand_over = hash(&seen.hand_over)?;
    let visit = seen.visit.parse::<VisitId>();
    Ok(decision::SeenVisit {
        entry: known(case, &seen.entry)?,
        visit: visit.map_err(|error| Error::new("bad-hash", error.to_string()))?,
        hand_over: there(case, hand_over)?,
    })
}

fn there(case: &Case, wanted: Hash) -> Result<Hash, Error> {
    let mut all = case.hand_overs.iter().chain(&case.late);
    let found = all.find(|hand_over| hand_over.hash == wanted);
    let found = found.ok_or_else(|| Error::unknown("hand-over", wanted))?;
    Ok(found.hash)
}
