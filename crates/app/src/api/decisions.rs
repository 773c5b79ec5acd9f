//! What the chair decides.

use super::standings::Moved;
use super::word::crossing;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What to decide, and why.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct NewDecision {
    /// What is decided.
    pub act: Act,
    /// The reason, as it stands in the minutes; not empty.
    pub reason: String,
}

/// What the chair can decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Act {
    /// The entry is out.
    Disqualify {
        /// Code of the entry.
        entry: String,
        /// Hash of the hand-over whose field report gave cause.
        #[serde(default)]
        #[ts(optional)]
        report: Option<String>,
    },
    /// The agency withdrew it.
    Withdraw {
        /// Code of the entry.
        entry: String,
    },
    /// Points are taken from the final score.
    Deduct {
        /// Code of the entry.
        entry: String,
        /// Points, a decimal above zero.
        points: String,
    },
    /// Back, with deductions lifted.
    Reinstate {
        /// Code of the entry.
        entry: String,
    },
    /// The order among entries still tied.
    SettleTie {
        /// Of this stage's standing; none for the final.
        #[serde(default)]
        #[ts(optional)]
        stage: Option<String>,
        /// Codes of the entries, best first.
        order: Vec<String>,
    },
    /// The entries visited go on behind the gate of a stage.
    Pass {
        /// Code of the stage; where it is left out, that of the visits.
        #[serde(default)]
        stage: String,
        /// Every visit that gave ground.
        visits: Vec<SeenVisit>,
    },
    /// The entries visited do not go on behind the gate of a stage.
    Fail {
        /// Code of the stage; where it is left out, that of the visits.
        #[serde(default)]
        stage: String,
        /// Every visit that gave ground.
        visits: Vec<SeenVisit>,
    },
    /// Which of several visits is right about one claim.
    SettleVisit {
        /// Code of the stage.
        stage: String,
        /// Code of the entry.
        entry: String,
        /// The claim, as it is worded.
        claim: String,
        /// The visit that is right.
        chosen: String,
    },
    /// Which of differing statements stands.
    SettleConflict {
        /// Code of the judge whose statements differ.
        judge: String,
        /// Code of the stage.
        stage: String,
        /// Code of the entry.
        entry: String,
        /// Hash of the hand-over whose value stands.
        chosen: String,
    },
    /// A hand-over that came after the result was published counts.
    AcceptLate {
        /// Its hash.
        hand_over: String,
    },
    /// The standings are the result.
    Publish,
    /// The entry is known by another title, agency or category; what is left out stays.
    AmendEntry {
        /// Code of the entry.
        entry: String,
        /// The title from now on.
        #[serde(default)]
        #[ts(optional)]
        title: Option<String>,
        /// The agency from now on.
        #[serde(default)]
        #[ts(optional)]
        agency: Option<String>,
        /// The category from now on.
        #[serde(default)]
        #[ts(optional)]
        category: Option<String>,
        /// What it was known by; said of a decision that is taken, passed over when deciding.
        #[serde(default)]
        #[ts(optional)]
        before: Option<Particulars>,
    },
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
        /// Hash of that decision.
        decision: String,
    },
}

/// What an entry is known by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Particulars {
    /// Title of the innovation.
    pub title: String,
    /// Agency behind it; may be empty.
    pub agency: String,
    /// Category code.
    pub category: String,
}

impl From<&judging::decision::Particulars> for Particulars {
    fn from(known: &judging::decision::Particulars) -> Self {
        Self {
            title: known.title.clone(),
            agency: known.agency.clone(),
            category: known.category.to_string(),
        }
    }
}

/// A visit as the chair saw it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SeenVisit {
    /// Code of the entry.
    pub entry: String,
    /// The visit's id.
    pub visit: String,
    /// Hash of the hand-over whose wording was seen; where it is left out, the one in force.
    #[serde(default)]
    pub hand_over: String,
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
    /// Its hash, by which it is named.
    pub hash: String,
    /// When it was made, RFC 3339.
    pub made_at: String,
    /// What was decided.
    pub act: Act,
    /// The reason, as it stands in the minutes.
    pub reason: String,
    /// Whether it still holds: no later decision undid it.
    pub holds: bool,
}

/// What a decision would do, before it is taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DecisionEffects {
    /// Entries whose place, score or status in the final standing would be another.
    pub moved: Vec<Moved>,
    /// The same in the standing of the stage that the decision names, if it names one.
    pub moved_in_stage: Vec<Moved>,
    /// Why the chair should look twice; nothing for most.
    pub cautions: Vec<Caution>,
}

judging::words! {
    /// Why the chair should look twice before deciding.
    pub enum Caution {
        /// More points are taken than the entry has.
        BelowZero = "below-zero",
        /// An entry gets another title, or loses or gains one.
        MovesWinner = "moves-winner",
        /// Nothing in the standings would be another.
        NoEffect = "no-effect",
    }
}
crossing!(Caution);
