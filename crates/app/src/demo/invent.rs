//! Invented marks, the same ones every time: each judge has a hand of their own, and each entry a strength.

use judging::Fixed;
use judging::rules::{Criterion, Scale};

/// Invents marks from a seed.
pub(super) struct Inventor {
    seed: u64,
}

impl Inventor {
    pub fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// A mark on the criterion's scale: the entry's strength, a little of the judge's severity, a little chance.
    pub fn mark(&self, judge: &str, entry: &str, criterion: &Criterion) -> Option<Fixed> {
        let scale = criterion.scale.as_ref()?;
        let strength = self.draw(&[entry], 60);
        let severity = self.draw(&[judge], 10);
        let chance = self.draw(&[judge, entry, criterion.code.as_str()], 45);
        let percent = 5 + strength + chance - severity;
        Some(at(scale, percent.clamp(0, 100)))
    }

    /// A number from 0 to `below`, drawn for these names.
    fn draw(&self, names: &[&str], below: i64) -> i64 {
        let mut seed = self.seed;
        for byte in names.iter().flat_map(|name| name.bytes().chain([0])) {
            seed = seed.wrapping_mul(0x0100_0000_01b3) ^ u64::from(byte);
        }
        fastrand::Rng::with_seed(seed).i64(0..=below)
    }
}

/// The mark that lies at so many hundredths of the scale.
fn at(scale: &Scale, percent: i64) -> Fixed {
    match scale {
        Scale::Levels(levels) => {
            let last = i64::try_from(levels.len()).unwrap_or(1) - 1;
            let place = usize::try_from((percent * last + 50) / 100).unwrap_or_default();
            levels.get(place).map_or(Fixed::ZERO, |level| level.value)
        }
        Scale::Range { min, max, step } => {
            let (min, max, step) = (
                min.ten_thousandths(),
                max.ten_thousandths(),
                step.ten_thousandths(),
            );
            let steps = (max - min) / step * percent / 100;
            Fixed::from_ten_thousandths(min + steps * step).unwrap_or_default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use judging::CriterionCode;
    use judging::rules::{Level, RemarkRule};

    #[track_caller]
    fn check(scale: &Scale) {
        let criterion = Criterion {
            code: CriterionCode::new("k").unwrap(),
            parent: None,
            name: String::new(),
            weight: Fixed::whole(1),
            scale: Some(scale.clone()),
            required: true,
            remark: RemarkRule::Optional,
            guidance: None,
        };
        let inventor = Inventor::new(7);
        for entry in 0..200 {
            let entry = entry.to_string();
            let mark = inventor.mark("J1", &entry, &criterion).unwrap();
            assert!(scale.admits(mark), "{mark}");
            assert_eq!(
                inventor.mark("J1", &entry, &criterion),
                Some(mark),
                "the same every time"
            );
        }
    }

    #[test]
    fn every_invented_mark_is_on_the_scale_and_the_same_every_time() {
        check(&Scale::Range {
            min: Fixed::whole(1),
            max: Fixed::whole(10),
            step: "0.25".parse().unwrap(),
        });
        let level = |value| Level {
            value: Fixed::whole(value),
            label: String::new(),
        };
        check(&Scale::Levels(vec![level(20), level(60), level(100)]));
    }
}
