//! What the chair decided of claims on which visits differ.

use crate::api::visits::SettledClaim;
use judging::VisitId;
use judging::case::Case;
use judging::decision::{Act, ClaimSettled, in_force};
use judging::handover::VisitInForce;
use judging::visit::{CheckedClaim, Visit, claims_of, same_claim};

/// The claims of the visits to one entry in one stage: those settled, and those on which the visits differ otherwise.
pub(super) fn claims(case: &Case, visits: &[VisitInForce<'_>]) -> (Vec<SettledClaim>, Vec<String>) {
    let worded: Vec<&Visit> = visits.iter().map(|visited| visited.visit).collect();
    let (mut settled, mut open) = (Vec::new(), Vec::new());
    for claim in claims_of(&worded) {
        match settlement(case, visits, claim.text) {
            Some(found) => settled.push(found),
            None if claim.differs() => open.push(claim.text.to_owned()),
            None => {}
        }
    }
    (settled, open)
}

/// The last settlement in force of the claim, if every visit still says of it what the chair saw.
fn settlement(case: &Case, visits: &[VisitInForce<'_>], text: &str) -> Option<SettledClaim> {
    let first = visits.first()?.visit;
    let decisions = in_force(&case.decisions).into_iter().rev();
    let found = decisions.filter_map(|decision| match &decision.act {
        Act::SettleVisit(settled) => Some((decision, settled)),
        _ => None,
    });
    let is_about = |settled: &ClaimSettled| {
        settled.stage == first.stage
            && settled.entry == first.entry
            && same_claim(&settled.claim, text)
    };
    let (decision, settled) = found.into_iter().find(|(_, settled)| is_about(settled))?;
    let still = |visited: &VisitInForce<'_>| {
        let now = claim_in(visited.visit, text);
        let seen = settled
            .seen
            .iter()
            .filter(|seen| seen.visit == visited.visit.id);
        let mut seen = seen.map(|seen| said(case, seen.hand_over, seen.visit, text));
        now.is_none() || seen.any(|then| then == now)
    };
    visits.iter().all(still).then(|| SettledClaim {
        claim: text.to_owned(),
        chosen: settled.chosen.to_string(),
        reason: decision.reason.clone(),
    })
}

fn claim_in<'v>(visit: &'v Visit, text: &str) -> Option<&'v CheckedClaim> {
    let mut claims = visit.claims.iter();
    claims.find(|claim| same_claim(&claim.text, text))
}

/// What a visit said of the claim in a hand-over that is here.
fn said<'c>(
    case: &'c Case,
    hand_over: judging::Hash,
    visit: VisitId,
    text: &str,
) -> Option<&'c CheckedClaim> {
    let mut all = case.hand_overs.iter().chain(&case.late);
    let found = all.find(|said| said.hash == hand_over)?;
    let visit = found
        .visits
        .iter()
        .find(|said_visit| said_visit.id == visit)?;
    claim_in(visit, text)
}
