use crate::api::common::Nothing;
use crate::api::decisions::{Act, DecisionRow, Decisions, SeenVisit};
use crate::case::decisions_in;
use crate::{Error, Session, time};
use judging::decision::{self, Decision, in_force};
use std::collections::BTreeSet;

/// All decisions, newest first, and which of them hold.
///
/// # Errors
/// That nothing is open.
pub fn list(session: &Session, _: Nothing) -> Result<Decisions, Error> {
    session.chair(|chair| {
        let (decisions, _) = decisions_in(chair)?;
        let holding: BTreeSet<_> = in_force(&decisions)
            .iter()
            .map(|decision| decision.hash)
            .collect();
        let row = |decision: &Decision| DecisionRow {
            number: decision.number,
            hash: decision.hash.to_string(),
            made_at: time::text(decision.made_at),
            act: act(&decision.act),
            reason: decision.reason.clone(),
            holds: holding.contains(&decision.hash),
        };
        Ok(Decisions {
            rows: decisions.iter().rev().map(row).collect(),
        })
    })
}

/// An act as it is shown.
pub(super) fn act(act: &decision::Act) -> Act {
    use decision::Act as D;
    match act {
        D::Disqualify { entry, report } => Act::Disqualify {
            entry: entry.to_string(),
            report: report.map(|hash| hash.to_string()),
        },
        D::Withdraw { entry } => Act::Withdraw {
            entry: entry.to_string(),
        },
        D::Deduct { entry, points } => Act::Deduct {
            entry: entry.to_string(),
            points: points.to_string(),
        },
        D::Reinstate { entry } => Act::Reinstate {
            entry: entry.to_string(),
        },
        D::SettleTie { stage, order } => Act::SettleTie {
            stage: stage.as_ref().map(ToString::to_string),
            order: order.iter().map(ToString::to_string).collect(),
        },
        D::Pass(gated) => Act::Pass {
            stage: gated.stage.to_string(),
            visits: seen(gated),
        },
        D::Fail(gated) => Act::Fail {
            stage: gated.stage.to_string(),
            visits: seen(gated),
        },
        D::SettleVisit(settled) => Act::SettleVisit {
            stage: settled.stage.to_string(),
            entry: settled.entry.to_string(),
            claim: settled.claim.clone(),
            chosen: settled.chosen.to_string(),
        },
        D::SettleConflict(settlement) => Act::SettleConflict {
            judge: settlement.key.judge.to_string(),
            stage: settlement.key.stage.to_string(),
            entry: settlement.key.entry.to_string(),
            chosen: settlement.chosen.to_string(),
        },
        D::AcceptLate { hand_over } => Act::AcceptLate {
            hand_over: hand_over.to_string(),
        },
        D::Publish { .. } => Act::Publish,
        D::AmendEntry(amendment) => Act::AmendEntry {
            entry: amendment.entry.to_string(),
            title: Some(amendment.after.title.clone()),
            agency: Some(amendment.after.agency.clone()),
            category: Some(amendment.after.category.to_string()),
            before: Some((&amendment.before).into()),
        },
        D::ChangeRules(change) => Act::ChangeRules {
            from: change.from.to_string(),
            to: change.to.to_string(),
            marks: crate::rules::chosen(change),
        },
        D::Undo { decision } => Act::Undo {
            decision: decision.to_string(),
        },
    }
}

fn seen(gated: &decision::Gated) -> Vec<SeenVisit> {
    let visits = gated.visits.iter();
    visits
        .map(|seen| SeenVisit {
            entry: seen.entry.to_string(),
            visit: seen.visit.to_string(),
            hand_over: seen.hand_over.to_string(),
        })
        .collect()
}
