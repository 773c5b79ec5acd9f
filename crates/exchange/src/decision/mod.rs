//! One act of the chair, signed: CBOR in the envelope, kept in the competition file and in result packs.

mod act;
mod read;
mod write;

pub use read::{DecisionFile, read};
pub use write::write;

use crate::Refusal;
use judging::Fixed;
use judging::decision::{Act, Decision};

/// What must hold of every decision, checked when one is written and when one is read.
fn check(decision: &Decision) -> Result<(), Refusal> {
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
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
