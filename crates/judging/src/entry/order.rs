//! A judge's own shuffled order of entries, so that no entry is first for everybody.

use crate::EntryCode;
use crate::seeded::mixed;

/// Where an entry stands in the order of this seed: entries go by this number, then by code. Each entry has its number
/// from the seed and its code alone, so that entries added later leave the order of the others.
#[must_use]
pub fn shuffled(seed: u64, entry: &EntryCode) -> u32 {
    let mut state = seed;
    for byte in entry.as_str().bytes() {
        state = mixed(state ^ u64::from(byte));
    }
    let [a, b, c, d, ..] = mixed(state).to_be_bytes();
    u32::from_be_bytes([a, b, c, d])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(seed: u64, entries: u32) -> Vec<u32> {
        let mut numbers: Vec<u32> = (1..=entries).collect();
        numbers.sort_by_key(|n| {
            let code = EntryCode::new(&format!("OPD-{n:03}")).unwrap();
            (shuffled(seed, &code), *n)
        });
        numbers
    }

    #[test]
    fn the_same_seed_gives_the_same_order_and_another_one_another() {
        assert_eq!(order(7, 40), order(7, 40));
        assert_ne!(order(7, 40), order(8, 40));
        assert_ne!(order(7, 40), (1..=40).collect::<Vec<_>>());
    }

    #[test]
    fn added_entries_leave_the_order_of_the_others() {
        let mut more = order(7, 60);
        more.retain(|n| *n <= 40);
        assert_eq!(more, order(7, 40));
    }

    #[test]
    fn every_entry_is_first_for_some_judges() {
        let mut firsts = [0_u32; 8];
        for seed in 0..800 {
            firsts[order(seed * 1_000_003, 8)[0] as usize - 1] += 1;
        }
        assert!(firsts.iter().all(|&times| times > 60), "{firsts:?}");
    }
}
