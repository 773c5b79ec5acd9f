//! Marks that stand out: further from what the additive model expects than judges are apart at that level.
//!
//! Judges agree more on the best, so the spread to expect depends on the level of the entry: a straight line through the squared
//! residuals by level (least squares; the variance-function regression of Davidian and Carroll, JASA 82, 1987), never below a
//! quarter of their mean, scaled to the degrees of freedom that the model leaves. A mark beyond three such spreads stands out.

use super::additive::{Additive, residual_squares};
use super::scores::{Scores, mean, whole};
use super::spread::Spread;
use crate::{EntryCode, Exact, JudgeCode};

/// Spreads from the expected beyond which a mark stands out.
const FAR: i128 = 3;

/// How far apart judges are to be expected, by the level of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// The level at which the line stands at `variance`.
    middle: Exact,
    /// The mean variance of one mark.
    variance: Exact,
    /// How much the variance grows with each point of level.
    slope: Exact,
}

/// A mark that stands out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlier {
    /// The entry.
    pub entry: EntryCode,
    /// The judge.
    pub judge: JudgeCode,
    /// What the judge gave.
    pub given: Exact,
    /// What the entry's level and the judge's severity would have made.
    pub expected: Exact,
    /// The spread to expect at the entry's level.
    pub spread: Spread,
}

impl Expected {
    /// From the residuals of a table; `None` when the model leaves nothing to judge by.
    #[must_use]
    pub fn new(scores: &Scores, model: &Additive) -> Option<Self> {
        let (squares, freedom) = residual_squares(scores, model);
        let variance = squares.checked_div(&whole(freedom))?.reduced();
        let middle = mean(scores.all().map(|(entry, ..)| &model.levels[entry]))?;
        let (mut together, mut width) = (Exact::ZERO, Exact::ZERO);
        for (entry, judge, score) in scores.all() {
            let off = (&model.levels[entry] - &middle).reduced();
            let rest = (score - &model.expected(entry, judge)).reduced();
            together = (&together + &(&off * &rest.squared())).reduced();
            width = (&width + &off.squared()).reduced();
        }
        let slope = together.checked_div(&width).unwrap_or(Exact::ZERO);
        let scale = whole(scores.count()).checked_div(&whole(freedom))?;
        Some(Self {
            middle,
            variance,
            slope: (&slope * &scale).reduced(),
        })
    }

    /// The variance of one mark to expect at a level.
    #[must_use]
    pub fn variance(&self, level: &Exact) -> Exact {
        let line = &self.variance + &(&self.slope * &(level - &self.middle));
        let least = self.variance.checked_div(&Exact::whole(4));
        line.max(least.unwrap_or(Exact::ZERO)).reduced()
    }
}

/// The marks that stand out, the furthest first.
pub(super) fn outliers(scores: &Scores, model: &Additive, expected: &Expected) -> Vec<Outlier> {
    let far = Exact::whole(FAR).squared();
    let mut found: Vec<(Exact, Outlier)> = Vec::new();
    for (entry, judge, given) in scores.all() {
        let foreseen = model.expected(entry, judge);
        let variance = expected.variance(&model.levels[entry]);
        let distance = (given - &foreseen).squared().checked_div(&variance);
        let Some(distance) = distance.filter(|distance| *distance > far) else {
            continue;
        };
        let outlier = Outlier {
            entry: scores.entries()[entry].clone(),
            judge: scores.judges()[judge].clone(),
            given: given.clone(),
            expected: foreseen,
            spread: Spread::of_variance(variance),
        };
        found.push((distance, outlier));
    }
    found.sort_by(|(a, _), (b, _)| b.cmp(a));
    found.into_iter().map(|(_, outlier)| outlier).collect()
}

#[cfg(test)]
mod tests {
    use super::super::additive::additive;
    use super::super::scores::tests::table;
    use super::*;

    /// Ten entries; judges differ by 4 on the lower half and by 1 on the upper.
    fn level_table(strange: Option<(usize, usize, &str)>) -> Scores {
        let mut rows: Vec<Vec<String>> = Vec::new();
        for entry in 0..20_i32 {
            let apart = if entry < 10 { 4 } else { 1 };
            let level = 40 + 2 * entry;
            let sign =
                |judge: i32| [1, -1, 0, 0][usize::try_from((judge + entry) % 4).unwrap_or(0)];
            rows.push(
                (0..4)
                    .map(|j| (level + apart * sign(j)).to_string())
                    .collect(),
            );
        }
        if let Some((entry, judge, mark)) = strange {
            rows[entry][judge] = mark.into();
        }
        let rows: Vec<String> = rows.iter().map(|row| row.join(" ")).collect();
        table(&rows.join(" / "), false)
    }

    fn found(scores: &Scores) -> Vec<String> {
        let model = additive(scores).unwrap();
        let expected = Expected::new(scores, &model).unwrap();
        let outliers = outliers(scores, &model, &expected);
        outliers
            .iter()
            .map(|o| format!("{} {}", o.entry, o.judge))
            .collect()
    }

    #[test]
    fn judges_are_expected_closer_together_on_the_best() {
        let scores = level_table(None);
        let model = additive(&scores).unwrap();
        let expected = Expected::new(&scores, &model).unwrap();
        assert!(expected.variance(&model.levels[19]) < expected.variance(&model.levels[0]));
        assert!(found(&scores).is_empty());
    }

    #[test]
    fn the_same_distance_stands_out_among_the_best_and_not_among_the_rest() {
        assert_eq!(found(&level_table(Some((18, 2, "68")))), ["E18 J02"]);
        assert!(found(&level_table(Some((1, 2, "34")))).is_empty());
    }

    #[test]
    fn where_judges_agree_fully_nothing_stands_out() {
        let scores = table("1 2 / 3 4 / 5 6", false);
        let model = additive(&scores).unwrap();
        let expected = Expected::new(&scores, &model).unwrap();
        assert!(outliers(&scores, &model, &expected).is_empty());
    }
}
