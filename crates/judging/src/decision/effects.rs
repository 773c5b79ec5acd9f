//! What the chair's decisions in force do to entries and to ties.

use super::{Act, Decision, Gated, in_force};
use crate::{EntryCode, Exact, Hash, StageCode};
use std::collections::HashMap;

/// What decisions do to one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Effect {
    /// Whether it is out of the competition.
    pub(crate) removal: Option<Removal>,
    /// What is taken off its final score.
    pub(crate) deducted: Exact,
}

impl Effect {
    /// Of an entry that no decision names.
    const NONE: Self = Self {
        removal: None,
        deducted: Exact::ZERO,
    };
}

/// That an entry is out of the competition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Removal {
    /// Whether the agency withdrew it; else the chair disqualified it.
    pub(crate) withdrawn: bool,
    /// The decision.
    pub(crate) decision: Hash,
    /// The reason given in it.
    pub(crate) reason: String,
}

/// What was decided of an entry at a gate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AtGate {
    /// Whether it goes on.
    pub(crate) passed: bool,
    /// The decision.
    pub(crate) decision: Hash,
    /// The reason given in it.
    pub(crate) reason: String,
}

/// The decisions that scores and ranks follow.
#[derive(Debug, Default)]
pub(crate) struct Effects<'a> {
    on: HashMap<&'a EntryCode, Effect>,
    at_gates: HashMap<(&'a StageCode, &'a EntryCode), AtGate>,
    /// Settled ties, the latest first.
    ties: Vec<(Option<&'a StageCode>, &'a [EntryCode])>,
}

impl<'a> Effects<'a> {
    pub(crate) fn new(decisions: &'a [Decision]) -> Self {
        let mut effects = Self::default();
        for decision in in_force(decisions) {
            let removal = |withdrawn| {
                Some(Removal {
                    withdrawn,
                    decision: decision.hash,
                    reason: decision.reason.clone(),
                })
            };
            match &decision.act {
                Act::Disqualify { entry, .. } => effects.of(entry).removal = removal(false),
                Act::Withdraw { entry } => effects.of(entry).removal = removal(true),
                Act::Deduct { entry, points } => effects.of(entry).deducted += &(*points).into(),
                Act::Reinstate { entry } => *effects.of(entry) = Effect::NONE,
                Act::SettleTie { stage, order } => {
                    effects.ties.insert(0, (stage.as_ref(), order));
                }
                Act::Pass(gated) => effects.at_gate(decision, gated, true),
                Act::Fail(gated) => effects.at_gate(decision, gated, false),
                // These decide what is in force before anything is scored, or follow from the result.
                Act::SettleConflict(_)
                | Act::SettleVisit(_)
                | Act::AcceptLate { .. }
                | Act::Publish { .. }
                | Act::AmendEntry(_)
                | Act::ChangeRules(_)
                | Act::Undo { .. } => {}
            }
        }
        effects
    }

    fn of(&mut self, entry: &'a EntryCode) -> &mut Effect {
        self.on.entry(entry).or_insert(Effect::NONE)
    }

    fn at_gate(&mut self, decision: &Decision, gated: &'a Gated, passed: bool) {
        for seen in &gated.visits {
            let decided = AtGate {
                passed,
                decision: decision.hash,
                reason: decision.reason.clone(),
            };
            self.at_gates.insert((&gated.stage, &seen.entry), decided);
        }
    }

    /// What was decided last of an entry at the gate of a stage.
    pub(crate) fn decided_at_gate(
        &self,
        stage: &'a StageCode,
        entry: &'a EntryCode,
    ) -> Option<&AtGate> {
        self.at_gates.get(&(stage, entry))
    }

    /// What decisions do to the entry.
    pub(crate) fn on(&self, entry: &EntryCode) -> &Effect {
        self.on.get(entry).unwrap_or(&Effect::NONE)
    }

    /// For each of the tied entries its position, 0 for the best, in the last decision that orders all of them.
    pub(crate) fn settled(
        &self,
        stage: Option<&StageCode>,
        tied: &[&EntryCode],
    ) -> Option<Vec<usize>> {
        let orders = self.ties.iter().filter(|(of, _)| *of == stage);
        let position =
            |order: &[EntryCode], entry: &EntryCode| order.iter().position(|e| e == entry);
        orders
            .map(|(_, order)| tied.iter().map(|entry| position(order, entry)).collect())
            .find_map(|positions: Option<Vec<usize>>| positions)
    }
}
