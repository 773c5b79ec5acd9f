//! One stage in one category: every entry's score, or what stands against one.

use super::Question;
use super::filed::{Account, Filed, Heard};
use super::mark_table::MISSING;
use super::plan::Plan;
use super::row::Obstacle;
use super::score::{Scored, score_table};
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
    /// By entry.
    pub(super) outcomes: Vec<Result<Scored, Obstacle>>,
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
        let filed = Filed::gather(question, heard, &plan, entries);
        let mut lane = Self {
            plan,
            rounding: question.rules.rounding,
            filed,
            outcomes: Vec::new(),
        };
        lane.outcomes = lane.outcomes(question.judges)?;
        Some(lane)
    }

    pub(super) fn scored(&self, entry: usize) -> Option<&Scored> {
        self.outcomes[entry].as_ref().ok()
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

    fn outcomes(&self, judges: &[Judge]) -> Option<Vec<Result<Scored, Obstacle>>> {
        let scores = self.scores(judges)?;
        let accounts = self.filed.accounts.iter().enumerate();
        let outcomes = accounts.zip(scores).map(|((entry, account), score)| {
            match self.unheard(entry, account, judges) {
                Some(obstacle) => Err(obstacle),
                None => score,
            }
        });
        Some(outcomes.collect())
    }

    /// Every entry's score from the sheets there are.
    fn scores(&self, judges: &[Judge]) -> Option<Vec<Result<Scored, Obstacle>>> {
        let standardise = self.plan.stage.aggregate == Aggregate::StandardisedMean;
        if !standardise {
            let scores = score_table(&self.plan, self.rounding, &self.filed.table).into_iter();
            let outcome =
                |(entry, score): (usize, Option<_>)| score.ok_or_else(|| self.nothing(entry));
            return Some(scores.enumerate().map(outcome).collect());
        }
        let scores = standardised(&self.plan, self.rounding, &self.filed);
        let outcome = |(entry, score)| match score {
            Ok(exact) => Some(Ok(Scored::new(exact, self.rounding)?)),
            Err(Refused::Nothing) => Some(Err(self.nothing(entry))),
            Err(Refused::Judge(place)) => Some(Err(judges.get(place).map_or_else(
                || self.nothing(entry),
                |judge| Obstacle::NoSpread {
                    judge: judge.code.clone(),
                },
            ))),
        };
        scores.into_iter().enumerate().map(outcome).collect()
    }

    /// Why the entry's sheets make no score.
    fn nothing(&self, entry: usize) -> Obstacle {
        let filed = self.sheets(entry);
        match self.plan.stage.aggregate {
            Aggregate::TrimmedMean { trim } if filed > 0 => Obstacle::NothingLeft { filed, trim },
            _ => Obstacle::TooFew { filed, needed: 1 },
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
                let given = |sheet: &usize| table.marks(*sheet)[column] != MISSING;
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
