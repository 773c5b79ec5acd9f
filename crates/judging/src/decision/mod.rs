//! The chair's acts. Each has a reason; each can be undone by another; none is ever erased.

mod amendment;
mod changes;
mod counted;
mod effects;

pub use amendment::{Amendment, Particulars, amend, amended};
pub use changes::{changes_in_force, rules_in_force};
pub use counted::counted;
pub(crate) use effects::{AtGate, Effect, Effects};

use crate::handover::Settlement;
use crate::revision::Change;
use crate::{EntryCode, Fixed, Hash, StageCode, VisitId};

/// One act of the chair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Name of this decision: the hash of its signed bytes.
    pub hash: Hash,
    /// 1, 2, 3 … in the competition.
    pub number: u32,
    /// When the chair's clock says, in seconds since 1970. The order is by number.
    pub made_at: i64,
    /// Why, not empty.
    pub reason: String,
    /// What is decided.
    pub act: Act,
}

/// What the chair decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// The entry is out.
    Disqualify {
        /// The entry's code.
        entry: EntryCode,
        /// The hand-over whose field report gave cause, if one did.
        report: Option<Hash>,
    },
    /// The agency withdrew the entry.
    Withdraw {
        /// The entry's code.
        entry: EntryCode,
    },
    /// Points are taken from the entry's final score.
    Deduct {
        /// From which.
        entry: EntryCode,
        /// How many, above zero.
        points: Fixed,
    },
    /// A disqualified or withdrawn entry is back, and deductions from it are lifted.
    Reinstate {
        /// The entry's code.
        entry: EntryCode,
    },
    /// The order among entries that stayed tied down to the ladder's `chair` step.
    SettleTie {
        /// In that stage's standing, or in the final one.
        stage: Option<StageCode>,
        /// Best first.
        order: Vec<EntryCode>,
    },
    /// The entries visited go on behind the gate of a stage.
    Pass(Gated),
    /// The entries visited do not go on behind the gate of a stage.
    Fail(Gated),
    /// Which of several visits is right about one claim.
    SettleVisit(ClaimSettled),
    /// Which of several differing statements stands.
    SettleConflict(Settlement),
    /// A hand-over that came after the result was published counts all the same.
    AcceptLate {
        /// The hand-over.
        hand_over: Hash,
    },
    /// The standings as they are now are the result; what follows is a visible revision.
    Publish {
        /// Name of the standings as published.
        standings: Hash,
        /// The hand-overs that count in it, ascending.
        hand_overs: Vec<Hash>,
    },
    /// An entry that judges have already is known by another title, agency or category.
    AmendEntry(Amendment),
    /// Other rules are in force, and this becomes of the marks given so far.
    ChangeRules(Change),
    /// An earlier decision no longer holds.
    Undo {
        /// The name of the decision that no longer holds.
        decision: Hash,
    },
}

/// What is decided at the gate of a stage, and on what grounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gated {
    /// The stage.
    pub stage: StageCode,
    /// Every visit that gave ground, at least one; the decision is about the entries that they were to.
    pub visits: Vec<SeenVisit>,
}

/// The chair's choice between visits that found different things of one claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimSettled {
    /// The stage.
    pub stage: StageCode,
    /// The entry.
    pub entry: EntryCode,
    /// The claim, as it is worded.
    pub claim: String,
    /// The visit that is right.
    pub chosen: VisitId,
    /// All visits to the entry that speak of the claim, as they were then. When one of them says something else of it later,
    /// the claim is open again.
    pub seen: Vec<SeenVisit>,
}

/// A visit as the chair saw it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenVisit {
    /// To which entry.
    pub entry: EntryCode,
    /// The visit.
    pub visit: VisitId,
    /// The hand-over whose wording the chair saw.
    pub hand_over: Hash,
}

crate::words! {
    /// What the chair decides.
    pub enum ActKind of Act {
        /// The entry is out.
        Disqualify = "disqualify",
        /// The agency withdrew the entry.
        Withdraw = "withdraw",
        /// Points are taken from the entry's final score.
        Deduct = "deduct",
        /// The entry is back, and deductions from it are lifted.
        Reinstate = "reinstate",
        /// The order among tied entries.
        SettleTie = "settle-tie",
        /// Entries go on behind a gate.
        Pass = "pass",
        /// Entries do not go on behind a gate.
        Fail = "fail",
        /// Which of several visits is right about one claim.
        SettleVisit = "settle-visit",
        /// Which of several differing statements stands.
        SettleConflict = "settle-conflict",
        /// A late hand-over counts all the same.
        AcceptLate = "accept-late",
        /// The standings as they are now are the result.
        Publish = "publish",
        /// An entry is known by another title, agency or category.
        AmendEntry = "amend-entry",
        /// Other rules are in force.
        ChangeRules = "change-rules",
        /// An earlier decision no longer holds.
        Undo = "undo",
    }
}

/// The chair's choices between differing statements that hold, in the order they were decided.
#[must_use]
pub fn settlements(decisions: &[Decision]) -> Vec<Settlement> {
    let holding = in_force(decisions).into_iter();
    let settled = holding.filter_map(|decision| match &decision.act {
        Act::SettleConflict(settlement) => Some(settlement.clone()),
        _ => None,
    });
    settled.collect()
}

/// The decisions that hold: those not undone, in the order of their numbers. An undone `Undo` leaves its target in force.
#[must_use]
pub fn in_force(decisions: &[Decision]) -> Vec<&Decision> {
    let mut ordered: Vec<&Decision> = decisions.iter().collect();
    ordered.sort_by_key(|decision| (decision.number, decision.hash));
    let mut undone = std::collections::BTreeSet::new();
    for decision in ordered.iter().rev() {
        if let Act::Undo { decision: target } = &decision.act
            && !undone.contains(&decision.hash)
        {
            undone.insert(*target);
        }
    }
    ordered.retain(|decision| {
        !undone.contains(&decision.hash) && !matches!(decision.act, Act::Undo { .. })
    });
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decision(number: u32, act: Act) -> Decision {
        let hash = Hash([u8::try_from(number).unwrap(); 32]);
        Decision {
            hash,
            number,
            made_at: 0,
            reason: "r".into(),
            act,
        }
    }

    #[track_caller]
    fn check(acts: Vec<Act>, expected: &[u32]) {
        let decisions: Vec<_> = (1..)
            .zip(acts)
            .map(|(number, act)| decision(number, act))
            .collect();
        let holding: Vec<u32> = in_force(&decisions).iter().map(|d| d.number).collect();
        assert_eq!(holding, expected);
    }

    #[test]
    fn an_undone_decision_no_longer_holds_and_undoing_the_undoing_restores_it() {
        let out = || Act::Withdraw {
            entry: EntryCode::new("A-001").unwrap(),
        };
        let undo = |n: u8| Act::Undo {
            decision: Hash([n; 32]),
        };
        check(vec![out()], &[1]);
        check(vec![out(), undo(1)], &[]);
        check(vec![out(), undo(1), undo(2)], &[1]);
        check(vec![out(), undo(1), out()], &[3]);
    }
}
