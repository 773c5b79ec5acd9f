//! One stage in one category: every entry's score, or what stands against one.

use super::Question;
use super::filed::{Account, Filed, Heard};
use super::plan::Plan;
use super::row::Obstacle;
use super::score::score_table;
use super::standardise::{Refused, standardised};
use crate::entry::Entry;
use crate::panel::Judge;
use crate::rules::{Aggregate, JudgedBy, Missing, Rounding, Stage};
use crate::{Exact, JudgeCode};

/// One stage's scores.
#[derive(Debug)]
pub(super) struct Lane<'a> {
    pub(super) plan: Plan<'a>,
    pub(super) rounding: Rounding,
    pub(super) filed: Filed,
    /// By entry: the score rounded, in whole units of the last digit.
    pub(super) outcomes: Vec<Result<i128, Obstacle>>,
    /// By entry, where scores are standardised.
    standardised: Option<Vec<Result<Exact, Refused>>>,
}

impl<'a> Lane<'a> {
    /// Gathers what was filed and scores it; `None` when a score is too large to compare.
    pub(super) fn score(
        question: &Question<'a>,
        heard: &Heard<'a>,
        stage: &'a Stage,
        entries: &[&'a Entry],
    ) -> Option<Self> {
        let plan = Plan::new(stage);
        let rounding = question.rules.rounding;
        let filed = Filed::gather(question, heard, &plan, entries);
        let standardise = stage.aggregate == Aggregate::StandardisedMean;
        let standardised = standardise.then(|| standardised(&plan, rounding, &filed));
        let mut lane = Self {
            plan,
            rounding,
            filed,
            outcomes: Vec::new(),
            standardised,
        };
        lane.outcomes = lane.outcomes(question.judges)?;
        Some(lane)
    }

    /// The entry's score rounded, in whole units of the last digit, when nothing stands against it.
    pub(super) fn units(&self, entry: usize) -> Option<i128> {
        self.outcomes[entry].as_ref().ok().copied()
    }

    /// The entry's score before its last rounding, when nothing stands against it.
    pub(super) fn exact(&self, entry: usize) -> Option<Exact> {
        self.units(entry)?;
        self.unchecked(entry)
    }

    /// The score of the sheets there are.
    fn unchecked(&self, entry: usize) -> Option<Exact> {
        match &self.standardised {
            Some(scores) => scores[entry].as_ref().ok().cloned(),
            None => self
                .plan
                .entry_score(self.rounding, &self.filed.table, entry),
        }
    }

    /// The scores of the entry's sheets, with their judges' places in the panel.
    pub(super) fn sheet_scores(&self, entry: usize) -> Vec<(u32, Exact)> {
        self.plan
            .sheet_scores(self.rounding, &self.filed.table, entry)
    }

    /// How many of the entry's sheets count.
    pub(super) fn sheets(&self, entry: usize) -> u32 {
        number(self.filed.table.sheets(entry).len())
    }

    /// `None` when a score is too large to compare.
    fn outcomes(&self, judges: &[Judge]) -> Option<Vec<Result<i128, Obstacle>>> {
        let Rounding { digits, mode, .. } = self.rounding;
        let units = match &self.standardised {
            None => score_table(&self.plan, self.rounding, &self.filed.table),
            Some(scores) => {
                let units = |score: &Result<Exact, _>| score.as_ref().ok()?.units(digits, mode);
                scores.iter().map(units).collect()
            }
        };
        let accounts = self.filed.accounts.iter().enumerate().zip(units);
        let outcome = |((entry, account), units): ((usize, &Account), Option<i128>)| {
            if let Some(obstacle) = self.unheard(entry, account, judges) {
                return Some(Err(obstacle));
            }
            if units.is_none() && self.unchecked(entry).is_some() {
                return None;
            }
            Some(units.ok_or_else(|| self.nothing(entry, judges)))
        };
        accounts.map(outcome).collect()
    }

    /// Why the entry's sheets make no score.
    fn nothing(&self, entry: usize, judges: &[Judge]) -> Obstacle {
        let filed = self.sheets(entry);
        let refused = self.standardised.as_ref().and_then(|scores| {
            let Refused::Judge(place) = scores[entry].as_ref().err()? else {
                return None;
            };
            judges.get(*place)
        });
        match (refused, self.plan.stage.aggregate) {
            (Some(judge), _) => Obstacle::NoSpread {
                judge: judge.code.clone(),
            },
            (None, Aggregate::TrimmedMean { trim }) => Obstacle::NothingLeft { filed, trim },
            (None, _) => Obstacle::TooFew { filed, needed: 1 },
        }
    }

    /// What the stage's rule on missing sheets has against the entry.
    fn unheard(&self, entry: usize, account: &Account, judges: &[Judge]) -> Option<Obstacle> {
        let codes = |places: &[usize]| codes(judges, places);
        if account.assigned == 0 {
            return Some(Obstacle::NoJudge);
        }
        if !account.conflict.is_empty() {
            return Some(Obstacle::Conflict(codes(&account.conflict)));
        }
        if account.recused.len() == account.assigned {
            return Some(Obstacle::AllRecused);
        }
        let needed = match self.plan.stage.missing {
            Missing::RequireAll if !account.missing.is_empty() => {
                return Some(Obstacle::NotFiled(codes(&account.missing)));
            }
            Missing::RequireAll => 1,
            Missing::OfFiled { min_judges } => min_judges,
        };
        match self.plan.stage.judged_by {
            JudgedBy::Entry => {
                let filed = self.sheets(entry);
                (filed < needed).then_some(Obstacle::TooFew { filed, needed })
            }
            JudgedBy::Criterion => self.unmarked(entry, needed),
        }
    }

    /// The first criterion with fewer marks than it takes. An optional one takes none, but if it has any, enough to aggregate.
    fn unmarked(&self, entry: usize, needed: u32) -> Option<Obstacle> {
        let table = &self.filed.table;
        let least = match self.plan.stage.aggregate {
            Aggregate::TrimmedMean { trim } => trim.saturating_mul(2).saturating_add(1),
            _ => 1,
        };
        let columns = self.plan.leaves.iter().enumerate();
        columns
            .map(|(column, leaf)| {
                let given = |sheet: &usize| table.mark(*sheet, column).is_some();
                let marks = number(table.sheets(entry).filter(given).count());
                let needed = if leaf.required {
                    needed.max(least)
                } else {
                    least
                };
                (leaf, marks, needed)
            })
            .find(|(leaf, marks, needed)| marks < needed && (leaf.required || *marks > 0))
            .map(|(leaf, marks, needed)| Obstacle::Unmarked {
                criterion: leaf.code.clone(),
                marks,
                needed,
            })
    }
}

/// The codes of judges by their places in the panel.
pub(super) fn codes(judges: &[Judge], places: &[usize]) -> Vec<JudgeCode> {
    let judges = places.iter().filter_map(|place| judges.get(*place));
    judges.map(|judge| judge.code.clone()).collect()
}

/// A count as it is shown.
pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
