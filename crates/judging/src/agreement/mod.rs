//! How far the judges of one stage agree, and how each of them marks. Advisory: nothing here enters a result.
//!
//! The way: [`Scores`] holds what each judge gave each entry; `additive` parts it into entries and judges; `variance`,
//! `concordance` and `alpha` say in one number how far judges agree; `residuals`, `habits` and `disputes` look at single
//! marks, judges and entries.
//!
//! All coefficients are ratios of sums of squares and exact fractions; only a [spread](Spread) is a square root.
//! Severity moves no rank where all judges mark all entries, and the majority is not always right: whoever shows
//! these figures says both.

mod additive;
mod alpha;
mod concordance;
mod disputes;
mod five_numbers;
mod habits;
mod reading;
mod report;
mod residuals;
mod scores;
mod spread;
mod variance;

pub use additive::{Additive, additive};
pub use alpha::alpha;
pub use concordance::kendall_w;
pub use disputes::Dispute;
pub use five_numbers::FiveNumbers;
pub use habits::{Background, Drift, JudgeHabits, OwnEntries};
pub use reading::Reading;
pub use report::{Agreement, Refused, agreement, disagreement};
pub use residuals::{Expected, Outlier};
pub use scores::Scores;
pub use spread::Spread;
pub use variance::{MeanSquares, judges_needed};
