use crate::{CriterionCode, Fixed};

/// A leaf (takes marks) or a group (a heading over its children) of a stage's rubric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// Unique within its stage.
    pub code: CriterionCode,
    /// The group it stands under.
    pub parent: Option<CriterionCode>,
    /// As printed.
    pub name: String,
    /// Not negative. In `points`, a leaf's own factor and nothing for a group; otherwise its share among its siblings.
    pub weight: Fixed,
    /// What may be given; `None` for a group.
    pub scale: Option<Scale>,
    /// Whether a final sheet must have a mark for it.
    pub required: bool,
    /// Whether a mark needs a remark beside it.
    pub remark: RemarkRule,
    /// What the judge should look at.
    pub guidance: Option<String>,
}

/// What marks a leaf takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scale {
    /// Any multiple of `step` counted from `min`, up to `max`.
    Range {
        /// Lowest mark.
        min: Fixed,
        /// Highest mark.
        max: Fixed,
        /// Distance between two marks, above zero.
        step: Fixed,
    },
    /// One of these, ascending by value, at least two.
    Levels(Vec<Level>),
}

/// One option of a level scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// The mark it stands for.
    pub value: Fixed,
    /// Its descriptor: "Perda".
    pub label: String,
}

crate::words! {
    /// Whether a mark needs a remark beside it.
    #[derive(Default)]
    pub enum RemarkRule {
        /// As the judge likes.
        #[default]
        Optional = "optional",
        /// A mark without a remark is not complete.
        Required = "required",
    }
}

impl Scale {
    /// The lowest mark.
    #[must_use]
    pub fn min(&self) -> Fixed {
        match self {
            Self::Range { min, .. } => *min,
            Self::Levels(levels) => levels.first().map_or(Fixed::ZERO, |level| level.value),
        }
    }

    /// The highest mark.
    #[must_use]
    pub fn max(&self) -> Fixed {
        match self {
            Self::Range { max, .. } => *max,
            Self::Levels(levels) => levels.last().map_or(Fixed::ZERO, |level| level.value),
        }
    }

    /// Whether a judge may give this mark.
    #[must_use]
    pub fn admits(&self, mark: Fixed) -> bool {
        match self {
            Self::Range { min, max, step } => {
                let above = mark.ten_thousandths() - min.ten_thousandths();
                *min <= mark && mark <= *max && above % step.ten_thousandths() == 0
            }
            Self::Levels(levels) => levels.iter().any(|level| level.value == mark),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(scale: &Scale, mark: &str, admitted: bool) {
        assert_eq!(scale.admits(mark.parse().unwrap()), admitted, "{mark}");
    }

    #[test]
    fn a_range_admits_its_steps_and_nothing_between_or_beyond() {
        let scale = Scale::Range {
            min: Fixed::whole(1),
            max: Fixed::whole(10),
            step: "0.5".parse().unwrap(),
        };
        for (mark, admitted) in [
            ("1", true),
            ("9.5", true),
            ("10", true),
            ("9.75", false),
            ("0.5", false),
            ("10.5", false),
        ] {
            check(&scale, mark, admitted);
        }
    }

    #[test]
    fn levels_admit_only_their_values() {
        let level = |value| Level {
            value: Fixed::whole(value),
            label: String::new(),
        };
        let scale = Scale::Levels(vec![level(1), level(5)]);
        check(&scale, "1", true);
        check(&scale, "3", false);
        assert_eq!(
            (scale.min(), scale.max()),
            (Fixed::whole(1), Fixed::whole(5))
        );
    }
}
