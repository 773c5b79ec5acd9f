//! The winner list.

mod csv;
mod remark;
mod table;
#[cfg(test)]
mod tests;
mod xlsx;

pub use csv::csv;
pub use xlsx::xlsx;

use crate::Heading;
use judging::ranking::Status;
use judging::rules::{Rules, TieBreak};
use judging::scoring::Obstacle;
use judging::{CategoryCode, EntryCode, Exact, Hash, StageCode};

/// A standing, ready to be printed.
#[derive(Debug, Clone)]
pub struct Winners<'a> {
    /// What it was computed by.
    pub rules: &'a Rules,
    /// Hash of these rules.
    pub rules_hash: Hash,
    /// Status and time.
    pub heading: Heading,
    /// Of this stage; `None` for the final standing.
    pub stage: Option<StageCode>,
    /// Stages whose scores get a column of their own, in order; none for a stage's standing.
    pub stages: Vec<StageCode>,
    /// In printed order.
    pub categories: Vec<Ranked>,
}

/// One category's ranking.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// The category's code.
    pub category: CategoryCode,
    /// In order of rank.
    pub rows: Vec<Row>,
    /// Those without a rank.
    pub apart: Vec<Apart>,
}

/// One entry with its rank.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// From 1; shared by those who tie.
    pub rank: u32,
    /// Its code.
    pub entry: EntryCode,
    /// Its title.
    pub title: String,
    /// Who stands behind it.
    pub agency: String,
    /// Its score in each of [`Winners::stages`].
    pub stages: Vec<Option<Exact>>,
    /// Before the last rounding.
    pub score: Exact,
    /// Whether it shares its rank.
    pub tied: bool,
    /// The step that put it above or below others of the same score.
    pub decided_by: Option<TieBreak>,
    /// Points taken by decision.
    pub deducted: Option<Exact>,
    /// Judges who have not filed, where the rules rank without them.
    pub missing: Vec<String>,
}

/// One entry without a rank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// Its code.
    pub entry: EntryCode,
    /// Its title.
    pub title: String,
    /// Who stands behind it.
    pub agency: String,
    /// Its status, which is not *ranked*.
    pub status: Status,
    /// What stands against it.
    pub obstacle: Option<Obstacle>,
    /// The stage in which that stands against it, if it is one stage's matter.
    pub stage: Option<StageCode>,
}
