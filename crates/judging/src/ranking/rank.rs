//! Competition ranking: 1, 2, 2, 4.

use crate::scoring::number;

/// A ranked entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankedEntry {
    /// Which entry, by its position in what was ranked.
    pub entry: u32,
    /// 1 for the best.
    pub rank: u32,
    /// Whether others share the rank.
    pub tied: bool,
    /// The step of the ladder, counted from 0, that put it below the rank before, whose score is equal.
    pub parted_by: Option<u16>,
    /// The last step of the ladder that parted it from any entry of equal score.
    pub decided_by: Option<u16>,
}

/// Entries of equal score that no step of the ladder has parted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// Their positions in what is ranked.
    pub(super) entries: Vec<u32>,
    /// The step that put them below the group before.
    pub(super) parted_by: Option<u16>,
}

/// The order of those that have a score, highest first; who has an equal score shares a rank.
#[must_use]
pub fn rank(units: &[Option<i128>]) -> Vec<RankedEntry> {
    rank_breaking_ties(units, |tied| {
        vec![Group {
            entries: tied.to_vec(),
            parted_by: None,
        }]
    })
}

/// The same, where `part` orders entries of equal score into groups, best first. Beyond 2³² entries nobody is ranked.
pub(super) fn rank_breaking_ties(
    units: &[Option<i128>],
    part: impl Fn(&[u32]) -> Vec<Group>,
) -> Vec<RankedEntry> {
    let Some(best) = units.iter().flatten().max() else {
        return Vec::new();
    };
    let behind = |units: &i128| best.abs_diff(*units);
    let worst = units.iter().flatten().map(behind).max();
    let scored = units.iter().zip(0..=u32::MAX);
    let scored = scored.filter_map(|(units, entry)| Some((behind(units.as_ref()?), entry)));
    // Narrow keys sort several times faster, and nearly all scores are that close together.
    if worst.is_some_and(|worst| u32::try_from(worst).is_ok()) {
        let packed = scored.map(|(behind, entry)| (behind as u64) << 32 | u64::from(entry));
        let mut order: Vec<u64> = packed.collect();
        order.sort_unstable();
        walk(&order, |key| (key >> 32, key as u32), part)
    } else {
        let mut order: Vec<(u128, u32)> = scored.collect();
        order.sort_unstable();
        walk(&order, |key| key, part)
    }
}

/// Ranks entries given in the order of how far each is behind the best; `read` gives that and the entry.
fn walk<T: Copy, K: Eq>(
    order: &[T],
    read: impl Fn(T) -> (K, u32),
    part: impl Fn(&[u32]) -> Vec<Group>,
) -> Vec<RankedEntry> {
    let mut ranked = Vec::with_capacity(order.len());
    let mut tied = Vec::new();
    for equal in order.chunk_by(|a, b| read(*a).0 == read(*b).0) {
        tied.clear();
        tied.extend(equal.iter().map(|key| read(*key).1));
        if tied.len() == 1 {
            share_rank(&mut ranked, &tied, (None, None));
            continue;
        }
        let groups = part(&tied);
        let mut below = groups.iter().skip(1).map(|group| group.parted_by);
        for group in &groups {
            // Steps part coarsely first and finely last, so the later of a group's two borders is its last parting.
            let decided_by = group.parted_by.max(below.next().flatten());
            share_rank(&mut ranked, &group.entries, (group.parted_by, decided_by));
        }
    }
    ranked
}

/// Gives the next rank to entries that share it.
fn share_rank(
    ranked: &mut Vec<RankedEntry>,
    entries: &[u32],
    (parted_by, decided_by): (Option<u16>, Option<u16>),
) {
    let rank = number(ranked.len() + 1);
    ranked.extend(entries.iter().map(|&entry| RankedEntry {
        entry,
        rank,
        tied: entries.len() > 1,
        parted_by,
        decided_by,
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(units: &[Option<i128>], expected: &[(u32, u32, bool)]) {
        let ranked = rank(units);
        let seen: Vec<_> = ranked.iter().map(|r| (r.entry, r.rank, r.tied)).collect();
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
