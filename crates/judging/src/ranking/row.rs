//! What a standing says: rows with their reasons. Numbers are exact; texts are as the rules round them.

use super::rank::RankedEntry;
use crate::rules::{Rounding, Shortlist, TieBreak};
use crate::scoring::{CriterionScore, Figure, Obstacle};
use crate::{CategoryCode, EntryCode, Exact, JudgeCode, StageCode};

/// One standing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standings {
    /// The stage; `None` for the final standing.
    pub of: Option<StageCode>,
    /// The rounding by which it was made.
    pub rounding: Rounding,
    /// One for each category that goes through the stage (of a final standing: each), in the order of the rules.
    pub rankings: Vec<Ranking>,
}

/// The order within one category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranking {
    /// Of which.
    pub category: CategoryCode,
    /// The stages whose scores are in it: the stage itself, or those that count in the final so far.
    pub counted: Vec<StageCode>,
    /// The ladder that ties walk down.
    pub ladder: Vec<TieBreak>,
    /// The stage's cut, if it has one.
    pub cut: Option<Cut>,
    /// Those with a rank in its order, then those listed apart.
    pub rows: Vec<Row>,
}

/// What a stage's shortlist came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    /// By which rule.
    pub rule: Shortlist,
    /// How many the rule has places for; `None` when all that reach a score pass.
    pub places: Option<u32>,
    /// How many passed; more than there are places when a tie lies across the cut.
    pub passed: u32,
}

/// One entry in a standing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The entry's code.
    pub entry: EntryCode,
    /// Its category.
    pub category: CategoryCode,
    /// Whether it is ranked, else why it is listed apart.
    pub status: Status,
    /// 1 for the best; those still tied share one. `None` when listed apart.
    pub rank: Option<u32>,
    /// Whether it shares its rank.
    pub tied: bool,
    /// The step of the ladder that put it below the rank before, whose score is equal.
    pub parted_by: Option<TieBreak>,
    /// The last step of the ladder that parted it from any entry of equal score.
    pub decided_by: Option<TieBreak>,
    /// What it is ranked by; also of an entry listed apart, where it could be computed.
    pub score: Option<Figure>,
    /// How many sheets count: in the stage, or over the counted stages.
    pub sheets: u32,
    /// Assigned judges without a sheet that counts, in the panel's order.
    pub missing: Vec<JudgeCode>,
    /// In a final standing, the counted stages in which it has no score.
    pub missing_stages: Vec<StageCode>,
    /// Judges who stood aside, in the panel's order.
    pub recused: Vec<JudgeCode>,
    /// Judges who filed a final sheet without being assigned; not counted.
    pub unassigned: Vec<JudgeCode>,
    /// Whether it is ranked although assigned judges have not filed.
    pub of_filed: bool,
    /// Each criterion's part: of the stage, or of a final standing that rests on a single stage; else empty.
    pub criteria: Vec<CriterionScore>,
    /// The counted stages' scores.
    pub stages: Vec<StageScore>,
    /// What decisions take off the final score, not negative.
    pub deducted: Exact,
    /// Whether it passes the stage's cut; `None` when there is no cut or it is not ranked.
    pub shortlisted: Option<bool>,
    /// Whether its tie lies across the cut, so that more pass than there are places.
    pub across_cut: bool,
    /// Why it is listed apart.
    pub obstacle: Option<Obstacle>,
    /// In a final standing, the counted stage in which that stands in its way.
    pub obstacle_stage: Option<StageCode>,
}

impl Row {
    /// A row that holds no more than where the entry stands.
    pub(super) fn bare(
        entry: &EntryCode,
        category: &CategoryCode,
        ranked: Option<&RankedEntry>,
    ) -> Self {
        Self {
            entry: entry.clone(),
            category: category.clone(),
            status: Status::Incomplete,
            rank: ranked.map(|ranked| ranked.rank),
            tied: ranked.is_some_and(|ranked| ranked.tied),
            parted_by: None,
            decided_by: None,
            score: None,
            sheets: 0,
            missing: Vec::new(),
            missing_stages: Vec::new(),
            recused: Vec::new(),
            unassigned: Vec::new(),
            of_filed: false,
            criteria: Vec::new(),
            stages: Vec::new(),
            deducted: Exact::ZERO,
            shortlisted: None,
            across_cut: false,
            obstacle: None,
            obstacle_stage: None,
        }
    }
}

/// One stage's score in a standing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageScore {
    /// The stage's code.
    pub code: StageCode,
    /// The score; its text is rounded as the stage's own standing shows it.
    pub score: Figure,
}

crate::words! {
    /// Whether an entry is ranked.
    pub enum Status {
        /// It is.
        Ranked = "ranked",
        /// Something is not filed yet, or could not be computed.
        Incomplete = "incomplete",
        /// Hand-overs of a judge differ, and the chair has not settled it.
        Conflict = "conflict",
        /// The chair has not decided yet whether it goes on behind a gate.
        AtGate = "at-gate",
        /// The chair decided that it does not go on behind a gate.
        FailedGate = "failed-gate",
        /// It did not pass an earlier stage's cut.
        NotNominated = "not-nominated",
        /// The agency withdrew it.
        Withdrawn = "withdrawn",
        /// The chair took it out.
        Disqualified = "disqualified",
    }
}
