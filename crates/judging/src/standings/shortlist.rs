//! Which ranked entries pass a stage's cut.

use super::lane::number;
use super::rank::Place;
use super::row::Cut;
use crate::Exact;
use crate::rules::{Rounding, RoundingMode, Shortlist};

/// The cut of a stage with, for each place, whether it passes. Places are in the order of their ranks.
pub(super) fn cut(
    rule: Shortlist,
    rounding: Rounding,
    places: &[Place],
    units: impl Fn(&Place) -> Option<i128>,
) -> (Cut, Vec<bool>) {
    let spaces = match rule {
        Shortlist::PerCategory(count) => Some(count),
        Shortlist::Share(share) => Some(share_of(share.into(), places.len())),
        Shortlist::Threshold(_) => None,
    };
    let scale = Exact::whole(10_i128.pow(rounding.digits));
    let passes = |place: &Place| match (rule, spaces) {
        (Shortlist::Threshold(least), _) => {
            units(place).is_some_and(|units| Exact::whole(units) >= &Exact::from(least) * &scale)
        }
        (_, Some(spaces)) => place.rank <= spaces,
        (_, None) => false,
    };
    let passed: Vec<bool> = places.iter().map(passes).collect();
    let cut = Cut {
        rule,
        places: spaces,
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
        let places: Vec<Place> = (0..)
            .zip(ranks)
            .map(|(entry, &rank)| Place {
                entry,
                rank,
                tied: false,
                parted_by: None,
                decided_by: None,
            })
            .collect();
        let units = |place: &Place| Some(10_000 - 100 * i128::from(place.entry));
        let (cut, passed) = cut(rule, Rounding::default(), &places, units);
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
