//! How the competition stands, and what waits.

use super::word::crossing;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

judging::words! {
    /// How far the competition is.
    pub enum Phase {
        /// No hand-over has come yet.
        Preparing = "preparing",
        /// Something that belongs into the final standing is missing, so that its order may still be another.
        Provisional = "provisional",
        /// Nothing is missing; the result is not published.
        Complete = "complete",
        /// The result is published and stands.
        Published = "published",
        /// The result was published, and the final standing is another by now.
        Changed = "changed",
    }
}
crossing!(Phase);

/// How the competition stands, and what waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Situation {
    /// How far it is.
    pub phase: Phase,
    /// Whether this machine has the chair's keys; without them nothing can be decided, merged or exported.
    pub has_keys: bool,
    /// What waits, in the order in which it is done.
    pub waits: Vec<Wait>,
}

/// One thing that waits, and what it means for the result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Wait {
    /// What waits.
    #[serde(flatten)]
    #[ts(flatten)]
    pub waiting: Waiting,
    /// Whether the order of the final standing may be another once this is done.
    pub provisional: bool,
}

impl From<Waiting> for Wait {
    fn from(waiting: Waiting) -> Self {
        let provisional = waiting.is_provisional();
        Self {
            waiting,
            provisional,
        }
    }
}

/// One thing that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Waiting {
    /// No entry is registered.
    Entries,
    /// The panel is empty.
    Judges,
    /// Judges who have sheets to file and no packet.
    Packets {
        /// How many.
        judges: u32,
    },
    /// Statements of judges that differ and are not settled.
    Conflicts {
        /// Sheets they are about.
        sheets: u32,
    },
    /// Hand-overs that came after publication and are not accepted.
    Late {
        /// How many.
        hand_overs: u32,
    },
    /// A stage that counts in the final standing and has not begun, in some category with entries or in all.
    Stage {
        /// Its code.
        stage: String,
        /// As printed.
        name: String,
    },
    /// Sheets that a judge still owes in a stage that has begun.
    Sheets {
        /// Code of the judge.
        judge: String,
        /// As printed.
        name: String,
        /// Code of the stage.
        stage: String,
        /// As printed.
        stage_name: String,
        /// How many.
        sheets: u32,
    },
    /// Entries without a score for another reason: no judge is assigned, or the rules cannot compute one.
    Unscored {
        /// How many.
        entries: u32,
    },
    /// Entries that share a rank for which there is a title.
    Tie {
        /// Code of the category.
        category: String,
        /// The rank they share.
        rank: u32,
        /// Their codes.
        entries: Vec<String>,
    },
    /// Something in a file that this version of the program does not understand.
    NotUnderstood {
        /// How many things.
        files: u32,
    },
}

impl Waiting {
    /// Whether the order of the final standing may be another once this is done.
    #[must_use]
    pub const fn is_provisional(&self) -> bool {
        matches!(
            self,
            Self::Conflicts { .. }
                | Self::Stage { .. }
                | Self::Sheets { .. }
                | Self::Unscored { .. }
                | Self::NotUnderstood { .. }
        )
    }
}
