//! Single figures for showing: one sheet's score, one criterion's width in a bar.

use super::Plan;
use crate::Exact;
use crate::exact::ten_thousandths;
use crate::panel::Scope;
use crate::rules::RoundingMode;
use crate::sheet::Sheet;

impl Plan<'_> {
    /// The score of the sheet of a judge with that scope, before any rounding. `None` without a mark that is the judge's
    /// to give.
    #[must_use]
    pub fn score_of(&self, scope: &Scope, sheet: &Sheet) -> Option<Exact> {
        let mark = |leaf: &&crate::rules::Criterion| {
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

    /// A part of a stage score in thousandths of the score that the highest marks make, 0 to 1000.
    #[must_use]
    pub fn permille(&self, part: &Exact) -> u32 {
        let highest: Vec<_> = self.highest.iter().cloned().map(Some).collect();
        let share = self
            .score(&highest)
            .and_then(|most| (part * &Exact::whole(1000)).checked_div(&most));
        let units = share.and_then(|share| share.units(0, RoundingMode::HalfUp));
        units
            .and_then(|units| u32::try_from(units.clamp(0, 1000)).ok())
            .unwrap_or(0)
    }
}
