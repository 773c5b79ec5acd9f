use super::Choices;
use crate::rules::{Level, Rules, Scale, Stage};
use crate::sheet::{Mark, Sheet};
use crate::{CategoryCode, Fixed};

crate::words! {
    /// What becomes of the marks given for a criterion under earlier rules.
    pub enum Carry {
        /// They stand as they are. On another scale, those that it does not have are to be given again.
        Keep = "keep",
        /// They move to the same place of the new scale: the lowest mark to the lowest, the highest to the highest, those
        /// between in proportion, to the nearest mark there is; from the middle of two to the higher one.
        Rescale = "rescale",
        /// They are to be given again. A sheet that lacks a required mark does not count until it has it.
        Again = "again",
    }
}

impl Scale {
    /// Whether the same marks can be given on both, whatever the levels are called.
    #[must_use]
    pub fn same_marks(&self, other: &Self) -> bool {
        let values = |levels: &[Level]| levels.iter().map(|level| level.value).collect::<Vec<_>>();
        match (self, other) {
            (Self::Levels(one), Self::Levels(other)) => values(one) == values(other),
            _ => self == other,
        }
    }
}

/// The sheet as it stands after one change of the rules, or `None` when no sheets are filed in its stage any more, or none
/// for entries of that category. Marks of criteria that are no more fall away with their remarks; the remark on the entry and whether the
/// sheet is final stay.
#[must_use]
pub fn carried_sheet(
    sheet: &Sheet,
    category: &CategoryCode,
    old: &Rules,
    new: &Rules,
    choices: &Choices,
) -> Option<Sheet> {
    let before = old.stage(&sheet.stage)?;
    let mut judged = new.judged_stages_of(category);
    let after = judged.find(|stage| stage.code == sheet.stage)?;
    let marks = sheet.marks.iter().filter_map(|(code, mark)| {
        let (was, is) = (scale(before, code)?, scale(after, code)?);
        let kept = if was.same_marks(is) {
            Carry::Keep
        } else {
            Carry::Again
        };
        let chosen = choices.get(&(sheet.stage.clone(), code.clone()));
        let value = carried_mark(*chosen.unwrap_or(&kept), was, is, mark.value)?;
        let remark = mark.remark.clone();
        Some((code.clone(), Mark { value, remark }))
    });
    Some(Sheet {
        marks: marks.collect(),
        ..sheet.clone()
    })
}

fn scale<'a>(stage: &'a Stage, code: &crate::CriterionCode) -> Option<&'a Scale> {
    stage.criterion(code)?.scale.as_ref()
}

/// The mark on the new scale, or `None` when it is to be given again.
#[must_use]
pub fn carried_mark(carry: Carry, old: &Scale, new: &Scale, mark: Fixed) -> Option<Fixed> {
    match carry {
        Carry::Keep => new.admits(mark).then_some(mark),
        Carry::Rescale if old.admits(mark) => rescaled(old, new, mark),
        Carry::Rescale => None,
        Carry::Again => None,
    }
}

/// All in whole ten-thousandths: `place` ÷ `span` is how far up its scale the mark stands.
fn rescaled(old: &Scale, new: &Scale, mark: Fixed) -> Option<Fixed> {
    let units = |value: Fixed| i128::from(value.ten_thousandths());
    let place = units(mark) - units(old.min());
    let span = (units(old.max()) - units(old.min())).max(1);
    let (lowest, highest) = (units(new.min()), units(new.max()));
    // The exact place on the new scale, times `span`.
    let exact = lowest * span + place * (highest - lowest);
    let nearest = match new {
        Scale::Range { step, .. } => {
            let step = units(*step).max(1) * span;
            let steps = (2 * (exact - lowest * span) + step).div_euclid(2 * step);
            lowest + steps * step / span
        }
        Scale::Levels(levels) => {
            let values = levels.iter().map(|level| units(level.value));
            values.min_by_key(|value| ((value * span - exact).abs(), -value))?
        }
    };
    let nearest = Fixed::from_ten_thousandths(i64::try_from(nearest).ok()?).ok()?;
    new.admits(nearest).then_some(nearest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(min: &str, max: &str, step: &str) -> Scale {
        let [min, max, step] = [min, max, step].map(|text| text.parse().unwrap());
        Scale::Range { min, max, step }
    }

    fn levels(values: &[i32]) -> Scale {
        let level = |&value| Level {
            value: Fixed::whole(value),
            label: format!("tingkat {value}"),
        };
        Scale::Levels(values.iter().map(level).collect())
    }

    #[track_caller]
    fn check(carry: Carry, old: &Scale, new: &Scale, mark: &str, expected: Option<&str>) {
        let carried = carried_mark(carry, old, new, mark.parse().unwrap());
        assert_eq!(
            carried.map(|mark| mark.to_string()).as_deref(),
            expected,
            "{mark}"
        );
    }

    #[test]
    fn a_rescaled_mark_keeps_its_place_between_lowest_and_highest() {
        let (ten, hundred) = (range("1", "10", "1"), range("0", "100", "0.5"));
        for (mark, expected) in [("1", "0"), ("10", "100"), ("4", "33.5"), ("7", "66.5")] {
            check(Carry::Rescale, &ten, &hundred, mark, Some(expected));
        }
        let back = [("0", "1"), ("100", "10"), ("33.5", "4"), ("50", "6")];
        for (mark, expected) in back {
            check(Carry::Rescale, &hundred, &ten, mark, Some(expected));
        }
    }

    #[test]
    fn a_mark_in_the_middle_of_two_goes_to_the_higher() {
        let (three, four) = (levels(&[1, 2, 3]), levels(&[0, 1, 3, 4]));
        check(Carry::Rescale, &three, &four, "2", Some("3"));
        check(
            Carry::Rescale,
            &three,
            &range("0", "5", "1"),
            "2",
            Some("3"),
        );
        check(
            Carry::Rescale,
            &three,
            &range("-5", "0", "1"),
            "2",
            Some("-2"),
        );
    }

    #[test]
    fn a_kept_mark_that_the_scale_no_longer_has_is_to_be_given_again() {
        let (wide, narrow) = (range("0", "100", "1"), range("0", "10", "1"));
        check(Carry::Keep, &wide, &narrow, "7", Some("7"));
        check(Carry::Keep, &wide, &narrow, "70", None);
        check(Carry::Again, &wide, &wide, "70", None);
    }

    #[test]
    fn scales_have_the_same_marks_whatever_the_levels_are_called() {
        let renamed = Scale::Levels(vec![
            Level {
                value: Fixed::whole(1),
                label: "SK".into(),
            },
            Level {
                value: Fixed::whole(2),
                label: "Perda".into(),
            },
        ]);
        assert!(levels(&[1, 2]).same_marks(&renamed));
        assert!(!levels(&[1, 3]).same_marks(&renamed));
        assert!(!range("1", "2", "1").same_marks(&range("1", "2", "0.5")));
    }
}
