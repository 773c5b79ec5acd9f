//! From marks to scores: which sheets count, what each comes to, and each entry's score in a stage and in the end.
//!
//! The way: [`filing`] judges what came from one judge; `filed_sheets` gathers the sheets that count of a stage and category
//! into a [`MarkTable`]; a [`Rubric`] turns each sheet into a score and an entry's sheets into a stage score; `final_score`
//! weighs the stages and takes deductions off. All of it is exact. Nothing here knows of ranks.
//!
//! What is decided here where the rules leave room:
//! - **The stages of a category** are those that name it, or name none. Its entries are scored as if the rules had no others:
//!   two categories may have different rubrics, and the weights of stages are taken over one's own.
//! - **Which sheets count.** Final ones, in force, of judges assigned to the entry, with every required mark. Another
//!   sheet is never zero: its judge is named as missing, or as not assigned.
//! - **Optional criteria** without a mark are left out of that sheet's Σw·m and Σw; in `points` they contribute nothing.
//! - **Judged by criterion**: each criterion's marks are aggregated over its judges, then the stage's formula is applied to
//!   them. There is no sheet score to round; `min_judges` is asked of each required criterion.
//! - **Contributions** of criteria add up to the stage's exact score: in `median` and `trimmed-mean` they come from the sheets
//!   that stay, and a rounding of sheets is not in them. In `standardised-mean` they are those of the plain mean.
//! - **The final score** counts the weighted stages that have begun in the category, that is, have a final sheet in force
//!   or in conflict. Where no stage has a weight it is that of the last judged stage that has begun.

mod aggregate;
mod category;
mod criteria;
mod figure;
mod filed_sheets;
mod filing;
mod final_score;
mod inputs;
mod mark_table;
mod obstacle;
mod rubric;
mod sheet_score;
mod stage;
mod stage_score;
mod standardise;
mod statements;
mod weights;

pub use criteria::CriterionScore;
pub use figure::Figure;
pub use mark_table::MarkTable;
pub use obstacle::{Obstacle, ObstacleDetail, ObstacleKind};
pub use rubric::Rubric;
pub use stage_score::score_table;

pub(crate) use category::ScoredCategory;
pub(crate) use figure::number;
pub(crate) use filing::{Filing, filing};
pub(crate) use final_score::FinalScores;
pub(crate) use inputs::Inputs;
pub(crate) use stage::{ScoredStage, codes};
pub(crate) use statements::has_final;
