//! How far two places lie apart. It decides nothing: it is said beside a visit.

use judging::visit::Position;

/// The earth's mean radius in metres.
const RADIUS: f64 = 6_371_009.0;

/// Metres along the earth's surface, by the haversine formula on a sphere: right to half a percent.
pub(super) fn metres(one: Position, other: Position) -> u32 {
    let radians = |micro: i32| (f64::from(micro) / 1e6).to_radians();
    let (from, to) = (radians(one.latitude()), radians(other.latitude()));
    let along = radians(other.longitude()) - radians(one.longitude());
    let half = |angle: f64| (angle / 2.0).sin().powi(2);
    let square = half(to - from) + from.cos() * to.cos() * half(along);
    let metres = 2.0 * RADIUS * square.sqrt().min(1.0).asin();
    // Half the way around the earth is twenty million metres.
    format!("{metres:.0}").parse().unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: &str, other: &str, expected: std::ops::RangeInclusive<u32>) {
        let found = metres(one.parse().unwrap(), other.parse().unwrap());
        assert!(expected.contains(&found), "{found}");
    }

    #[test]
    fn a_degree_of_latitude_has_a_hundred_and_eleven_kilometres() {
        check("0, 117", "1, 117", 110_500..=111_700);
        check("-0.43, 117.01", "-0.43, 117.01", 0..=0);
        check("-0.43, 117.01", "-0.43, 117.02", 1_105..=1_117);
        check("0, 0", "0, 180", 19_900_000..=20_100_000);
        check("60, 0", "60, 1", 55_000..=56_000);
    }
}
