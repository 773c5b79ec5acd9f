//! One sheet's score from its marks: the stage's formula, and single figures for showing.

use super::mark_table::MarkTable;
use super::rubric::Rubric;
use crate::Exact;
use crate::exact::ten_thousandths;
use crate::panel::Scope;
use crate::rules::{Aggregate, Criterion, Score};
use crate::sheet::Sheet;

impl Rubric<'_> {
    /// Each leaf's part of the score that these marks make, in the order of the leaves; the score is their sum. `None` when
    /// no mark has any weight: that is no score, not a score of nought.
    pub(crate) fn parts(&self, marks: &[Option<Exact>]) -> Option<Vec<Exact>> {
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
    pub(crate) fn score(&self, marks: &[Option<Exact>]) -> Option<Exact> {
        self.parts(marks).map(|parts| parts.into_iter().sum())
    }

    /// The score of one sheet of a table.
    pub(crate) fn sheet_score(&self, table: &MarkTable, sheet: usize) -> Option<Exact> {
        match &self.whole {
            Some(whole) if table.is_complete(sheet) && whole.fits(table.largest(), 1, 0) => {
                Exact::ratio(table.weigh(sheet, whole), whole.over)
            }
            _ => self.score(&table.row(sheet)),
        }
    }

    /// The score of the sheet of a judge with that scope, before any rounding. `None` without a mark that is the judge's
    /// to give.
    #[must_use]
    pub fn score_of(&self, scope: &Scope, sheet: &Sheet) -> Option<Exact> {
        let mark = |leaf: &&Criterion| {
            let mark = sheet.marks.get(&leaf.code)?;
            if !scope.marks(self.stage, &leaf.code) {
                return None;
            }
            Some(ten_thousandths(mark.value.ten_thousandths()))
        };
        self.score(&self.leaves.iter().map(mark).collect::<Vec<_>>())
    }

    /// The score of a sheet that has the highest mark of every criterion that is a judge's of that scope to give. `None`
    /// where there is no such criterion with any weight.
    #[must_use]
    pub fn highest_score(&self, scope: &Scope) -> Option<Exact> {
        let leaves = self.leaves.iter().zip(&self.highest);
        let marks: Vec<_> = leaves
            .map(|(leaf, highest)| scope.marks(self.stage, &leaf.code).then(|| highest.clone()))
            .collect();
        self.score(&marks)
    }

    /// Each criterion's part of the score that the highest marks make, in printed order: what there is to be had.
    #[must_use]
    pub fn highest_parts(&self) -> Option<Vec<Exact>> {
        let highest: Vec<_> = self.highest.iter().cloned().map(Some).collect();
        self.parts(&highest)
    }

    /// The highest score that an entry can have in the stage. `None` where sheets are added up or standardised: there it
    /// depends on the panel.
    #[must_use]
    pub fn highest_stage_score(&self) -> Option<Exact> {
        match self.stage.aggregate {
            Aggregate::Mean | Aggregate::Median | Aggregate::TrimmedMean { .. } => {
                self.highest_parts().map(|parts| parts.into_iter().sum())
            }
            Aggregate::Sum | Aggregate::StandardisedMean => None,
        }
    }

    /// What the stage weighs in the final score; one where no stage has a weight.
    #[must_use]
    pub fn weight_in_final(&self) -> Exact {
        self.stage.weight.map_or(Exact::whole(1), Exact::from)
    }

    /// A part of a stage score in thousandths of the score that the highest marks make, 0 to 1000.
    #[must_use]
    pub fn permille(&self, part: &Exact) -> u32 {
        let most = self.highest_parts().map(|parts| parts.into_iter().sum());
        most.map_or(0, |most: Exact| part.permille_of(&most))
    }
}
