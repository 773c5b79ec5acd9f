//! What was filed for one stage in one category: the sheets that count, and for each entry which judges gave none.

use super::filing::{Filing, filing, own_marks};
use super::inputs::Inputs;
use super::mark_table::MarkTable;
use super::rubric::Rubric;
use super::statements::{Statement, has_final};
use crate::JudgeCode;
use crate::entry::Entry;
use crate::panel::Judge;

/// The sheets that count, in the order of the entries, with the judges of each entry.
#[derive(Debug)]
pub(crate) struct FiledSheets {
    /// A row's judge is a position in the panel.
    pub(crate) table: MarkTable,
    /// By entry.
    pub(crate) judges: Vec<EntryJudges>,
}

/// The judges of one entry, by position in the panel, ascending.
#[derive(Debug, Clone, Default)]
pub(crate) struct EntryJudges {
    /// How many are assigned.
    pub(crate) assigned: usize,
    /// Assigned, without a sheet that counts.
    pub(crate) missing: Vec<usize>,
    /// Assigned, and stood aside.
    pub(crate) recused: Vec<usize>,
    /// Assigned, and their hand-overs differ.
    pub(crate) conflict: Vec<usize>,
    /// Filed a final sheet without being assigned.
    pub(crate) unassigned: Vec<JudgeCode>,
    /// Whether an assigned judge filed a final sheet, in force or in conflict.
    pub(crate) begun: bool,
}

impl FiledSheets {
    pub(super) fn gather<'a>(
        inputs: &Inputs<'a>,
        rubric: &Rubric<'a>,
        entries: &[&'a Entry],
    ) -> Self {
        let mut filed = Self {
            table: MarkTable::new(rubric.leaves.len()),
            judges: Vec::with_capacity(entries.len()),
        };
        for entry in entries {
            let statements = inputs.statements.about(&rubric.stage.code, &entry.code);
            let judges = filed.take(rubric, inputs.judges, entry, statements);
            filed.judges.push(judges);
            filed.table.end_entry();
        }
        filed
    }

    /// Takes an entry's sheets that count into the table.
    fn take(
        &mut self,
        rubric: &Rubric<'_>,
        panel: &[Judge],
        entry: &Entry,
        statements: &[Statement<'_>],
    ) -> EntryJudges {
        let covers = |judge: &Judge| {
            judge
                .scope
                .covers(rubric.stage, &entry.category, &entry.code)
        };
        let mut judges = EntryJudges::default();
        for (position, judge) in panel.iter().enumerate() {
            if !covers(judge) {
                continue;
            }
            judges.assigned += 1;
            let said = statements.iter().find(|(by, _)| **by == judge.code);
            let said = said.map(|(_, value)| *value);
            judges.begun |= said.is_some_and(has_final);
            match filing(rubric, judge, said) {
                Filing::Counts(sheet) => {
                    let number = u32::try_from(position).unwrap_or(u32::MAX);
                    self.table.sheet(number, own_marks(rubric, judge, sheet));
                }
                Filing::Recused => judges.recused.push(position),
                Filing::Conflict => judges.conflict.push(position),
                Filing::Draft | Filing::LacksMarks(_) | Filing::NoWeight | Filing::Nothing => {
                    judges.missing.push(position);
                }
            }
        }
        let is_assigned = |code: &JudgeCode| {
            let judge = panel.iter().find(|judge| judge.code == *code);
            judge.is_some_and(covers)
        };
        let finals = statements.iter().filter(|(_, value)| has_final(value));
        let unassigned = finals.filter(|(by, _)| !is_assigned(by));
        judges.unassigned = unassigned.map(|(by, _)| (*by).clone()).collect();
        judges
    }

    /// Whether an assigned judge has filed a final sheet for any entry.
    pub(crate) fn begun(&self) -> bool {
        self.judges.iter().any(|judges| judges.begun)
    }
}

impl EntryJudges {
    /// Whether somebody filed a final sheet for the entry.
    pub(crate) fn has_final_sheet(&self) -> bool {
        self.begun || !self.unassigned.is_empty()
    }
}
