use super::Sheet;
use crate::panel::Scope;
use crate::rules::{Criterion, RemarkRule, Stage};
use crate::{CriterionCode, Fixed};

/// Why a mark cannot be given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MarkError {
    /// The stage has no such criterion.
    #[error("there is no criterion “{0}” in this stage")]
    UnknownCriterion(CriterionCode),
    /// The criterion is a group.
    #[error("“{0}” is a group of criteria and takes no mark")]
    Group(CriterionCode),
    /// Another judge marks this criterion.
    #[error("“{0}” is not among the criteria this judge marks")]
    NotAssigned(CriterionCode),
    /// Beyond the scale.
    #[error("{mark} is outside the scale of “{criterion}”, {min} to {max}")]
    Outside {
        /// What was given.
        mark: Fixed,
        /// For what.
        criterion: CriterionCode,
        /// Lowest mark.
        min: Fixed,
        /// Highest mark.
        max: Fixed,
    },
    /// Within the scale, but between two steps.
    #[error("{mark} is between the steps of “{criterion}”")]
    BetweenSteps {
        /// What was given.
        mark: Fixed,
        /// For what.
        criterion: CriterionCode,
    },
}

/// Whether a judge of this scope may give this mark.
///
/// # Errors
/// [`MarkError`] naming what is wrong with it.
pub fn check_mark(
    stage: &Stage,
    scope: &Scope,
    code: &CriterionCode,
    mark: Fixed,
) -> Result<(), MarkError> {
    let criterion = stage
        .criterion(code)
        .ok_or_else(|| MarkError::UnknownCriterion(code.clone()))?;
    let scale = criterion
        .scale
        .as_ref()
        .ok_or_else(|| MarkError::Group(code.clone()))?;
    if !scope.marks(stage, code) {
        return Err(MarkError::NotAssigned(code.clone()));
    }
    if scale.admits(mark) {
        return Ok(());
    }
    let (min, max) = (scale.min(), scale.max());
    Err(if mark < min || mark > max {
        MarkError::Outside {
            mark,
            criterion: code.clone(),
            min,
            max,
        }
    } else {
        MarkError::BetweenSteps {
            mark,
            criterion: code.clone(),
        }
    })
}

/// The criteria that a judge of this scope must still mark (or remark on) before the sheet can be final.
#[must_use]
pub fn missing_marks<'a>(stage: &'a Stage, scope: &Scope, sheet: &Sheet) -> Vec<&'a CriterionCode> {
    let open = |criterion: &Criterion| match sheet.marks.get(&criterion.code) {
        None => criterion.required,
        Some(mark) => criterion.remark == RemarkRule::Required && mark.remark.trim().is_empty(),
    };
    stage
        .leaves()
        .filter(|leaf| scope.marks(stage, &leaf.code) && open(leaf))
        .map(|leaf| &leaf.code)
        .collect()
}
