//! What the chair's decisions in force mean for entries.

use super::row::{Obstacle, Status};
use crate::decision::{Act, Decision, in_force};
use crate::{EntryCode, Exact, StageCode};
use std::collections::HashMap;

/// What decisions do to one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fate {
    /// Whether it is out, and by which decision.
    pub(super) out: Option<(Status, Obstacle)>,
    /// What is taken off its final score.
    pub(super) deducted: Exact,
}

impl Fate {
    /// Of an entry that no decision names.
    pub(super) const UNTOUCHED: Self = Self {
        out: None,
        deducted: Exact::ZERO,
    };
}

/// The decisions that a standing heeds.
#[derive(Debug, Default)]
pub(super) struct Fates<'a> {
    of: HashMap<&'a EntryCode, Fate>,
    /// Settled ties, the latest first.
    ties: Vec<(Option<&'a StageCode>, &'a [EntryCode])>,
}

impl<'a> Fates<'a> {
    pub(super) fn new(decisions: &'a [Decision]) -> Self {
        let mut fates = Self::default();
        for decision in in_force(decisions) {
            let out = |status| {
                let reason = decision.reason.clone();
                let hash = decision.hash;
                Some((status, Obstacle::Decision { hash, reason }))
            };
            let of = &mut fates.of;
            match &decision.act {
                Act::Disqualify { entry, .. } => {
                    touch(of, entry).out = out(Status::Disqualified);
                }
                Act::Withdraw { entry } => touch(of, entry).out = out(Status::Withdrawn),
                Act::Deduct { entry, points } => touch(of, entry).deducted += &(*points).into(),
                Act::Reinstate { entry } => *touch(of, entry) = Fate::UNTOUCHED,
                Act::SettleTie { stage, order } => {
                    fates.ties.insert(0, (stage.as_ref(), order));
                }
                // These are heeded before a standing is asked for, or follow from it.
                Act::SettleConflict(_)
                | Act::AcceptLate { .. }
                | Act::Publish { .. }
                | Act::ChangeRules(_)
                | Act::Undo { .. } => {}
            }
        }
        fates
    }

    pub(super) fn of(&self, entry: &EntryCode) -> &Fate {
        self.of.get(entry).unwrap_or(&Fate::UNTOUCHED)
    }

    /// The places that the last decision ordering all of the tied entries gives them, 0 for the best.
    pub(super) fn settled(
        &self,
        stage: Option<&StageCode>,
        tied: &[&EntryCode],
    ) -> Option<Vec<usize>> {
        let orders = self.ties.iter().filter(|(of, _)| *of == stage);
        let place = |order: &[EntryCode], entry: &EntryCode| order.iter().position(|e| e == entry);
        orders
            .map(|(_, order)| tied.iter().map(|entry| place(order, entry)).collect())
            .find_map(|places: Option<Vec<usize>>| places)
    }
}

fn touch<'m, 'a>(of: &'m mut HashMap<&'a EntryCode, Fate>, entry: &'a EntryCode) -> &'m mut Fate {
    of.entry(entry).or_insert(Fate::UNTOUCHED)
}
