//! The marks that a judge could have given instead, nearest first.

use crate::Fixed;
use crate::rules::Scale;

/// The marks of a scale on one side of a mark, nearest first.
#[derive(Debug)]
pub(super) enum ScaleSteps {
    /// Evenly apart, in ten-thousandths; `step` is below zero on the way down.
    Even { first: i64, step: i64, count: usize },
    /// As the levels lie.
    Levels(Vec<i64>),
}

impl ScaleSteps {
    /// The marks above or below `from`, in ten-thousandths, which need not be on the scale itself.
    pub(super) fn new(scale: &Scale, from: Fixed, up: bool) -> Self {
        let from = from.ten_thousandths();
        match scale {
            Scale::Levels(levels) => {
                let values = levels.iter().map(|level| level.value.ten_thousandths());
                let mut beside: Vec<i64> = values
                    .filter(|value| if up { *value > from } else { *value < from })
                    .collect();
                beside.sort_unstable_by_key(|value| (value - from).abs());
                Self::Levels(beside)
            }
            Scale::Range { min, max, step } => {
                let (min, max) = (min.ten_thousandths(), max.ten_thousandths());
                let step = step.ten_thousandths().max(1);
                let (first, last) = if up {
                    let above = min + ((from - min).div_euclid(step) + 1) * step;
                    (above.max(min), max)
                } else {
                    let below = min + (from - min - 1).div_euclid(step) * step;
                    (below.min(max), min)
                };
                let room = if up { last - first } else { first - last };
                let count = if room < 0 { 0 } else { room / step + 1 };
                Self::Even {
                    first,
                    step: if up { step } else { -step },
                    count: usize::try_from(count).unwrap_or(0),
                }
            }
        }
    }

    /// How many there are.
    pub(super) const fn count(&self) -> usize {
        match self {
            Self::Even { count, .. } => *count,
            Self::Levels(values) => values.len(),
        }
    }

    /// The n-th, counted from 0; within the count.
    pub(super) fn at(&self, n: usize) -> i64 {
        match self {
            Self::Even { first, step, .. } => first + step * i64::try_from(n).unwrap_or(0),
            Self::Levels(values) => values[n],
        }
    }

    /// How many are nearer to `from` than a distance.
    pub(super) fn nearer(&self, from: Fixed, distance: Option<i64>) -> usize {
        let Some(distance) = distance else {
            return self.count();
        };
        let (mut low, mut high) = (0, self.count());
        while low < high {
            let middle = usize::midpoint(low, high);
            if (self.at(middle) - from.ten_thousandths()).abs() < distance {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Level;

    #[track_caller]
    fn check(scale: &Scale, from: &str, up: bool, expected: &[&str]) {
        let steps = ScaleSteps::new(scale, from.parse().unwrap(), up);
        let all = (0..steps.count()).map(|n| Fixed::from_ten_thousandths(steps.at(n)).unwrap());
        let all: Vec<String> = all.map(|mark| mark.to_string()).collect();
        assert_eq!(all, expected);
    }

    #[test]
    fn steps_go_to_the_end_of_the_scale_also_from_a_mark_beside_it() {
        let scale = Scale::Range {
            min: Fixed::whole(1),
            max: Fixed::whole(3),
            step: "0.5".parse().unwrap(),
        };
        check(&scale, "2", true, &["2.5", "3"]);
        check(&scale, "2", false, &["1.5", "1"]);
        check(&scale, "2.2", true, &["2.5", "3"]);
        check(&scale, "2.2", false, &["2", "1.5", "1"]);
        check(&scale, "3", true, &[]);
        check(&scale, "9", false, &["3", "2.5", "2", "1.5", "1"]);
        check(&scale, "0", true, &["1", "1.5", "2", "2.5", "3"]);
    }

    #[test]
    fn levels_are_taken_as_they_lie() {
        let level = |value| Level {
            value: Fixed::whole(value),
            label: String::new(),
        };
        let scale = Scale::Levels(vec![level(20), level(60), level(100)]);
        check(&scale, "60", true, &["100"]);
        check(&scale, "100", false, &["60", "20"]);
    }

    #[test]
    fn those_nearer_than_a_distance_are_counted() {
        let scale = Scale::Range {
            min: Fixed::whole(0),
            max: Fixed::whole(100),
            step: Fixed::whole(1),
        };
        let steps = ScaleSteps::new(&scale, Fixed::whole(50), true);
        assert_eq!(steps.nearer(Fixed::whole(50), Some(30_000)), 2);
        assert_eq!(steps.nearer(Fixed::whole(50), None), 50);
    }
}
