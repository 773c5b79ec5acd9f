//! One sheet's score from its marks: the stage's formula.

use super::mark_table::MarkTable;
use super::plan::Plan;
use crate::Exact;
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
        match &self.whole {
            Some(whole) if table.is_complete(sheet) && whole.fits(table.largest(), 1, 0) => {
                Exact::ratio(table.weigh(sheet, whole), whole.over)
            }
            _ => self.score(&table.row(sheet)),
        }
    }
}
