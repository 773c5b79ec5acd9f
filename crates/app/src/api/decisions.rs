//! The chair's acts.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What to decide, and why.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct NewDecision {
    /// What.
    pub act: Act,
    /// Why; not empty.
    pub reason: String,
}

/// What the chair can decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Act {
    /// The entry is out.
    Disqualify {
        /// Which.
        entry: String,
        /// The hand-over whose field report gave cause.
        #[serde(default)]
        #[ts(optional)]
        report: Option<String>,
    },
    /// The agency withdrew it.
    Withdraw {
        /// Which.
        entry: String,
    },
    /// Points are taken from the final score.
    Deduct {
        /// From which.
        entry: String,
        /// How many, above zero.
        points: String,
    },
    /// Back, with deductions lifted.
    Reinstate {
        /// Which.
        entry: String,
    },
    /// The order among entries still tied.
    SettleTie {
        /// Of this stage's standing; none for the final.
        #[serde(default)]
        #[ts(optional)]
        stage: Option<String>,
        /// Best first.
        order: Vec<String>,
    },
    /// Which of differing statements stands.
    SettleConflict {
        /// Who.
        judge: String,
        /// Stage.
        stage: String,
        /// Entry.
        entry: String,
        /// The hand-over whose value stands.
        chosen: String,
    },
    /// A hand-over that came after the result was published counts.
    AcceptLate {
        /// Which.
        hand_over: String,
    },
    /// The standings are the result.
    Publish,
    /// Other rules are in force.
    ChangeRules {
        /// Hash of the rules before.
        from: String,
        /// Hash of the rules after.
        to: String,
        /// What becomes of marks given until then.
        marks: Vec<super::rules::CarryChoice>,
    },
    /// An earlier decision no longer holds.
    Undo {
        /// Its hash.
        decision: String,
    },
}

/// All decisions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Decisions {
    /// Newest first.
    pub rows: Vec<DecisionRow>,
}

/// One decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DecisionRow {
    /// 1, 2, 3 …
    pub number: u32,
    /// Its name.
    pub hash: String,
    /// RFC 3339.
    pub made_at: String,
    /// What.
    pub act: Act,
    /// Why.
    pub reason: String,
    /// Whether it holds still.
    pub holds: bool,
}
