//! One act of the chair, signed: CBOR in the envelope, kept in the competition file and in result packs.

mod act;
mod read;
mod write;

pub use read::{DecisionFile, read};
pub use write::write;

use crate::Refusal;
use judging::Fixed;
use judging::Hash;
use judging::decision::{Act, Decision};

/// A decision that is not signed yet, and so has no name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// 1, 2, 3 … in the competition.
    pub number: u32,
    /// In seconds since 1970.
    pub made_at: i64,
    /// Why, not empty.
    pub reason: String,
    /// What is decided.
    pub act: Act,
}

impl Draft {
    /// The decision, named by the hash of its signed bytes.
    #[must_use]
    pub fn named(self, hash: Hash) -> Decision {
        Decision {
            hash,
            number: self.number,
            made_at: self.made_at,
            reason: self.reason,
            act: self.act,
        }
    }
}

/// What must hold of every decision, checked when one is written and when one is read.
fn check(decision: &Draft) -> Result<(), Refusal> {
    if decision.number == 0 {
        return Err(Refusal::malformed("number", "counts from 1"));
    }
    if decision.reason.trim().is_empty() {
        return Err(Refusal::malformed("reason", "a decision needs a reason"));
    }
    match &decision.act {
        Act::Deduct { points, .. } if *points <= Fixed::ZERO => {
            Err(Refusal::malformed("act.points", "must be above zero"))
        }
        Act::Pass(gated) | Act::Fail(gated) if gated.visits.is_empty() => {
            let message = "must name the visits that gave ground";
            Err(Refusal::malformed("act.visits", message))
        }
        Act::AmendEntry(amendment) if amendment.before == amendment.after => {
            let message = "must differ from what the entry was known by";
            Err(Refusal::malformed("act.after", message))
        }
        Act::AmendEntry(amendment) if amendment.after.title.trim().is_empty() => {
            Err(Refusal::malformed("act.after.title", "must not be empty"))
        }
        Act::SettleVisit(settled) => {
            let mut seen = settled.seen.iter();
            if seen.any(|seen| seen.visit == settled.chosen) {
                return Ok(());
            }
            let message = "is not among the visits seen";
            Err(Refusal::malformed("act.chosen", message))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
