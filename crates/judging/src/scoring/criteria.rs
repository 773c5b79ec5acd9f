//! What each criterion contributes to a stage score.

use super::stage::ScoredStage;
use crate::rules::JudgedBy;
use crate::{CriterionCode, Exact};

/// One criterion's part in a stage score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriterionScore {
    /// Which leaf.
    pub code: CriterionCode,
    /// The judges' marks, aggregated as the stage aggregates; `None` when nobody gave one.
    pub mark: Option<Exact>,
    /// Its part of the stage's exact score.
    pub weighted: Exact,
}

impl ScoredStage<'_> {
    /// Each leaf's aggregated mark and its part of the score; empty when there is no score.
    pub(crate) fn criteria(&self, entry: usize) -> Vec<CriterionScore> {
        let table = &self.sheets.table;
        let columns = 0..self.rubric.leaves.len();
        let marks: Vec<Option<Exact>> = columns
            .map(|column| self.rubric.criterion_mark(table, entry, column))
            .collect();
        let parts = match self.rubric.stage.judged_by {
            JudgedBy::Criterion => self.rubric.parts(&marks),
            JudgedBy::Entry => self.parts_of_sheets(entry),
        };
        let leaves = self
            .rubric
            .leaves
            .iter()
            .zip(marks)
            .zip(parts.into_iter().flatten());
        leaves
            .map(|((leaf, mark), weighted)| CriterionScore {
                code: leaf.code.clone(),
                mark,
                weighted,
            })
            .collect()
    }

    /// The parts of the sheets that stay in the aggregate, summed leaf by leaf and divided as their scores are.
    fn parts_of_sheets(&self, entry: usize) -> Option<Vec<Exact>> {
        let table = &self.sheets.table;
        let aggregate = self.rubric.stage.aggregate;
        let mut sheets: Vec<Vec<Exact>> = table
            .sheets(entry)
            .filter_map(|sheet| self.rubric.parts(&table.row(sheet)))
            .collect();
        if aggregate.is_by_order() {
            sheets.sort_by_cached_key(|parts| parts.iter().cloned().sum::<Exact>());
        }
        let kept = aggregate.kept(sheets.len())?;
        let divisor = Exact::whole(i128::try_from(aggregate.divisor(kept.len())).ok()?);
        let kept = &sheets[kept];
        let leaf = |leaf: usize| {
            let sum: Exact = kept.iter().map(|parts| parts[leaf].clone()).sum();
            sum.checked_div(&divisor)
        };
        (0..self.rubric.leaves.len()).map(leaf).collect()
    }
}
