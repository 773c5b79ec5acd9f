//! The recapitulation: how every score came about, one sheet a stage.

mod panel;
#[cfg(test)]
mod tests;
mod xlsx;

pub use xlsx::xlsx;

use crate::Heading;
use judging::declaration::{ConflictGround, ConflictKind};
use judging::results::SheetOutcome;
use judging::rules::Rules;
use judging::scoring::Obstacle;
use judging::{CategoryCode, CriterionCode, EntryCode, Exact, Hash, StageCode};

/// All judged stages with their sheets.
#[derive(Debug, Clone)]
pub struct Recap<'a> {
    /// What it was computed by.
    pub rules: &'a Rules,
    /// Hash of these rules.
    pub rules_hash: Hash,
    /// Status and time.
    pub heading: Heading,
    /// In their order.
    pub stages: Vec<StageRecap>,
    /// The panel with what each judge declared.
    pub panel: Vec<Declared>,
}

/// A judge with the conflicts of interest that the judge declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// Code of the judge.
    pub judge: String,
    /// Name of the judge.
    pub name: String,
    /// The day of the declaration; empty when none was made.
    pub stated: String,
    /// By entry. The judge's words are for the chair alone and are not printed.
    pub conflicts: Vec<Conflict>,
}

/// A conflict of interest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Code of the entry.
    pub entry: String,
    /// Its title.
    pub title: String,
    /// Whether the judge stands aside.
    pub kind: ConflictKind,
    /// What it comes from.
    pub ground: ConflictGround,
}

/// One stage.
#[derive(Debug, Clone, PartialEq)]
pub struct StageRecap {
    /// The stage's code.
    pub stage: StageCode,
    /// The judges with a column, code and name.
    pub judges: Vec<(String, String)>,
    /// The criteria with a column, in printed order.
    pub criteria: Vec<CriterionCode>,
    /// By category and rank.
    pub rows: Vec<Row>,
}

/// One entry in one stage.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its category.
    pub category: CategoryCode,
    /// From 1, where it is ranked.
    pub rank: Option<u32>,
    /// Its code.
    pub entry: EntryCode,
    /// Its title.
    pub title: String,
    /// Who stands behind it.
    pub agency: String,
    /// One for each of [`StageRecap::judges`]; `None` where the judge has nothing to do with the entry.
    pub sheets: Vec<Option<SheetOutcome>>,
    /// The aggregated mark of each of [`StageRecap::criteria`].
    pub criteria: Vec<Option<Exact>>,
    /// Before the last rounding.
    pub score: Option<Exact>,
    /// Why it is not ranked.
    pub obstacle: Option<Obstacle>,
}
