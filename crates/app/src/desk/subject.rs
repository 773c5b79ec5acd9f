//! What a verb for one sheet works on, and how a mark is given and taken away: for the desk and for tables alike.

use super::own::Own;
use crate::Error;
use judging::rules::Stage;
use judging::sheet::{Mark, MarkError, Sheet, check_mark, missing_marks};
use judging::{CriterionCode, Fixed, FixedError};

/// A judge in a stage.
pub(super) struct Subject<'a> {
    pub own: &'a Own,
    pub stage: &'a Stage,
}

/// A mark as it was given: what it is about, and what was there before.
pub(super) struct Given {
    pub criterion: CriterionCode,
    pub before: Option<Mark>,
    pub after: Mark,
}

impl<'a> Subject<'a> {
    /// Gives one mark, with comma or point. The remark beside it stays where none is given.
    ///
    /// # Errors
    /// `bad-mark`; `unknown-criterion` and the like; `mark-outside-scale` or `mark-between-steps` with what is allowed.
    pub fn give(
        &self,
        sheet: &mut Sheet,
        criterion: &str,
        mark: &str,
        remark: Option<&str>,
    ) -> Result<Given, Error> {
        let criterion = self.criterion(criterion)?;
        let bad = |error: FixedError| {
            Error::new("bad-mark", error.to_string()).with("entry", &sheet.entry)
        };
        let value: Fixed = mark.trim().replace(',', ".").parse().map_err(bad)?;
        check_mark(self.stage, &self.own.judge.scope, &criterion, value)
            .map_err(|error| self.refusal(&error))?;
        let before = sheet.marks.get(&criterion).cloned();
        let remark = match (remark, &before) {
            (Some(remark), _) => remark.trim().to_owned(),
            (None, Some(before)) => before.remark.clone(),
            (None, None) => String::new(),
        };
        let after = Mark { value, remark };
        sheet.marks.insert(criterion.clone(), after.clone());
        Ok(Given {
            criterion,
            before,
            after,
        })
    }

    /// The criterion of that code, be it one of this stage or not.
    ///
    /// # Errors
    /// `bad-criterion` when it is no code at all.
    pub fn criterion(&self, code: &str) -> Result<CriterionCode, Error> {
        CriterionCode::new(code).map_err(|error| Error::bad_code("criterion", &error))
    }

    /// The criteria whose required mark or remark is missing.
    pub fn missing(&self, sheet: &Sheet) -> Vec<&'a CriterionCode> {
        missing_marks(self.stage, &self.own.judge.scope, sheet)
    }

    fn refusal(&self, error: &MarkError) -> Error {
        let name = |code: &CriterionCode| {
            let criterion = self.stage.criterion(code);
            criterion.map_or_else(|| code.to_string(), |criterion| criterion.name.clone())
        };
        let (code, criterion) = match error {
            MarkError::UnknownCriterion(code) => ("unknown-criterion", code),
            MarkError::Group(code) => ("criterion-is-a-group", code),
            MarkError::NotAssigned(code) => ("criterion-not-assigned", code),
            MarkError::Outside { criterion, .. } => ("mark-outside-scale", criterion),
            MarkError::BetweenSteps { criterion, .. } => ("mark-between-steps", criterion),
        };
        let refused = Error::new(code, error.to_string()).with("criterion", name(criterion));
        match error {
            MarkError::Outside { mark, min, max, .. } => {
                refused.with("mark", mark).with("min", min).with("max", max)
            }
            MarkError::BetweenSteps { mark, .. } => refused.with("mark", mark),
            _ => refused,
        }
    }
}
