//! One stage in one category: every entry's score, or what stands against one.

use super::figure::number;
use super::filed_sheets::{EntryJudges, FiledSheets};
use super::inputs::Inputs;
use super::obstacle::Obstacle;
use super::rubric::Rubric;
use super::stage_score::score_table;
use super::standardise::{NotStandardised, standardised};
use crate::entry::Entry;
use crate::panel::Judge;
use crate::rules::{Aggregate, JudgedBy, Missing, Rounding, Stage};
use crate::{Exact, Fixed, JudgeCode};

/// One stage's scores in one category.
#[derive(Debug)]
pub(crate) struct ScoredStage<'a> {
    pub(crate) rubric: Rubric<'a>,
    pub(crate) rounding: Rounding,
    pub(crate) sheets: FiledSheets,
    /// By entry: the score rounded, in whole units of the last digit.
    pub(crate) outcomes: Vec<Result<i128, Obstacle>>,
    /// By entry, where scores are standardised.
    standardised: Option<Vec<Result<Exact, NotStandardised>>>,
}

impl<'a> ScoredStage<'a> {
    /// Gathers what was filed and scores it; `None` when a score is too large to compare.
    pub(super) fn score(
        inputs: &Inputs<'a>,
        stage: &'a Stage,
        entries: &[&'a Entry],
    ) -> Option<Self> {
        let rubric = Rubric::new(stage);
        let rounding = inputs.rules.rounding;
        let sheets = FiledSheets::gather(inputs, &rubric, entries);
        let standardise = stage.aggregate == Aggregate::StandardisedMean;
        let standardised = standardise.then(|| standardised(&rubric, rounding, &sheets.table));
        let mut scored = Self {
            rubric,
            rounding,
            sheets,
            outcomes: Vec::new(),
            standardised,
        };
        scored.outcomes = scored.outcomes(inputs.judges)?;
        Some(scored)
    }

    /// The entry's score rounded, in whole units of the last digit, when nothing stands against it.
    pub(crate) fn units(&self, entry: usize) -> Option<i128> {
        self.outcomes[entry].as_ref().ok().copied()
    }

    /// The entry's score before its last rounding, when nothing stands against it.
    pub(crate) fn exact(&self, entry: usize) -> Option<Exact> {
        self.units(entry)?;
        self.score_of_filed(entry)
    }

    /// The score of the sheets there are, whether or not they are enough.
    fn score_of_filed(&self, entry: usize) -> Option<Exact> {
        match &self.standardised {
            Some(scores) => scores[entry].as_ref().ok().cloned(),
            None => self
                .rubric
                .entry_score(self.rounding, &self.sheets.table, entry),
        }
    }

    /// The scores of the entry's sheets, with their judges' positions in the panel.
    pub(crate) fn sheet_scores(&self, entry: usize) -> Vec<(u32, Exact)> {
        self.rubric
            .sheet_scores(self.rounding, &self.sheets.table, entry)
    }

    /// How many of the entry's sheets count.
    pub(crate) fn counted_sheets(&self, entry: usize) -> u32 {
        number(self.sheets.table.sheets(entry).len())
    }

    /// Gives another mark in place of one, and scores its entry anew; not where scores are standardised.
    pub(crate) fn give(&mut self, entry: usize, sheet: usize, column: usize, mark: Fixed) {
        self.sheets.table.set(sheet, column, mark);
        let Rounding { digits, mode, .. } = self.rounding;
        let score = self.score_of_filed(entry);
        let units = score.and_then(|score| score.units(digits, mode));
        if let (Ok(outcome), Some(units)) = (&mut self.outcomes[entry], units) {
            *outcome = units;
        }
    }

    /// `None` when a score is too large to compare.
    fn outcomes(&self, judges: &[Judge]) -> Option<Vec<Result<i128, Obstacle>>> {
        let Rounding { digits, mode, .. } = self.rounding;
        let units = match &self.standardised {
            None => score_table(&self.rubric, self.rounding, &self.sheets.table),
            Some(scores) => {
                let units = |score: &Result<Exact, _>| score.as_ref().ok()?.units(digits, mode);
                scores.iter().map(units).collect()
            }
        };
        let entries = self.sheets.judges.iter().enumerate().zip(units);
        let outcome = |((entry, own), units): ((usize, &EntryJudges), Option<i128>)| {
            if let Some(obstacle) = self.shortfall(entry, own, judges) {
                return Some(Err(obstacle));
            }
            if units.is_none() && self.score_of_filed(entry).is_some() {
                return None;
            }
            Some(units.ok_or_else(|| self.no_score(entry, judges)))
        };
        entries.map(outcome).collect()
    }

    /// Why the entry's sheets make no score.
    fn no_score(&self, entry: usize, judges: &[Judge]) -> Obstacle {
        let filed = self.counted_sheets(entry);
        let without_spread = self.standardised.as_ref().and_then(|scores| {
            let NotStandardised::Judge(position) = scores[entry].as_ref().err()? else {
                return None;
            };
            judges.get(*position)
        });
        match (without_spread, self.rubric.stage.aggregate) {
            (Some(judge), _) => Obstacle::NoSpread {
                judge: judge.code.clone(),
            },
            (None, Aggregate::TrimmedMean { trim }) => Obstacle::NothingLeft { filed, trim },
            (None, _) => Obstacle::TooFew { filed, needed: 1 },
        }
    }

    /// What is missing by the stage's rule on missing sheets.
    fn shortfall(&self, entry: usize, own: &EntryJudges, panel: &[Judge]) -> Option<Obstacle> {
        let codes = |positions: &[usize]| codes(panel, positions);
        if own.assigned == 0 {
            return Some(Obstacle::NoJudge);
        }
        if !own.conflict.is_empty() {
            return Some(Obstacle::Conflict(codes(&own.conflict)));
        }
        if own.recused.len() == own.assigned {
            return Some(Obstacle::AllRecused);
        }
        let needed = match self.rubric.stage.missing {
            Missing::RequireAll if !own.missing.is_empty() => {
                return Some(Obstacle::NotFiled(codes(&own.missing)));
            }
            Missing::RequireAll => 1,
            Missing::OfFiled { min_judges } => min_judges,
        };
        match self.rubric.stage.judged_by {
            JudgedBy::Entry => {
                let filed = self.counted_sheets(entry);
                (filed < needed).then_some(Obstacle::TooFew { filed, needed })
            }
            JudgedBy::Criterion => self.unmarked(entry, needed),
        }
    }

    /// The first criterion with fewer marks than it takes. An optional one takes none, but if it has any, enough to aggregate.
    fn unmarked(&self, entry: usize, needed: u32) -> Option<Obstacle> {
        let table = &self.sheets.table;
        let least = match self.rubric.stage.aggregate {
            Aggregate::TrimmedMean { trim } => trim.saturating_mul(2).saturating_add(1),
            _ => 1,
        };
        let columns = self.rubric.leaves.iter().enumerate();
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

/// The codes of judges by their positions in the panel.
pub(crate) fn codes(panel: &[Judge], positions: &[usize]) -> Vec<JudgeCode> {
    let judges = positions.iter().filter_map(|position| panel.get(*position));
    judges.map(|judge| judge.code.clone()).collect()
}
