//! How well each entry is covered by sheets.

use super::entries;
use crate::case::Case;
use crate::results::{JudgeSheet, Results, SheetOutcomeKind};
use crate::rules::{Missing, Stage};
use crate::scoring::number;
use crate::{CategoryCode, EntryCode, StageCode};

/// How well one entry is covered in one stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// The stage.
    pub stage: StageCode,
    /// The entry.
    pub entry: EntryCode,
    /// Its category.
    pub category: CategoryCode,
    /// How many judges are assigned.
    pub assigned: u32,
    /// How many sheets count.
    pub filed: u32,
    /// How many judges stand aside.
    pub recused: u32,
    /// How many judges' hand-overs differ.
    pub conflict: u32,
    /// What that comes to.
    pub covered: Covered,
}

crate::words! {
    /// Whether an entry has the sheets it takes.
    pub enum Covered {
        /// All that are assigned and do not stand aside have filed.
        Fully = "fully",
        /// Sheets are still to come, but the stage's rule ranks it already.
        Enough = "enough",
        /// Fewer sheets than it takes, so far.
        TooFew = "too-few",
        /// Fewer judges remain than it takes: it can never be ranked as the panel is.
        TooFewJudges = "too-few-judges",
        /// Nobody is assigned, or all stand aside.
        NoJudge = "no-judge",
    }
}

/// The coverage of every entry in every stage that is about it, by stage and category, then by code. Sheets are counted, not
/// the marks of single criteria.
#[must_use]
pub fn coverage(case: &Case, results: &Results) -> Vec<Coverage> {
    let mut all = Vec::new();
    for result in &results.stages {
        let Some(stage) = case.rules().stage(&result.stage) else {
            continue;
        };
        for ranking in &result.standings.rankings {
            for (entry, sheets) in entries(result, ranking) {
                let count = |kind: SheetOutcomeKind| {
                    let such = |sheet: &&JudgeSheet| sheet.outcome.kind() == kind;
                    number(sheets.iter().filter(such).count())
                };
                let unassigned = count(SheetOutcomeKind::NotAssigned);
                let assigned = number(sheets.len()) - unassigned;
                let filed = count(SheetOutcomeKind::Counted);
                let recused = count(SheetOutcomeKind::Recused);
                all.push(Coverage {
                    stage: stage.code.clone(),
                    entry: entry.clone(),
                    category: ranking.category.clone(),
                    assigned,
                    filed,
                    recused,
                    conflict: count(SheetOutcomeKind::Conflict),
                    covered: covered(stage, assigned - recused, filed),
                });
            }
        }
    }
    all
}

fn covered(stage: &Stage, speaking: u32, filed: u32) -> Covered {
    let needed = match stage.missing {
        Missing::RequireAll => speaking,
        Missing::OfFiled { min_judges } => min_judges,
    };
    if speaking == 0 {
        Covered::NoJudge
    } else if speaking < needed {
        Covered::TooFewJudges
    } else if filed == speaking {
        Covered::Fully
    } else if filed >= needed {
        Covered::Enough
    } else {
        Covered::TooFew
    }
}
