//! What decisions in force make of the rules.

use super::{Act, Decision, in_force};
use crate::Hash;
use crate::revision::Change;

/// The changes of the rules that hold, in the order they were decided.
#[must_use]
pub fn changes_in_force(decisions: &[Decision]) -> Vec<Change> {
    let holding = in_force(decisions).into_iter();
    let changes = holding.filter_map(|decision| match &decision.act {
        Act::ChangeRules(change) => Some(change.clone()),
        _ => None,
    });
    changes.collect()
}

/// The rules that hold by decision: those of the last change in force, or those before the first change when all are undone.
/// `None` when the rules were never changed.
#[must_use]
pub fn rules_in_force(decisions: &[Decision]) -> Option<Hash> {
    let first = decisions.iter().filter_map(|decision| match &decision.act {
        Act::ChangeRules(change) => Some((decision.number, change.from)),
        _ => None,
    });
    let last = changes_in_force(decisions).pop();
    last.map(|change| change.to)
        .or_else(|| first.min().map(|(_, from)| from))
}
