//! Which ranked entries pass a stage's cut.

use super::rank::RankedEntry;
use super::row::Cut;
use crate::Exact;
use crate::rules::{Rounding, RoundingMode, Shortlist};
use crate::scoring::number;

/// By what a cut is made, among so many entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Places {
    /// Who has one of the first ranks passes.
    Ranks(u32),
    /// Who reaches a score passes: in whole units of the last digit.
    Units(i128),
}

impl Places {
    /// Whether an entry of that rank and score passes.
    pub(crate) fn passes(self, rank: u32, units: Option<i128>) -> bool {
        match self {
            Self::Ranks(places) => rank <= places,
            Self::Units(least) => units.is_some_and(|units| units >= least),
        }
    }
}

/// By what a cut is made when so many entries are ranked.
pub(crate) fn places(rule: Shortlist, rounding: Rounding, ranked: usize) -> Places {
    match rule {
        Shortlist::PerCategory(count) => Places::Ranks(count),
        Shortlist::Share(share) => Places::Ranks(share_of(share.into(), ranked)),
        Shortlist::Threshold(least) => {
            let scale = Exact::whole(10_i128.pow(rounding.digits));
            let least = &Exact::from(least) * &scale;
            Places::Units(up_to_whole(&least).unwrap_or(i128::MAX))
        }
    }
}

/// The cut of a stage with, for each ranked entry, whether it passes. Entries are in the order of their ranks.
pub(super) fn cut(
    rule: Shortlist,
    rounding: Rounding,
    ranked: &[RankedEntry],
    units: impl Fn(&RankedEntry) -> Option<i128>,
) -> (Cut, Vec<bool>) {
    let places = places(rule, rounding, ranked.len());
    let passes = |entry: &RankedEntry| places.passes(entry.rank, units(entry));
    let passed: Vec<bool> = ranked.iter().map(passes).collect();
    let cut = Cut {
        rule,
        places: match places {
            Places::Ranks(places) => Some(places),
            Places::Units(_) => None,
        },
        passed: number(passed.iter().filter(|passes| **passes).count()),
    };
    (cut, passed)
}

/// The least whole number that is not below it.
fn up_to_whole(value: &Exact) -> Option<i128> {
    let whole = value.units(0, RoundingMode::Down)?;
    Some(whole + i128::from(Exact::whole(whole) < *value))
}

/// A percentage of so many, rounded up to a whole number.
fn share_of(percent: Exact, count: usize) -> u32 {
    let count = i128::try_from(count).unwrap_or(i128::MAX);
    let hundredths = &percent * &Exact::whole(count);
    let share = hundredths.checked_div(&Exact::whole(100));
    let whole = share.and_then(|share| u32::try_from(up_to_whole(&share)?).ok());
    whole.unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Fixed;

    #[track_caller]
    fn check(rule: Shortlist, ranks: &[u32], expected: usize) {
        let ranked: Vec<RankedEntry> = (0..)
            .zip(ranks)
            .map(|(entry, &rank)| RankedEntry {
                entry,
                rank,
                tied: false,
                parted_by: None,
                decided_by: None,
            })
            .collect();
        let units = |ranked: &RankedEntry| Some(10_000 - 100 * i128::from(ranked.entry));
        let (cut, passed) = cut(rule, Rounding::default(), &ranked, units);
        assert_eq!(passed.iter().filter(|p| **p).count(), expected);
        assert_eq!(cut.passed as usize, expected);
    }

    #[test]
    fn a_tie_across_the_cut_takes_all_of_them_in() {
        check(Shortlist::PerCategory(2), &[1, 2, 2, 4], 3);
        check(Shortlist::PerCategory(3), &[1, 2, 2, 4], 3);
        check(Shortlist::PerCategory(9), &[1, 2, 2, 4], 4);
    }

    #[test]
    fn a_share_is_rounded_up_to_whole_entries() {
        let share = |text: &str| Shortlist::Share(text.parse().unwrap());
        check(share("50"), &[1, 2, 3], 2);
        check(share("33.3333"), &[1, 2, 3], 1);
        check(share("33.3334"), &[1, 2, 3], 2);
        check(share("100"), &[1, 2, 3], 3);
    }

    #[test]
    fn a_threshold_takes_all_that_reach_it() {
        check(Shortlist::Threshold(Fixed::whole(99)), &[1, 2, 3], 2);
    }
}
