//! The gates of a category: stages of verification behind which an entry goes on only when the chair passes it.

use super::row::Status;
use crate::decision::AtGate;
use crate::rules::{Stage, VisitEffect};
use crate::scoring::{Obstacle, ScoredCategory};

/// A gate, and where it stands among the judged stages of the category.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gate<'a> {
    pub(super) stage: &'a Stage,
    /// How many judged stages are over before entries stand at it: its own, if it is judged, is one of them.
    pub(super) after: usize,
    /// The first judged stage in whose standing those that it holds back have no rank: its own, or the next.
    pub(super) from: usize,
}

/// The gates that entries of the category come to, in order.
pub(super) fn gates<'a>(category: &ScoredCategory<'a>) -> Vec<Gate<'a>> {
    let (mut gates, mut judged) = (Vec::new(), 0);
    for stage in &category.inputs.rules.stages {
        if !stage.is_for(category.category) {
            continue;
        }
        let from = judged;
        judged += usize::from(!stage.criteria.is_empty());
        if stage.effect == VisitEffect::Gate {
            gates.push(Gate {
                stage,
                after: judged,
                from,
            });
        }
    }
    gates
}

/// An entry that a gate holds back.
#[derive(Debug, Clone)]
pub(super) struct HeldBack<'a> {
    /// The gate's stage.
    pub(super) stage: &'a Stage,
    /// As [`Gate::from`].
    pub(super) from: usize,
    /// That it waits, or failed.
    pub(super) status: Status,
    pub(super) obstacle: Obstacle,
}

/// What a gate does to an entry that stands at it, by what was decided of it there.
pub(super) fn held_back<'a>(gate: Gate<'a>, decided: Option<&AtGate>) -> Option<HeldBack<'a>> {
    let (status, obstacle) = match decided {
        Some(decided) if decided.passed => return None,
        Some(decided) => {
            let (hash, reason) = (decided.decision, decided.reason.clone());
            (Status::FailedGate, Obstacle::Decision { hash, reason })
        }
        None => (Status::AtGate, Obstacle::Gate(gate.stage.code.clone())),
    };
    Some(HeldBack {
        stage: gate.stage,
        from: gate.from,
        status,
        obstacle,
    })
}
