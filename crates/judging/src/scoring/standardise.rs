//! `standardised-mean`: severe and lenient judges brought to one measure within a category.
//!
//! Each judge's sheet scores are brought to mean 0 and standard deviation 1 over that judge's sheets in the category, then
//! to the mean and deviation of all these sheets together, and averaged per entry. Deviations are those of the whole set (÷ n).
//! Sheets of entries that are out count too, so that a disqualification moves nobody else's score.
//!
//! The ratio of two deviations is a square root: exact where it is a fraction, otherwise cut off after
//! 24 digits. That is the only number in a standing that is not exact, and it is the same on every machine.

use super::mark_table::MarkTable;
use super::rubric::Rubric;
use crate::Exact;
use crate::rules::Rounding;
use std::collections::BTreeMap;

/// Sheets below which a judge's deviation says nothing.
const FEWEST: usize = 3;

/// How one judge's scores are standardised: multiplied, then shifted.
struct Measure {
    factor: Exact,
    shift: Exact,
}

/// Why an entry has no standardised score.
#[derive(Debug, Clone, Copy)]
pub(super) enum NotStandardised {
    /// No sheet.
    NoSheet,
    /// This judge, by position in the panel, has too few sheets or no spread.
    Judge(usize),
}

/// The standardised mean of each entry of the table, in its order.
pub(super) fn standardised(
    rubric: &Rubric<'_>,
    rounding: Rounding,
    table: &MarkTable,
) -> Vec<Result<Exact, NotStandardised>> {
    let sheets: Vec<Vec<(u32, Exact)>> = (0..table.entries())
        .map(|entry| rubric.sheet_scores(rounding, table, entry))
        .collect();
    let mut by_judge: BTreeMap<u32, Vec<&Exact>> = BTreeMap::new();
    for (judge, score) in sheets.iter().flatten() {
        by_judge.entry(*judge).or_default().push(score);
    }
    by_judge.retain(|_, scores| scores.len() >= FEWEST && scores.iter().any(|s| *s != scores[0]));
    let panel = by_judge.values().flatten().copied();
    let Some((mean, variance)) = moments(panel) else {
        return sheets
            .iter()
            .map(|of_entry| entry(of_entry, &BTreeMap::new()))
            .collect();
    };
    let measures: BTreeMap<u32, Measure> = by_judge
        .iter()
        .filter_map(|(judge, scores)| {
            let (own_mean, own_variance) = moments(scores.iter().copied())?;
            let factor = variance.checked_div(&own_variance)?.root();
            let shift = &mean - &(&own_mean * &factor);
            Some((*judge, Measure { factor, shift }))
        })
        .collect();
    sheets
        .iter()
        .map(|of_entry| entry(of_entry, &measures))
        .collect()
}

fn entry(
    sheets: &[(u32, Exact)],
    measures: &BTreeMap<u32, Measure>,
) -> Result<Exact, NotStandardised> {
    let mut sum = Exact::ZERO;
    for (judge, score) in sheets {
        let Some(measure) = measures.get(judge) else {
            return Err(NotStandardised::Judge(
                usize::try_from(*judge).unwrap_or(usize::MAX),
            ));
        };
        sum += &(&(score * &measure.factor) + &measure.shift);
    }
    let count = i128::try_from(sheets.len()).unwrap_or(i128::MAX);
    sum.checked_div(&Exact::whole(count))
        .ok_or(NotStandardised::NoSheet)
}

/// Mean and variance (÷ n); `None` of nothing.
fn moments<'a>(values: impl Iterator<Item = &'a Exact> + Clone) -> Option<(Exact, Exact)> {
    let count = Exact::whole(i128::try_from(values.clone().count()).ok()?);
    let mean = values.clone().cloned().sum::<Exact>().checked_div(&count)?;
    let squares = values.map(|value| {
        let off = value - &mean;
        &off * &off
    });
    let variance = squares.sum::<Exact>().checked_div(&count)?;
    Some((mean, variance))
}
