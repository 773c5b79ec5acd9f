//! What can be typed after `decide`, as an act of the chair.

use app::api::decisions::{Act, NewDecision, SeenVisit};
use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub enum ActVerb {
    /// Take an entry out
    Disqualify {
        entry: String,
        /// The hand-over whose field report gave cause
        #[arg(long, value_name = "HASH")]
        report: Option<String>,
        #[command(flatten)]
        why: Why,
    },
    /// The agency withdrew the entry
    Withdraw {
        entry: String,
        #[command(flatten)]
        why: Why,
    },
    /// Take points from an entry's final score
    Deduct {
        entry: String,
        points: String,
        #[command(flatten)]
        why: Why,
    },
    /// Take an entry back in and lift deductions from it
    Reinstate {
        entry: String,
        #[command(flatten)]
        why: Why,
    },
    /// Order entries that are still tied, best first
    SettleTie {
        #[arg(required = true, num_args = 2..)]
        order: Vec<String>,
        /// In this stage's standing instead of the final one
        #[arg(long)]
        stage: Option<String>,
        #[command(flatten)]
        why: Why,
    },
    /// Let an entry go on behind the gate of a stage
    Pass {
        entry: String,
        #[command(flatten)]
        ground: Ground,
        #[command(flatten)]
        why: Why,
    },
    /// Let an entry not go on behind the gate of a stage
    Fail {
        entry: String,
        #[command(flatten)]
        ground: Ground,
        #[command(flatten)]
        why: Why,
    },
    /// Choose between visits that found different things of one claim
    SettleVisit {
        entry: String,
        #[arg(long)]
        stage: String,
        /// The claim, as it is worded
        #[arg(long)]
        claim: String,
        /// The visit that is right
        #[arg(long, value_name = "VISIT")]
        choose: String,
        #[command(flatten)]
        why: Why,
    },
    /// Choose between differing statements of one judge
    SettleConflict {
        #[arg(long)]
        judge: String,
        #[arg(long)]
        stage: String,
        #[arg(long)]
        entry: String,
        /// The hand-over whose value stands
        #[arg(long, value_name = "HASH")]
        choose: String,
        #[command(flatten)]
        why: Why,
    },
    /// Let a late hand-over count
    AcceptLate {
        hand_over: String,
        #[command(flatten)]
        why: Why,
    },
    /// Make the standings the result; what follows is a visible revision
    Publish {
        #[command(flatten)]
        why: Why,
    },
    /// Change the title, agency or category of an entry that judges have already
    AmendEntry {
        entry: String,
        /// The title from now on
        #[arg(long)]
        title: Option<String>,
        /// The agency from now on
        #[arg(long)]
        agency: Option<String>,
        /// The category from now on
        #[arg(long)]
        category: Option<String>,
        #[command(flatten)]
        why: Why,
    },
    /// An earlier decision no longer holds
    Undo {
        decision: String,
        #[command(flatten)]
        why: Why,
    },
}

#[derive(Debug, Args)]
pub struct Ground {
    /// The visit that gave ground; several where several did
    #[arg(long, value_name = "VISIT", required = true)]
    pub report: Vec<String>,
}

impl Ground {
    fn of(self, entry: &str) -> Vec<SeenVisit> {
        let seen = |visit| SeenVisit {
            entry: entry.to_owned(),
            visit,
            hand_over: String::new(),
        };
        self.report.into_iter().map(seen).collect()
    }
}

#[derive(Debug, Args)]
pub struct Why {
    /// The reason, as it will stand in the minutes
    #[arg(long)]
    pub reason: String,
}

impl ActVerb {
    fn why(&self) -> &Why {
        match self {
            Self::Disqualify { why, .. }
            | Self::Withdraw { why, .. }
            | Self::Deduct { why, .. }
            | Self::Reinstate { why, .. }
            | Self::SettleTie { why, .. }
            | Self::SettleConflict { why, .. }
            | Self::SettleVisit { why, .. }
            | Self::Pass { why, .. }
            | Self::Fail { why, .. }
            | Self::AcceptLate { why, .. }
            | Self::AmendEntry { why, .. }
            | Self::Publish { why }
            | Self::Undo { why, .. } => why,
        }
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
            ActVerb::SettleVisit {
                entry,
                stage,
                claim,
                choose,
                ..
            } => Act::SettleVisit {
                stage,
                entry,
                claim,
                chosen: choose,
            },
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
            ActVerb::Pass { entry, ground, .. } => {
                let (stage, visits) = (String::new(), ground.of(&entry));
                Act::Pass { stage, visits }
            }
            ActVerb::Fail { entry, ground, .. } => {
                let (stage, visits) = (String::new(), ground.of(&entry));
                Act::Fail { stage, visits }
            }
            ActVerb::AcceptLate { hand_over, .. } => Act::AcceptLate { hand_over },
            ActVerb::AmendEntry {
                entry,
                title,
                agency,
                category,
                ..
            } => Act::AmendEntry {
                entry,
                title,
                agency,
                category,
                before: None,
            },
            ActVerb::Publish { .. } => Act::Publish,
            ActVerb::Undo { decision, .. } => Act::Undo { decision },
        };
        Self { act, reason }
    }
}
