//! One sheet's score from its marks: the stage's formula.

use super::mark_table::MISSING;
use super::plan::{Plan, WholeWeights};
use crate::Exact;
use crate::exact::ten_thousandths;
use crate::rules::Score;

impl Plan<'_> {
    /// Each leaf's part of the score that these marks make, in the order of the leaves; the score is their sum. `None` when
    /// no mark has any weight: that is no score, not a score of nought.
    pub(super) fn parts(&self, marks: &[Option<Exact>]) -> Option<Vec<Exact>> {
        let products: Vec<Exact> = self
            .weights
            .iter()
            .zip(marks)
            .map(|(weight, mark)| mark.as_ref().map_or(Exact::ZERO, |mark| weight * mark))
            .collect();
        let marked = || self.weights.iter().zip(marks).filter(|(_, m)| m.is_some());
        let divisor = match self.stage.score {
            Score::Points => marks.iter().any(Option::is_some).then(|| Exact::whole(1)),
            Score::WeightedMean => Some(marked().map(|(weight, _)| weight.clone()).sum()),
            Score::Percent => {
                let weighed = self.weights.iter().zip(&self.highest).zip(marks);
                let most: Exact = weighed
                    .filter(|(_, mark)| mark.is_some())
                    .map(|((weight, highest), _)| weight * highest)
                    .sum();
                most.checked_div(&Exact::whole(100))
            }
        }?;
        products
            .iter()
            .map(|product| product.checked_div(&divisor))
            .collect()
    }

    /// The score that these marks make.
    pub(super) fn score(&self, marks: &[Option<Exact>]) -> Option<Exact> {
        self.parts(marks).map(|parts| parts.into_iter().sum())
    }

    /// The score of one row of a table.
    pub(super) fn sheet_score(&self, marks: &[i64]) -> Option<Exact> {
        if let Some(whole) = &self.whole
            && whole.fits(largest(marks), 1, 0)
            && let Some(sum) = whole.sum(marks)
        {
            return Exact::ratio(sum, whole.over);
        }
        self.score(&fractions(marks))
    }
}

impl WholeWeights {
    /// Σ weight·mark; `None` when a mark is missing. The caller has asked [`fits`](Self::fits).
    #[inline]
    pub(super) fn sum(&self, marks: &[i64]) -> Option<i128> {
        let mut sum = 0_i128;
        let mut missing = false;
        for (weight, mark) in self.weights.iter().zip(marks) {
            missing |= *mark == MISSING;
            sum += i128::from(*weight) * i128::from(*mark);
        }
        (!missing).then_some(sum)
    }
}

/// A row of a table as fractions.
pub(super) fn fractions(marks: &[i64]) -> Vec<Option<Exact>> {
    let given = |&mark: &i64| (mark != MISSING).then(|| ten_thousandths(mark));
    marks.iter().map(given).collect()
}

/// The largest absolute mark of a row.
pub(super) fn largest(marks: &[i64]) -> u64 {
    let given = marks.iter().filter(|mark| **mark != MISSING);
    given.map(|mark| mark.unsigned_abs()).max().unwrap_or(0)
}
