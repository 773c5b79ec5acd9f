//! Which entries are perhaps those of an earlier competition: by title and agency, never by code.

use crate::api::returns::ReturnLikeness;
use intake::near_titles;
use std::collections::BTreeSet;
use store::entries::Keys;

/// Pairs of places in `now` and in `before` that are alike, by `now`; the likest first, others only where none is the same.
pub(super) fn matching(now: &[Keys], before: &[Keys]) -> Vec<(usize, usize, ReturnLikeness)> {
    let near = near(now, before);
    let mut all = Vec::new();
    for (place, keys) in now.iter().enumerate() {
        let alike = |earlier: usize| {
            let then = &before[earlier];
            let likeness = match (keys.title == then.title, keys.agency == then.agency) {
                (true, true) => ReturnLikeness::Same,
                (true, false) => ReturnLikeness::OtherAgency,
                (false, _) if near.contains(&(place, earlier)) => ReturnLikeness::NearTitle,
                (false, _) => return None,
            };
            Some((place, earlier, likeness))
        };
        let mut found: Vec<_> = (0..before.len()).filter_map(alike).collect();
        found.sort_by_key(|(_, earlier, likeness)| (*likeness, *earlier));
        if found
            .first()
            .is_some_and(|(_, _, likeness)| *likeness == ReturnLikeness::Same)
        {
            found.retain(|(_, _, likeness)| *likeness == ReturnLikeness::Same);
        }
        all.extend(found);
    }
    all
}

/// The pairs of near titles of one agency.
fn near(now: &[Keys], before: &[Keys]) -> BTreeSet<(usize, usize)> {
    let of_both = before.iter().chain(now);
    let keys: Vec<_> = of_both
        .map(|keys| (keys.agency.as_str(), keys.title.as_str()))
        .collect();
    let pairs = near_titles(&keys).into_iter();
    let across = pairs.filter_map(|(later, earlier)| {
        let place = later.checked_sub(before.len())?;
        (earlier < before.len()).then_some((place, earlier))
    });
    across.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entries::keys_of;
    use judging::entry::Registration;

    fn keys(named: &[(&str, &str)]) -> Vec<Keys> {
        let keys = |(title, agency): &(&str, &str)| {
            keys_of(&Registration {
                title: (*title).to_owned(),
                agency: (*agency).to_owned(),
                ..Registration::default()
            })
        };
        named.iter().map(keys).collect()
    }

    #[track_caller]
    fn check(
        now: &[(&str, &str)],
        before: &[(&str, &str)],
        expected: &[(usize, usize, ReturnLikeness)],
    ) {
        assert_eq!(matching(&keys(now), &keys(before)), expected);
    }

    #[test]
    fn however_title_and_agency_are_spelled_they_are_the_same() {
        let before = [
            ("KLIKMI", "Desa Muara"),
            ("Lumbung  Pangan", "DESA Loa Duri"),
        ];
        let now = [("LUMBUNG PANGAN", "Desa Loa Duri")];
        check(&now, &before, &[(0, 1, ReturnLikeness::Same)]);
    }

    #[test]
    fn a_title_that_was_corrected_is_proposed_for_its_agency_alone() {
        let before = [
            ("Lumbung Pangan Mandiri Desa", "Desa Loa Duri"),
            ("Lumbung Pangan Mandiri Desa", "Desa Muara"),
        ];
        let now = [("Lumbung Pangan Mandri Desa", "Desa Loa Duri")];
        check(&now, &before, &[(0, 0, ReturnLikeness::NearTitle)]);
    }

    #[test]
    fn the_same_title_of_another_agency_comes_last_and_not_where_one_is_the_same() {
        let before = [("KLIKMI", "Desa Lama"), ("KLIKMI", "Desa Muara")];
        check(
            &[("KLIKMI", "Desa Baru")],
            &before,
            &[
                (0, 0, ReturnLikeness::OtherAgency),
                (0, 1, ReturnLikeness::OtherAgency),
            ],
        );
        check(
            &[("KLIKMI", "Desa Muara")],
            &before,
            &[(0, 1, ReturnLikeness::Same)],
        );
    }

    #[test]
    fn what_shares_neither_title_nor_agency_is_not_proposed() {
        check(
            &[("ULAP DOYO", "Desa Muara")],
            &[("KLIKMI", "Desa Muara")],
            &[],
        );
        check(&[("ULAP DOYO", "Desa Muara")], &[], &[]);
    }
}
