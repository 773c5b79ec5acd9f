//! What each judge owes.

use super::entries;
use crate::case::Case;
use crate::results::{Results, SheetOutcome};
use crate::{CategoryCode, EntryCode, JudgeCode, StageCode};
use std::collections::BTreeMap;

/// What one judge owes in one stage and category. Every entry assigned is in exactly one of the lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// The judge.
    pub judge: JudgeCode,
    /// The stage.
    pub stage: StageCode,
    /// The category.
    pub category: CategoryCode,
    /// Entries with a sheet that counts.
    pub filed: Vec<EntryCode>,
    /// Entries with a draft, or with a final sheet that lacks a required mark.
    pub begun: Vec<EntryCode>,
    /// Entries of which nothing is heard.
    pub silent: Vec<EntryCode>,
    /// Entries the judge stands aside for.
    pub recused: Vec<EntryCode>,
    /// Entries on which the judge's hand-overs differ.
    pub conflict: Vec<EntryCode>,
}

impl Owed {
    const fn nothing(judge: JudgeCode, stage: StageCode, category: CategoryCode) -> Self {
        Self {
            judge,
            stage,
            category,
            filed: Vec::new(),
            begun: Vec::new(),
            silent: Vec::new(),
            recused: Vec::new(),
            conflict: Vec::new(),
        }
    }

    /// How many entries the judge is assigned to.
    #[must_use]
    pub const fn assigned(&self) -> usize {
        self.filed.len() + self.open() + self.recused.len() + self.conflict.len()
    }

    /// How many sheets are still to come.
    #[must_use]
    pub const fn open(&self) -> usize {
        self.begun.len() + self.silent.len()
    }
}

/// What every judge owes, by the panel's order, then by stage and category; only where something is assigned. A stage after
/// a cut asks only for the entries that passed it. Entries are named in the order of their codes.
#[must_use]
pub fn owed(case: &Case, results: &Results) -> Vec<Owed> {
    let mut by_judge: BTreeMap<&JudgeCode, Vec<Owed>> = BTreeMap::new();
    for result in &results.stages {
        for ranking in &result.standings.rankings {
            let mut here: BTreeMap<&JudgeCode, Owed> = BTreeMap::new();
            for (entry, sheets) in entries(result, ranking) {
                for sheet in sheets {
                    let nothing = || {
                        let (stage, category) = (result.stage.clone(), ranking.category.clone());
                        Owed::nothing(sheet.judge.clone(), stage, category)
                    };
                    let list: fn(&mut Owed) -> &mut Vec<EntryCode> = match sheet.outcome {
                        SheetOutcome::Counted { .. } => |owed| &mut owed.filed,
                        SheetOutcome::Draft
                        | SheetOutcome::LacksMarks(_)
                        | SheetOutcome::NoWeight => |owed| &mut owed.begun,
                        SheetOutcome::NotFiled => |owed| &mut owed.silent,
                        SheetOutcome::Recused => |owed| &mut owed.recused,
                        SheetOutcome::Conflict => |owed| &mut owed.conflict,
                        SheetOutcome::NotAssigned => continue,
                    };
                    let owed = here.entry(&sheet.judge).or_insert_with(nothing);
                    list(owed).push(entry.clone());
                }
            }
            for (judge, owed) in here {
                by_judge.entry(judge).or_default().push(owed);
            }
        }
    }
    let judges = case.judges.iter();
    judges
        .filter_map(|judge| by_judge.remove(&judge.code))
        .flatten()
        .collect()
}
