//! A stage score for every entry of a table: the inner loop of the program.
//!
//! Sheets with all their marks are summed in machine integers over one common denominator as long as the plan's bounds fit;
//! the rest in unbounded fractions. Both give the same values.

use super::mark_table::{MISSING, MarkTable};
use super::plan::{Plan, WholeWeights};
use crate::Exact;
use crate::exact::divide;
use crate::rules::{JudgedBy, Rounding, RoundingLevel};

/// One entry's score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scored {
    /// Before the last rounding.
    pub exact: Exact,
    /// After it, in whole units of the last digit: what is compared.
    pub units: i128,
}

impl Scored {
    /// Rounds a score; `None` beyond what can be compared.
    pub(super) fn new(exact: Exact, rounding: Rounding) -> Option<Self> {
        let units = exact.units(rounding.digits, rounding.mode)?;
        Some(Self { exact, units })
    }
}

/// The stage score of every entry of the table, in its order, over all sheets in it; `None` for an entry without a score.
/// `standardised-mean` is not computed here but as the plain mean: it needs the judges' other sheets.
#[must_use]
pub fn score_table(plan: &Plan<'_>, rounding: Rounding, table: &MarkTable) -> Vec<Option<Scored>> {
    let by_entry = plan.stage.judged_by == JudgedBy::Entry;
    // Sheets that are rounded are scaled twice: themselves, and with their aggregate.
    let digits = match rounding.at {
        RoundingLevel::Sheet => 2 * rounding.digits,
        RoundingLevel::Stage | RoundingLevel::Final => rounding.digits,
    };
    let whole = plan
        .whole
        .as_ref()
        .filter(|whole| by_entry && whole.fits(table.largest(), table.most_sheets(), digits));
    let mut sums = Vec::with_capacity(table.most_sheets());
    let entries = 0..table.entries();
    let scored = entries.map(|entry| {
        let quick = whole.and_then(|whole| whole.score(plan, rounding, table, entry, &mut sums));
        quick.or_else(|| Scored::new(plan.entry_score(rounding, table, entry)?, rounding))
    });
    scored.collect()
}

impl WholeWeights {
    /// `None` when a sheet lacks a mark, or none stays.
    fn score(
        &self,
        plan: &Plan<'_>,
        rounding: Rounding,
        table: &MarkTable,
        entry: usize,
        sums: &mut Vec<i128>,
    ) -> Option<Scored> {
        let aggregate = plan.stage.aggregate;
        sums.clear();
        for sheet in table.sheets(entry) {
            sums.push(self.sum(table.marks(sheet))?);
        }
        let kept = aggregate.kept(sums.len())?;
        let scale = 10_i128.pow(rounding.digits);
        let mut over = self.over;
        if rounding.at == RoundingLevel::Sheet {
            for sum in sums.iter_mut() {
                *sum = divide(&(*sum * scale), &over, rounding.mode);
            }
            over = scale;
        }
        if aggregate.is_by_order() {
            sums.sort_unstable();
        }
        let divisor = i128::try_from(aggregate.divisor(kept.len())).ok()?;
        let sum: i128 = sums[kept].iter().sum();
        let over = over * divisor;
        Some(Scored {
            exact: Exact::ratio(sum, over)?,
            units: divide(&(sum * scale), &over, rounding.mode),
        })
    }
}

impl Plan<'_> {
    /// The exact stage score of one entry, over all its sheets in the table.
    pub(super) fn entry_score(
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
    pub(super) fn sheet_scores(
        &self,
        rounding: Rounding,
        table: &MarkTable,
        entry: usize,
    ) -> Vec<(u32, Exact)> {
        let score = |sheet| {
            let score = self.sheet_score(table.marks(sheet))?;
            let score = match rounding.at {
                RoundingLevel::Sheet => score.round(rounding.digits, rounding.mode),
                RoundingLevel::Stage | RoundingLevel::Final => score,
            };
            Some((table.judge(sheet), score))
        };
        table.sheets(entry).filter_map(score).collect()
    }

    /// The marks of one criterion, aggregated as the stage aggregates; in `standardised-mean` by the plain mean.
    pub(super) fn criterion_mark(
        &self,
        table: &MarkTable,
        entry: usize,
        column: usize,
    ) -> Option<Exact> {
        let marks = table.sheets(entry).map(|sheet| table.marks(sheet)[column]);
        let given = marks.filter(|mark| *mark != MISSING);
        let marks = given.map(crate::exact::ten_thousandths).collect();
        self.stage.aggregate.of(marks)
    }
}
