//! The additive two-way model: a score is the level of the entry plus the severity of the judge, by least squares.
//!
//! Source: Searle, *Linear Models*, ch. 7 (two-way crossed classification without interaction), the fit that also serves
//! where marks are missing. Severities sum to nought; below nought is strict. The normal equations are reduced to the judges
//! and solved in whole numbers without division left over (Bareiss, Mathematics of Computation 22, 1968), so the answer is exact.
//!
//! Where judges and entries fall apart into groups that share no mark, judges of different groups cannot be compared: refused.

use super::scores::{Scores, mean, whole};
use crate::{Exact, JudgeCode};
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Zero};

/// A table of scores, parted into entries and judges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Additive {
    /// The mean of the entries' levels.
    pub mean: Exact,
    /// Each entry's level: its mean if every judge had marked it.
    pub levels: Vec<Exact>,
    /// What each judge gives more than the panel.
    pub severities: Vec<Exact>,
}

impl Additive {
    /// What the model expects of a judge for an entry.
    #[must_use]
    pub fn expected(&self, entry: usize, judge: usize) -> Exact {
        (&self.levels[entry] + &self.severities[judge]).reduced()
    }
}

/// Fits the model.
///
/// # Errors
/// The groups of judges who share no entry with those of another group; none for an empty table.
pub fn additive(scores: &Scores) -> Result<Additive, Vec<Vec<JudgeCode>>> {
    let groups = groups(scores);
    if groups.len() != 1 {
        let codes = |group: Vec<usize>| group.into_iter().map(|at| scores.judges()[at].clone());
        return Err(groups
            .into_iter()
            .map(|group| codes(group).collect())
            .collect());
    }
    let severities = severities(scores);
    let levels = (0..scores.entries().len()).filter_map(|entry| {
        let lifted: Vec<Exact> = scores
            .of_entry(entry)
            .map(|(judge, score)| score - &severities[judge])
            .collect();
        mean(lifted.iter())
    });
    let levels: Vec<Exact> = levels.collect();
    Ok(Additive {
        mean: mean(levels.iter()).unwrap_or(Exact::ZERO),
        levels,
        severities,
    })
}

/// The columns of judges connected by entries they both marked.
fn groups(scores: &Scores) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for entry in 0..scores.entries().len() {
        let together: Vec<usize> = scores.of_entry(entry).map(|(judge, _)| judge).collect();
        let meets = |group: &Vec<usize>| together.iter().any(|judge| group.contains(judge));
        let (met, apart): (Vec<_>, Vec<_>) = groups.into_iter().partition(meets);
        let mut joined: Vec<usize> = met.into_iter().flatten().chain(together).collect();
        joined.sort_unstable();
        joined.dedup();
        groups = apart;
        groups.push(joined);
    }
    groups.sort();
    groups
}

/// With the last judge held at nought the equations of the others have one solution; then all are shifted to sum to nought.
fn severities(scores: &Scores) -> Vec<Exact> {
    let judges = scores.judges().len();
    let rows: Vec<Vec<(usize, &Exact)>> = (0..scores.entries().len())
        .map(|entry| scores.of_entry(entry).collect())
        .collect();
    let counts = rows.iter().map(|row| BigInt::from(row.len()));
    let scale = counts.fold(BigInt::one(), |all, count| all.lcm(&count));
    // Times `scale`, the equations of judge j are whole: Σ over its entries of (b_j − mean of b there) = Σ of (score − mean there).
    let mut matrix = vec![vec![BigInt::zero(); judges]; judges];
    let mut right = vec![Exact::ZERO; judges];
    for row in &rows {
        let share = &scale / BigInt::from(row.len());
        let level = mean(row.iter().map(|(_, score)| *score)).unwrap_or(Exact::ZERO);
        for (judge, score) in row {
            right[*judge] += &(*score - &level);
            matrix[*judge][*judge] += &scale;
            row.iter()
                .for_each(|(other, _)| matrix[*judge][*other] -= &share);
        }
    }
    let right: Vec<BigRational> = right.iter().map(BigRational::from).collect();
    let over = right
        .iter()
        .fold(BigInt::one(), |all, sum| all.lcm(sum.denom()));
    let last = judges - 1;
    matrix.truncate(last);
    for (row, sum) in matrix.iter_mut().zip(&right) {
        row[last] = sum.numer() * (&over / sum.denom()) * &scale;
    }
    let mut solved: Vec<Exact> = solve(matrix)
        .into_iter()
        .map(|value| Exact::from(value / BigRational::from(over.clone())))
        .collect();
    solved.push(Exact::ZERO);
    let shift = mean(solved.iter()).unwrap_or(Exact::ZERO);
    solved
        .iter()
        .map(|value| (value - &shift).reduced())
        .collect()
}

/// Solves a positive definite system of whole numbers; each row ends with its right side.
fn solve(mut rows: Vec<Vec<BigInt>>) -> Vec<BigRational> {
    let size = rows.len();
    let mut before = BigInt::one();
    for at in 0..size {
        let pivot = rows[at].clone();
        for row in &mut rows[at + 1..] {
            let factor = row[at].clone();
            for column in at..=size {
                row[column] = (&row[column] * &pivot[at] - &factor * &pivot[column]) / &before;
            }
        }
        before.clone_from(&pivot[at]);
    }
    let mut solved = vec![BigRational::zero(); size];
    for at in (0..size).rev() {
        let known = (at + 1..size).map(|other| &solved[other] * &rows[at][other]);
        let rest = BigRational::from(rows[at][size].clone()) - known.sum::<BigRational>();
        solved[at] = rest / &rows[at][at];
    }
    solved
}

/// Sum of squared residuals, with the degrees of freedom left over.
pub(super) fn residual_squares(scores: &Scores, model: &Additive) -> (Exact, usize) {
    let squares = scores.all().map(|(entry, judge, score)| {
        let rest = score - &model.expected(entry, judge);
        rest.squared()
    });
    let used = (scores.entries().len() + scores.judges().len()).saturating_sub(1);
    (
        squares.sum::<Exact>().reduced(),
        scores.count().saturating_sub(used),
    )
}

/// The variance of one mark about what the model expects; `None` when nothing is left to judge it by.
pub(super) fn residual_variance(scores: &Scores, model: &Additive) -> Option<Exact> {
    let (squares, freedom) = residual_squares(scores, model);
    Some(squares.checked_div(&whole(freedom))?.reduced())
}

#[cfg(test)]
mod tests {
    use super::super::scores::tests::{PARIS, SHROUT_FLEISS, WITH_GAPS, table};
    use super::*;
    use crate::rules::RoundingMode;

    fn shown(values: &[Exact], digits: u32) -> Vec<String> {
        let text = |value: &Exact| value.text(digits, RoundingMode::HalfUp);
        values.iter().map(text).collect()
    }

    #[test]
    fn severities_of_a_full_table_are_means_less_the_mean_of_all() {
        let model = additive(&table(SHROUT_FLEISS, false)).unwrap();
        let expected = ["2.375000", "-2.791667", "-0.958333", "1.375000"];
        assert_eq!(shown(&model.severities, 6), expected);
        let model = additive(&table(PARIS, true)).unwrap();
        let expected = [
            "0.1727", "-0.8273", "-0.2773", "1.9727", "-2.6273", "-0.2273", "-0.2273", "0.3727",
            "1.6727", "0.1227", "-0.1273",
        ];
        assert_eq!(shown(&model.severities, 4), expected);
    }

    #[test]
    fn where_marks_are_missing_entries_are_raised_by_what_a_strict_judge_took_from_them() {
        let model = additive(&table(WITH_GAPS, false)).unwrap();
        assert_eq!(shown(&[model.mean], 6), ["5.565657"]);
        let expected = [
            "6.393939", "3.900433", "6.757576", "4.000000", "7.614719", "4.727273",
        ];
        assert_eq!(shown(&model.levels, 6), expected);
        let expected = ["2.272727", "-2.818182", "-1.155844", "1.701299"];
        assert_eq!(shown(&model.severities, 6), expected);
    }

    #[test]
    fn judges_who_share_no_entry_are_not_compared() {
        let apart = additive(&table("1 2 · · / 3 4 · · / · · 5 6", false)).unwrap_err();
        let codes = apart
            .iter()
            .map(|group| group.iter().map(JudgeCode::as_str));
        let codes: Vec<Vec<&str>> = codes.map(Iterator::collect).collect();
        assert_eq!(codes, [["J00", "J01"], ["J02", "J03"]]);
        assert!(additive(&table("1 2 · · / 3 4 5 · / · · 5 6", false)).is_ok());
    }
}
