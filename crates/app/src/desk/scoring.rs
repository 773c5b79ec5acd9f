//! What one sheet of this judge comes to so far: how far it is, its score, what is missing.

use super::own::Own;
use crate::api::desk::DeskState;
use exchange::keys::EnrolmentSecret;
use judging::entry::shuffled;
use judging::panel::Scope;
use judging::rules::{Rounding, RoundingLevel, Stage};
use judging::scoring::Rubric;
use judging::sheet::{Sheet, SheetState, missing_marks};
use judging::{CriterionCode, EntryCode, Exact};

/// A stage's rubric, ready to score this judge's sheets, and the judge's own order of entries.
pub(super) struct SheetScoring<'a> {
    pub stage: &'a Stage,
    scope: &'a Scope,
    rubric: Rubric<'a>,
    rounding: Rounding,
    order_seed: u64,
}

impl<'a> SheetScoring<'a> {
    /// For the sheets that this judge files in the stage.
    pub fn new(own: &'a Own, stage: &'a Stage) -> Self {
        Self {
            stage,
            scope: &own.judge.scope,
            rubric: Rubric::new(stage),
            rounding: own.rules.rounding,
            order_seed: EnrolmentSecret(own.packet.enrolment.0).order_seed(),
        }
    }

    /// Where an entry stands in the judge's own shuffled order.
    pub fn shuffled(&self, entry: &EntryCode) -> u32 {
        shuffled(self.order_seed, entry)
    }

    /// How far the sheet is. A final sheet that lost a required mark to changed rules is begun again: it does not count.
    pub fn state(&self, sheet: Option<&Sheet>) -> DeskState {
        match sheet {
            None => DeskState::Untouched,
            Some(sheet) if sheet.state == SheetState::Final && self.missing(sheet).is_empty() => {
                DeskState::Final
            }
            Some(sheet) if sheet.marks.is_empty() && sheet.remark.is_empty() => {
                DeskState::Untouched
            }
            Some(_) => DeskState::Begun,
        }
    }

    /// The criteria whose required mark or remark is missing.
    pub fn missing(&self, sheet: &Sheet) -> Vec<&'a CriterionCode> {
        missing_marks(self.stage, self.scope, sheet)
    }

    /// The score of the marks given so far, rounded where the rules round sheets; none without any that has weight.
    pub fn running(&self, sheet: &Sheet) -> Option<Exact> {
        let exact = self.rubric.score_of(self.scope, sheet)?;
        Some(match self.rounding.at {
            RoundingLevel::Sheet => exact.round(self.rounding.digits, self.rounding.mode),
            RoundingLevel::Stage | RoundingLevel::Final => exact,
        })
    }

    /// The sheet's score as it goes into the stage score; none while a required mark is missing.
    pub fn score(&self, sheet: &Sheet) -> Option<Exact> {
        let given = |code: &&CriterionCode| sheet.marks.contains_key(*code);
        let complete = self.missing(sheet).iter().all(given);
        complete.then(|| self.running(sheet)).flatten()
    }

    /// The score of a sheet with the highest mark everywhere.
    pub fn highest(&self) -> Option<Exact> {
        self.rubric.highest_score(self.scope)
    }

    /// A score as it is shown.
    pub fn shown(&self, score: &Exact) -> String {
        score.text(self.rounding.digits, self.rounding.mode)
    }
}
