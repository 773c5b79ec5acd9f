//! What the chair shows in plenary now. It is in memory alone and ends with the open file.

use judging::{CategoryCode, EntryCode, StageCode};

/// What is shown, and how far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Plenary {
    /// The stage; none for the final standing.
    pub stage: Option<StageCode>,
    /// The category.
    pub category: CategoryCode,
    /// Whether scores are to be seen.
    pub scores: bool,
    /// Whether entries are known by their codes alone.
    pub blind: bool,
    /// Whether the screen is black.
    pub black: bool,
    /// Two entries side by side.
    pub pair: Option<[EntryCode; 2]>,
    /// How many places are revealed, from the last.
    pub revealed: usize,
    /// The order that is being revealed. Where the standing becomes another one, nothing of it is revealed any more: what comes
    /// up by itself was never meant to.
    pub order: Vec<Placed>,
    /// Whether that happened.
    pub restarted: bool,
}

/// Where an entry stands: its code, rank and score as shown.
pub(crate) type Placed = (String, Option<u32>, Option<String>);
