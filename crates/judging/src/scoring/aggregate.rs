//! Several scores of one entry made one.

use crate::Exact;
use crate::rules::Aggregate;
use std::ops::Range;

impl Aggregate {
    /// Which of `count` scores in ascending order stay; `None` when none would.
    pub(crate) fn kept(self, count: usize) -> Option<Range<usize>> {
        let kept = match self {
            Self::Mean | Self::Sum | Self::StandardisedMean => 0..count,
            Self::Median => count.saturating_sub(1) / 2..count / 2 + 1,
            Self::TrimmedMean { trim } => {
                let trim = usize::try_from(trim).ok()?;
                trim..count.saturating_sub(trim)
            }
        };
        (count > 0 && !kept.is_empty()).then_some(kept)
    }

    /// Whether the order of the scores matters to which of them stay.
    pub(crate) const fn is_by_order(self) -> bool {
        matches!(self, Self::Median | Self::TrimmedMean { .. })
    }

    /// By what the sum of those that stay is divided.
    pub(crate) const fn divisor(self, kept: usize) -> usize {
        match self {
            Self::Sum => 1,
            _ => kept,
        }
    }

    /// The aggregate of scores in any order; `None` when none would stay.
    pub(crate) fn of(self, mut scores: Vec<Exact>) -> Option<Exact> {
        let kept = self.kept(scores.len())?;
        if self.is_by_order() {
            scores.sort_unstable();
        }
        let divisor = i128::try_from(self.divisor(kept.len())).ok()?;
        let sum: Exact = scores.drain(kept).sum();
        sum.checked_div(&Exact::whole(divisor))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(aggregate: Aggregate, scores: &[i128], expected: Option<(i128, i128)>) {
        let scores = scores.iter().copied().map(Exact::whole).collect();
        let expected = expected.and_then(|(a, b)| Exact::ratio(a, b));
        assert_eq!(aggregate.of(scores), expected);
    }

    #[test]
    fn the_middle_is_one_score_or_the_mean_of_two() {
        check(Aggregate::Median, &[3, 1, 7], Some((3, 1)));
        check(Aggregate::Median, &[3, 1, 8, 4], Some((7, 2)));
        check(Aggregate::Median, &[5], Some((5, 1)));
        check(Aggregate::Median, &[], None);
    }

    #[test]
    fn a_trimmed_mean_needs_one_score_to_remain() {
        let trimmed = Aggregate::TrimmedMean { trim: 2 };
        check(trimmed, &[75, 70, 75, 70, 75, 80, 65], Some((220, 3)));
        check(trimmed, &[1, 2, 3, 4, 5], Some((3, 1)));
        check(trimmed, &[1, 2, 3, 4], None);
    }

    #[test]
    fn means_and_sums_take_all() {
        check(Aggregate::Mean, &[50, 60, 54], Some((164, 3)));
        check(Aggregate::Sum, &[50, 60, 54], Some((164, 1)));
        check(Aggregate::Mean, &[], None);
    }
}
