//! What is decided on visits, if it makes sense now: at a gate, and between verifiers who differ.

use super::checks::known;
use crate::Error;
use crate::api::decisions::SeenVisit;
use crate::visit_content::id;
use judging::VisitId;
use judging::case::Case;
use judging::decision::{self, ClaimSettled, Gated};
use judging::handover::{View, VisitInForce};
use judging::rules::VisitEffect;
use judging::visit::{Visit, claims_of, same_claim};

/// The visits that the chair names, in a stage that is a gate.
///
/// # Errors
/// That the stage is no gate, no visit is named, or one is not known.
pub(super) fn gated(case: &Case, stage: &str, visits: &[SeenVisit]) -> Result<Gated, Error> {
    let view = case.view();
    let seen = visits.iter().map(|seen| in_force(&view, seen));
    let seen: Vec<VisitInForce<'_>> = seen.collect::<Result<_, _>>()?;
    let Some(first) = seen.first() else {
        let message = "name the visits that gave ground to this decision";
        return Err(Error::new("no-visit", message));
    };
    for (asked, found) in visits.iter().zip(&seen) {
        let entry = known(case, &asked.entry)?;
        if found.visit.entry != entry || found.visit.stage != first.visit.stage {
            let message = format!("visit {} is not to {entry}", found.visit.id);
            return Err(Error::new("unknown-visit", message).with("visit", found.visit.id));
        }
    }
    let code = &first.visit.stage;
    let is_gate = |effect| effect == VisitEffect::Gate;
    let found = case.rules().stage(code);
    if !found.is_some_and(|stage| is_gate(stage.effect))
        || !(stage.is_empty() || code.as_str() == stage)
    {
        let message = format!("stage “{code}” is no gate: its rules do not say effect = \"gate\"");
        return Err(Error::new("no-gate", message).with("stage", code));
    }
    Ok(Gated {
        stage: code.clone(),
        visits: seen.iter().map(seen_visit).collect(),
    })
}

/// The chair's choice between visits that differ on a claim.
///
/// # Errors
/// `unknown-visit`; `no-difference` where the visits to the entry do not differ on the claim.
pub(super) fn claim_settled(
    case: &Case,
    stage: &str,
    entry: &str,
    claim: &str,
    chosen: &str,
) -> Result<ClaimSettled, Error> {
    let (entry, chosen) = (known(case, entry)?, id(chosen)?);
    let view = case.view();
    let of_entry = view.visits.iter();
    let of_entry = of_entry
        .filter(|visited| visited.visit.stage.as_str() == stage && visited.visit.entry == entry);
    let of_entry: Vec<&VisitInForce<'_>> = of_entry.collect();
    let worded: Vec<&Visit> = of_entry.iter().map(|visited| visited.visit).collect();
    let claims = claims_of(&worded);
    let differs = claims
        .iter()
        .find(|compared| same_claim(compared.text, claim) && compared.differs());
    let differs = differs.ok_or_else(|| {
        let message = format!("the visits to {entry} do not differ on “{claim}”");
        Error::new("no-difference", message).with("entry", &entry)
    })?;
    let speak = of_entry.iter().zip(&differs.found);
    let speak: Vec<_> = speak.filter(|(_, found)| found.is_some()).collect();
    let Some((visited, _)) = speak.iter().find(|(visited, _)| visited.visit.id == chosen) else {
        return Err(Error::unknown("visit", chosen));
    };
    Ok(ClaimSettled {
        stage: visited.visit.stage.clone(),
        entry,
        claim: differs.text.to_owned(),
        chosen,
        seen: speak
            .iter()
            .map(|(visited, _)| seen_visit(visited))
            .collect(),
    })
}

/// The visit as the chair saw it: in that hand-over, or, where none is named, as it is in force.
fn in_force<'v>(view: &View<'v>, seen: &SeenVisit) -> Result<VisitInForce<'v>, Error> {
    let wanted: VisitId = id(&seen.visit)?;
    let mut all = view.visits.iter();
    let found = all.find(|visited| {
        let hand_over = visited.hand_over.to_string();
        visited.visit.id == wanted && (seen.hand_over.is_empty() || seen.hand_over == hand_over)
    });
    found
        .copied()
        .ok_or_else(|| Error::unknown("visit", wanted))
}

fn seen_visit(visited: &VisitInForce<'_>) -> decision::SeenVisit {
    decision::SeenVisit {
        entry: visited.visit.entry.clone(),
        visit: visited.visit.id,
        hand_over: visited.hand_over,
    }
}
