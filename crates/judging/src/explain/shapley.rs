//! What each judge puts between two aggregates: Shapley values.
//!
//! Source: Shapley, *A value for n-person games* (1953). With v(S) the aggregate of the scores of the one entry from the judges in S
//! and of the other entry from the rest, the part of judge j is Σ over S without j of |S|!·(n − 1 − |S|)! ÷ n! · (v(S ∪ j) − v(S)).
//! The parts add up to v(all) − v(nobody), the difference of the two aggregates.

use crate::Exact;
use crate::rules::Aggregate;

/// Judges up to which values are computed: the aggregate is taken once for each of the 2⁹ subsets of the judges.
pub const MOST_JUDGES: usize = 9;

/// What each judge puts between the two; a judge's scores are those at the same position. `None` above [`MOST_JUDGES`],
/// and where nothing would stay in an aggregate.
pub(super) fn shapley(aggregate: Aggregate, a: &[Exact], b: &[Exact]) -> Option<Vec<Exact>> {
    let judges = a.len();
    if judges > MOST_JUDGES || b.len() != judges {
        return None;
    }
    let changed = |subset: usize, judge: usize| subset >> judge & 1 == 1;
    let value = |subset: usize| {
        let scores = (0..judges).map(|judge| {
            let scores = if changed(subset, judge) { a } else { b };
            scores[judge].clone()
        });
        Some(aggregate.of(scores.collect())?.reduced())
    };
    let values: Vec<Exact> = (0..1 << judges).map(value).collect::<Option<_>>()?;
    let part = |judge: usize| {
        let without = (0..values.len()).filter(|subset| !changed(*subset, judge));
        let gains = without.map(|subset| {
            let orders = factorial(subset.count_ones()) * factorial(others(judges, subset));
            &(&values[subset | 1 << judge] - &values[subset]) * &Exact::whole(orders)
        });
        let all = factorial(u32::try_from(judges).unwrap_or(0));
        let sum: Exact = gains.fold(Exact::ZERO, |sum, gain| (&sum + &gain).reduced());
        Some(sum.checked_div(&Exact::whole(all))?.reduced())
    };
    (0..judges).map(part).collect()
}

/// How many judges are neither in the subset nor the one looked at.
fn others(judges: usize, subset: usize) -> u32 {
    u32::try_from(judges).unwrap_or(0) - 1 - subset.count_ones()
}

fn factorial(n: u32) -> i128 {
    (1..=i128::from(n)).product()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(aggregate: Aggregate, a: &[i128], b: &[i128], expected: &[(i128, i128)]) {
        let scores = |of: &[i128]| of.iter().copied().map(Exact::whole).collect::<Vec<_>>();
        let found = shapley(aggregate, &scores(a), &scores(b)).unwrap();
        let expected: Vec<Exact> = expected
            .iter()
            .map(|(up, down)| Exact::ratio(*up, *down).unwrap())
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn in_sum_and_mean_a_judge_puts_the_own_difference_between_the_two() {
        check(Aggregate::Sum, &[3, 5], &[1, 8], &[(2, 1), (-3, 1)]);
        check(Aggregate::Mean, &[3, 5], &[1, 8], &[(1, 1), (-3, 2)]);
    }

    #[test]
    fn in_a_median_all_who_can_move_it_share_the_difference() {
        // Worked by hand: the medians of the subsets ∅, 1, 2, 12, 3, 13, 23, 123 are 20, 20, 20, 25, 20, 30, 25, 30.
        let parts = [(25, 6), (5, 3), (25, 6)];
        check(Aggregate::Median, &[30, 25, 40], &[10, 20, 20], &parts);
    }

    #[test]
    fn more_than_nine_judges_have_too_many_orders() {
        let scores = vec![Exact::whole(1); 10];
        assert_eq!(shapley(Aggregate::Median, &scores, &scores), None);
    }
}
