//! One sheet's score from its marks: the stage's formula.

use super::mark_table::{MISSING, MarkTable};
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

    /// The score of one sheet of a table.
    pub(super) fn sheet_score(&self, table: &MarkTable, sheet: usize) -> Option<Exact> {
        let marks = table.marks(sheet);
        match &self.whole {
            Some(whole) if table.is_complete(sheet) && whole.fits(table.largest(), 1, 0) => {
                Exact::ratio(whole.sum(marks), whole.over)
            }
            _ => self.score(&fractions(marks)),
        }
    }
}

impl WholeWeights {
    /// Σ weight·mark of a sheet with all its marks. The caller has asked [`fits`](Self::fits).
    pub(super) fn sum(&self, marks: &[i64]) -> i128 {
        let products = self.weights.iter().zip(marks);
        products
            .map(|(weight, mark)| i128::from(*weight) * i128::from(*mark))
            .sum()
    }
}

/// A row of a table as fractions.
pub(super) fn fractions(marks: &[i64]) -> Vec<Option<Exact>> {
    let given = |&mark: &i64| (mark != MISSING).then(|| ten_thousandths(mark));
    marks.iter().map(given).collect()
}
