//! Which ranked entries pass a stage's cut.

use super::rank::RankedEntry;
use super::row::Cut;
use crate::Exact;
use crate::rules::{Rounding, RoundingMode, Shortlist};
use crate::scoring::number;

/// The cut of a stage with, for each ranked entry, whether it passes. Entries are in the order of their ranks.
pub(crate) fn cut(
    rule: Shortlist,
    rounding: Rounding,
    ranked: &[RankedEntry],
    units: impl Fn(&RankedEntry) -> Option<i128>,
) -> (Cut, Vec<bool>) {
    let places = match rule {
        Shortlist::PerCategory(count) => Some(count),
        Shortlist::Share(share) => Some(share_of(share.into(), ranked.len())),
        Shortlist::Threshold(_) => None,
    };
    let scale = Exact::whole(10_i128.pow(rounding.digits));
    let passes = |ranked: &RankedEntry| match (rule, places) {
        (Shortlist::Threshold(least), _) => {
            units(ranked).is_some_and(|units| Exact::whole(units) >= &Exact::from(least) * &scale)
        }
        (_, Some(places)) => ranked.rank <= places,
        (_, None) => false,
    };
    let passed: Vec<bool> = ranked.iter().map(passes).collect();
    let cut = Cut {
        rule,
        places,
        passed: number(passed.iter().filter(|passes| **passes).count()),
    };
    (cut, passed)
}

/// A percentage of so many, rounded up to a whole number.
fn share_of(percent: Exact, count: usize) -> u32 {
    let count = i128::try_from(count).unwrap_or(i128::MAX);
    let hundredths = &percent * &Exact::whole(count);
    let share = hundredths.checked_div(&Exact::whole(100));
    let whole = share.and_then(|share| {
        let whole = share.units(0, RoundingMode::Down)?;
        let cut_off = Exact::whole(whole) < share;
        u32::try_from(whole + i128::from(cut_off)).ok()
    });
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
