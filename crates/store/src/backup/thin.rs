use std::collections::BTreeMap;

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
const MONTH: i64 = 31 * DAY;

/// Of copies made at these times, those that may go `now` (seconds since 1970): what remains is the last of every hour
/// for a day, the last of every day for a month, and the newest one in any case. Copies from the future (a clock was set
/// back) stay.
#[must_use]
pub fn surplus(made_at: &[i64], now: i64) -> Vec<i64> {
    let newest = made_at.iter().max();
    let mut kept: BTreeMap<(i64, i64), i64> = BTreeMap::new();
    for &at in made_at {
        let slot = match now.saturating_sub(at) {
            age if age < 0 => (0, at),
            age if age < DAY => (HOUR, at.div_euclid(HOUR)),
            age if age < MONTH => (DAY, at.div_euclid(DAY)),
            _ => continue,
        };
        let last = kept.entry(slot).or_insert(at);
        *last = at.max(*last);
    }
    let stays = |at: &i64| Some(at) == newest || kept.values().any(|last| last == at);
    let mut gone: Vec<i64> = made_at.iter().copied().filter(|at| !stays(at)).collect();
    gone.sort_unstable();
    gone
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: i64 = 1_700_000_000 / DAY * DAY + 12 * HOUR;

    #[track_caller]
    fn check(made_at: &[i64], expected_gone: &[i64]) {
        assert_eq!(surplus(made_at, NOON), expected_gone);
    }

    #[test]
    fn of_one_hour_today_the_last_stays() {
        let at = NOON - 2 * HOUR;
        check(&[at, at + 60, at + 120, NOON], &[at, at + 60]);
    }

    #[test]
    fn of_one_day_of_the_month_the_last_stays() {
        let at = NOON - 5 * DAY;
        check(&[at, at + HOUR, at + 2 * HOUR, NOON], &[at, at + HOUR]);
    }

    #[test]
    fn what_is_older_than_a_month_goes_but_never_the_newest_of_all() {
        let old = NOON - 40 * DAY;
        check(&[old - DAY, old, NOON], &[old - DAY, old]);
        check(&[old - DAY, old], &[old - DAY]);
    }

    #[test]
    fn a_copy_from_the_future_stays() {
        check(&[NOON + DAY, NOON - 60, NOON + 2 * DAY], &[]);
    }

    #[test]
    fn hourly_copies_thinned_every_hour_leave_a_day_of_hours_and_a_month_of_days() {
        let mut copies = Vec::new();
        for hour in 0..60 * 24 {
            let now = NOON + hour * HOUR;
            copies.push(now);
            let gone = surplus(&copies, now);
            copies.retain(|at| !gone.contains(at));
        }
        assert_eq!(copies.len(), 24 + 31);
        assert!(copies.windows(2).all(|pair| pair[1] - pair[0] <= DAY));
    }
}
