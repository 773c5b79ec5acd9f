//! Competition ranking: 1, 2, 2, 4.

use super::score::Scored;

/// An entry's place in an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Which entry, by its place in what was ranked.
    pub entry: usize,
    /// 1 for the best.
    pub rank: usize,
    /// Whether others share the rank.
    pub tied: bool,
    /// The last step of the ladder, counted from 0, that parted it from entries of equal score.
    pub decided_by: Option<usize>,
}

/// Entries that are still tied, with the last step that parted them from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) entries: Vec<usize>,
    pub(super) decided_by: Option<usize>,
}

/// The order of those that have a score, highest first; who has an equal score shares a rank.
#[must_use]
pub fn rank(scored: &[Option<Scored>]) -> Vec<Place> {
    let units = scored.iter().map(|one| one.as_ref().map(|s| s.units));
    rank_parting(units, |entries| {
        vec![Part {
            entries,
            decided_by: None,
        }]
    })
}

/// The same, where `part` orders entries of equal score into parts, best first.
pub(super) fn rank_parting(
    units: impl Iterator<Item = Option<i128>>,
    part: impl Fn(Vec<usize>) -> Vec<Part>,
) -> Vec<Place> {
    let mut order: Vec<(i128, usize)> = units
        .enumerate()
        .filter_map(|(entry, units)| Some((units?, entry)))
        .collect();
    order.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut places = Vec::with_capacity(order.len());
    for equal in order.chunk_by(|a, b| a.0 == b.0) {
        if let [(_, entry)] = *equal {
            place(&mut places, &[entry], None);
            continue;
        }
        for part in part(equal.iter().map(|(_, entry)| *entry).collect()) {
            place(&mut places, &part.entries, part.decided_by);
        }
    }
    places
}

fn place(places: &mut Vec<Place>, entries: &[usize], decided_by: Option<usize>) {
    let rank = places.len() + 1;
    places.extend(entries.iter().map(|&entry| Place {
        entry,
        rank,
        tied: entries.len() > 1,
        decided_by,
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(units: &[Option<i128>], expected: &[(usize, usize, bool)]) {
        let places = rank_parting(units.iter().copied(), |entries| {
            vec![Part {
                entries,
                decided_by: None,
            }]
        });
        let seen: Vec<_> = places.iter().map(|p| (p.entry, p.rank, p.tied)).collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn equal_scores_share_a_rank_and_the_next_one_is_left_out() {
        check(
            &[Some(5), Some(9), Some(-1), Some(5), None],
            &[(1, 1, false), (0, 2, true), (3, 2, true), (2, 4, false)],
        );
        check(&[None, None], &[]);
    }
}
