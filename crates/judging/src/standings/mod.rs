//! The computed order with its reasons: a pure function of rules, entries, panel, what is in force and decisions.
//!
//! The way: `filed` gathers what counts of a stage and category into a [`MarkTable`]; [`Plan`] turns each sheet
//! into a score and each entry's sheets into a stage score; `rank` orders them and walks the ladder of tie-breaks;
//! `shortlist` cuts; `overall` weighs the stages and takes deductions off. All of it is exact.
//!
//! What is decided here where the rules leave room:
//! - **The stages of a category** are those that name it, or name none. Its entries are scored, cut and ranked as if the rules
//!   had no others: two categories may have different rubrics, and weights of the final standing are taken over one's own.
//! - **Which sheets count.** Final ones, in force, of judges assigned to the entry, with every required mark. Another
//!   sheet is never zero: its judge is named under `missing`, or under `unassigned`.
//! - **Optional criteria** without a mark are left out of that sheet's Σw·m and Σw; in `points` they contribute nothing.
//! - **Judged by criterion**: each criterion's marks are aggregated over its judges, then the stage's formula is applied to
//!   them. There is no sheet score to round; `min_judges` is asked of each required criterion.
//! - **Contributions** of criteria add up to the stage's exact score: in `median` and `trimmed-mean` they come from the sheets
//!   that stay, and a rounding of sheets is not in them. In `standardised-mean` they are those of the plain mean.
//! - **The final standing** counts the weighted stages that have begun in the category, that is, have a final sheet in force
//!   or in conflict. Where no stage has a weight it is that of the last judged stage that has begun. Its ties walk the
//!   ladder of the last counted stage.
//! - **A step of the ladder** decides only among entries that all have a value for it, and goes on with the next step inside
//!   each part. `stage:CODE` compares that stage's score as its own standing shows it. `head-to-head` is, over the others of the
//!   tied group, how many judges put the entry above minus how many put it below. `chair` heeds the last decision that
//!   orders all of the tied group.
//! - **A cut** (`shortlist`) counts ranked entries only: one that is disqualified or withdrawn frees its place.
//! - **A later stage** lists the entries that passed the nearest cut before it, and whoever has a final sheet there anyway.

mod aggregate;
mod criteria;
mod explain;
mod fate;
mod filed;
mod lane;
mod mark_table;
mod overall;
mod plan;
mod race;
mod rank;
mod results;
mod row;
mod score;
mod sheet_score;
mod shortlist;
mod single;
mod stage;
mod standardise;
mod tie_break;

pub use explain::{Difference, ExplainError, Explanation, explain};
pub(crate) use filed::{Filing, filing};
pub use mark_table::MarkTable;
pub use plan::Plan;
pub use race::contenders;
pub use rank::{Place, rank};
pub use results::{
    JudgeSheet, PublicationBlock, PublicationBlockKind, Results, SheetOutcome, SheetOutcomeKind,
    StageResult, results,
};
pub use row::{
    CriterionScore, Cut, Figure, Obstacle, ObstacleKind, Ranking, Row, StageScore, Standings,
    Status,
};
pub use score::score_table;

use crate::decision::Decision;
use crate::entry::Entry;
use crate::handover::View;
use crate::panel::Judge;
use crate::rules::{Flaw, Rules};
use crate::{CategoryCode, StageCode};
use race::{Ground, Race};

/// All that a standing depends on.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// How it is judged.
    pub rules: &'a Rules,
    /// What is judged, in any order.
    pub entries: &'a [Entry],
    /// By whom.
    pub judges: &'a [Judge],
    /// What they say.
    pub view: &'a View<'a>,
    /// What the chair decided, undone or not, in any order.
    pub decisions: &'a [Decision],
}

/// Why there is no standing at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StandingsError {
    /// The rules have a flaw; the first is named.
    #[error("these rules cannot be judged by: {0}")]
    Rules(Flaw),
    /// No such stage.
    #[error("there is no stage “{0}”")]
    UnknownStage(StageCode),
    /// The stage has no criteria.
    #[error("nothing is scored in stage “{0}”")]
    NotJudged(StageCode),
    /// A mark beyond what a mark can be.
    #[error("a score of category “{0}” is too large to compute with")]
    TooLarge(CategoryCode),
}

/// The standing of one stage: a ranking for each category that goes through it, in the order of the rules.
///
/// # Errors
/// [`StandingsError`] when the rules have a flaw or the stage is not one in which sheets are filed.
pub fn stage_standings(
    question: &Question<'_>,
    stage: &StageCode,
) -> Result<Standings, StandingsError> {
    check_stage(question.rules, stage)?;
    standings(question, Some(stage), |race| {
        Ok(race.place_of(stage).map(|at| stage::ranking(race, at)))
    })
}

/// The final standing so far: a ranking for each category of the rules, in their order.
///
/// # Errors
/// [`StandingsError`] when the rules have a flaw.
pub fn final_standings(question: &Question<'_>) -> Result<Standings, StandingsError> {
    check_rules(question.rules)?;
    standings(question, None, |race| overall::ranking(race).map(Some))
}

fn standings(
    question: &Question<'_>,
    of: Option<&StageCode>,
    ranking: impl Fn(&Race<'_>) -> Result<Option<Ranking>, StandingsError>,
) -> Result<Standings, StandingsError> {
    let ground = Ground::new(question);
    let categories = question.rules.categories.iter();
    let of_category = |code: &CategoryCode| ranking(&Race::run(&ground, code)?);
    let rankings = categories.filter_map(|category| of_category(&category.code).transpose());
    Ok(Standings {
        of: of.cloned(),
        rounding: question.rules.rounding,
        rankings: rankings.collect::<Result<_, _>>()?,
    })
}

fn check_rules(rules: &Rules) -> Result<(), StandingsError> {
    let flaw = rules.validate().into_iter().next();
    flaw.map_or(Ok(()), |flaw| Err(StandingsError::Rules(flaw)))
}

fn check_stage(rules: &Rules, code: &StageCode) -> Result<(), StandingsError> {
    check_rules(rules)?;
    let stage = rules
        .stage(code)
        .ok_or_else(|| StandingsError::UnknownStage(code.clone()))?;
    if stage.criteria.is_empty() {
        return Err(StandingsError::NotJudged(code.clone()));
    }
    Ok(())
}
