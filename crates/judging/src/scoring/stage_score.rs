//! A stage score for every entry of a table: the inner loop of the program.
//!
//! Sheets with all their marks are summed in machine integers over one common denominator as long as the bounds of the rubric's weights fit;
//! the rest in unbounded fractions. Both give the same values.

use super::mark_table::MarkTable;
use super::rubric::Rubric;
use super::weights::WholeWeights;
use crate::Exact;
use crate::exact::divide_whole;
use crate::rules::{Aggregate, JudgedBy, Rounding, RoundingLevel};

/// The stage score of every entry of the table, in its order, rounded: in whole units of the last digit. `None` for an entry
/// without a score, or with one beyond what can be compared. `standardised-mean` is not computed here but as the plain mean:
/// it needs the judges' other sheets.
#[must_use]
pub fn score_table(
    rubric: &Rubric<'_>,
    rounding: Rounding,
    table: &MarkTable,
) -> Vec<Option<i128>> {
    let mut quick = MachineIntegers::new(rubric, rounding, table);
    let scored = (0..table.entries()).map(|entry| {
        let quick = quick.as_mut().and_then(|quick| quick.units(entry));
        quick.or_else(|| {
            let exact = rubric.entry_score(rounding, table, entry)?;
            exact.units(rounding.digits, rounding.mode)
        })
    });
    scored.collect()
}

/// The scoring of entries all of whose sheets are complete, in machine integers.
struct MachineIntegers<'t> {
    weights: &'t WholeWeights,
    table: &'t MarkTable,
    aggregate: Aggregate,
    rounding: Rounding,
    /// 10 to the power of the digits.
    scale: i128,
    /// The sheets of the entry at hand, kept so as not to ask for memory each time.
    sums: Vec<i128>,
}

impl<'t> MachineIntegers<'t> {
    /// `None` when the bounds do not fit, or the stage is not judged sheet by sheet.
    fn new(rubric: &'t Rubric<'_>, rounding: Rounding, table: &'t MarkTable) -> Option<Self> {
        let weights = rubric.whole.as_ref()?;
        // Sheets that are rounded are scaled twice: themselves, and with their aggregate.
        let digits = match rounding.at {
            RoundingLevel::Sheet => 2 * rounding.digits,
            RoundingLevel::Stage | RoundingLevel::Final => rounding.digits,
        };
        let fits = weights.fits(table.largest(), table.most_sheets(), digits);
        (fits && rubric.stage.judged_by == JudgedBy::Entry).then(|| Self {
            weights,
            table,
            aggregate: rubric.stage.aggregate,
            rounding,
            scale: 10_i128.pow(rounding.digits),
            sums: Vec::with_capacity(table.most_sheets()),
        })
    }

    /// `None` when a sheet lacks a mark, or none stays.
    fn units(&mut self, entry: usize) -> Option<i128> {
        self.sums.clear();
        for sheet in self.table.sheets(entry) {
            if !self.table.is_complete(sheet) {
                return None;
            }
            self.sums.push(self.table.weigh(sheet, self.weights));
        }
        let kept = self.aggregate.kept(self.sums.len())?;
        let mut over = self.weights.over;
        if self.rounding.at == RoundingLevel::Sheet {
            for sum in &mut self.sums {
                *sum = divide_whole(*sum * self.scale, over, self.rounding.mode);
            }
            over = self.scale;
        }
        if self.aggregate.is_by_order() {
            self.sums.sort_unstable();
        }
        let divisor = i128::try_from(self.aggregate.divisor(kept.len())).ok()?;
        let sum: i128 = self.sums[kept].iter().sum();
        let (above, below) = (sum * self.scale, over * divisor);
        Some(divide_whole(above, below, self.rounding.mode))
    }
}

impl Rubric<'_> {
    /// The exact stage score of one entry, over all its sheets in the table.
    pub(crate) fn entry_score(
        &self,
        rounding: Rounding,
        table: &MarkTable,
        entry: usize,
    ) -> Option<Exact> {
        match self.stage.judged_by {
            JudgedBy::Entry => {
                let scores = self.sheet_scores(rounding, table, entry);
                let scores = scores.into_iter().map(|(_, score)| score).collect();
                self.stage.aggregate.of(scores)
            }
            JudgedBy::Criterion => {
                let columns = 0..self.leaves.len();
                let marks = columns.map(|column| self.criterion_mark(table, entry, column));
                self.score(&marks.collect::<Vec<_>>())
            }
        }
    }

    /// The scores of the entry's sheets with their judges, rounded where the rules round sheets.
    pub(crate) fn sheet_scores(
        &self,
        rounding: Rounding,
        table: &MarkTable,
        entry: usize,
    ) -> Vec<(u32, Exact)> {
        let score = |sheet| {
            let score = self.sheet_score(table, sheet)?;
            let score = match rounding.at {
                RoundingLevel::Sheet => score.round(rounding.digits, rounding.mode),
                RoundingLevel::Stage | RoundingLevel::Final => score,
            };
            Some((table.judge(sheet), score))
        };
        table.sheets(entry).filter_map(score).collect()
    }

    /// The marks of one criterion, aggregated as the stage aggregates; in `standardised-mean` by the plain mean.
    pub(crate) fn criterion_mark(
        &self,
        table: &MarkTable,
        entry: usize,
        column: usize,
    ) -> Option<Exact> {
        let sheets = table.sheets(entry);
        let marks = sheets
            .filter_map(|sheet| table.mark(sheet, column))
            .collect();
        self.stage.aggregate.of(marks)
    }
}
