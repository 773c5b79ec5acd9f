//! What was typed after `decide` as an act of the chair.

use crate::args::{ActVerb, Json, Why};
use app::api::decisions::{Act, NewDecision};

impl ActVerb {
    fn why(&self) -> &Why {
        match self {
            Self::Disqualify { why, .. }
            | Self::Withdraw { why, .. }
            | Self::Deduct { why, .. }
            | Self::Reinstate { why, .. }
            | Self::SettleTie { why, .. }
            | Self::SettleConflict { why, .. }
            | Self::AcceptLate { why, .. }
            | Self::Publish { why }
            | Self::Undo { why, .. } => why,
        }
    }

    pub fn json(&self) -> Json {
        self.why().json
    }
}

impl From<ActVerb> for NewDecision {
    fn from(verb: ActVerb) -> Self {
        let reason = verb.why().reason.clone();
        let act = match verb {
            ActVerb::Disqualify { entry, report, .. } => Act::Disqualify { entry, report },
            ActVerb::Withdraw { entry, .. } => Act::Withdraw { entry },
            ActVerb::Deduct { entry, points, .. } => Act::Deduct { entry, points },
            ActVerb::Reinstate { entry, .. } => Act::Reinstate { entry },
            ActVerb::SettleTie { order, stage, .. } => Act::SettleTie { stage, order },
            ActVerb::SettleConflict {
                judge,
                stage,
                entry,
                choose,
                ..
            } => Act::SettleConflict {
                judge,
                stage,
                entry,
                chosen: choose,
            },
            ActVerb::AcceptLate { hand_over, .. } => Act::AcceptLate { hand_over },
            ActVerb::Publish { .. } => Act::Publish,
            ActVerb::Undo { decision, .. } => Act::Undo { decision },
        };
        Self { act, reason }
    }
}
