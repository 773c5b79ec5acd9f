//! What became of every judge's sheet.

use crate::case::Case;
use crate::handover::{Key, View, view};
use crate::panel::Judge;
use crate::rules::JudgedBy;
use crate::scoring::{Figure, Filing, ScoredCategory, ScoredStage, filing, has_final};
use crate::{CriterionCode, EntryCode, JudgeCode};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What became of one judge's sheet for one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgeSheet {
    /// The judge.
    pub judge: JudgeCode,
    /// Whether it counts, else why not.
    pub outcome: SheetOutcome,
    /// Whether the judge said something else in a hand-over that came after the result was published.
    pub late: bool,
}

/// Whether a judge's sheet counts, else why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetOutcome {
    /// It counts.
    Counted {
        /// Its score; `None` in a stage judged by criterion, where sheets have none.
        score: Option<Figure>,
    },
    /// It is a draft.
    Draft,
    /// It is final, but lacks these required marks.
    LacksMarks(Vec<CriterionCode>),
    /// It is final, but none of its marks has any weight.
    NoWeight,
    /// Nothing was filed.
    NotFiled,
    /// The judge stands aside.
    Recused,
    /// The judge's hand-overs differ, and the chair has not settled it.
    Conflict,
    /// It is final, but the judge is not assigned to the entry.
    NotAssigned,
}

crate::words! {
    /// Whether a judge's sheet counts, else why not.
    pub enum SheetOutcomeKind of SheetOutcome {
        /// It counts.
        Counted = "counted",
        /// It is a draft.
        Draft = "draft",
        /// It is final, but lacks required marks.
        LacksMarks = "lacks-marks",
        /// It is final, but none of its marks has any weight.
        NoWeight = "no-weight",
        /// Nothing was filed.
        NotFiled = "not-filed",
        /// The judge stands aside.
        Recused = "recused",
        /// The judge's hand-overs differ.
        Conflict = "conflict",
        /// The judge is not assigned to the entry.
        NotAssigned = "not-assigned",
    }
}

/// The sheets of one entry in the n-th stage of its category; `None` when the category has no such entry.
pub(super) fn sheets(
    category: &ScoredCategory<'_>,
    stage: usize,
    code: &EntryCode,
    late: &BTreeSet<Key>,
) -> Option<(EntryCode, Vec<JudgeSheet>)> {
    let number = category.entry(code)?;
    let (scored, entry) = (&category.stages[stage], category.entries[number]);
    let stage = scored.rubric.stage;
    let statements = category.inputs.statements.about(&stage.code, &entry.code);
    let covers = |judge: &Judge| judge.scope.covers(stage, &entry.category, code);
    let sheet = |judge: &JudgeCode, outcome| {
        let about = || Key {
            judge: judge.clone(),
            stage: stage.code.clone(),
            entry: code.clone(),
        };
        JudgeSheet {
            judge: judge.clone(),
            outcome,
            late: !late.is_empty() && late.contains(&about()),
        }
    };
    let panel = category.inputs.judges;
    let assigned = (0..).zip(panel).filter(|(_, judge)| covers(judge));
    let assigned = assigned.map(|(position, judge)| {
        let said = statements.iter().find(|(by, _)| **by == judge.code);
        let outcome = match filing(&scored.rubric, judge, said.map(|(_, value)| *value)) {
            Filing::Counts(_) => SheetOutcome::Counted {
                score: score(scored, number, position),
            },
            Filing::Draft => SheetOutcome::Draft,
            Filing::LacksMarks(criteria) => SheetOutcome::LacksMarks(criteria),
            Filing::NoWeight => SheetOutcome::NoWeight,
            Filing::Nothing => SheetOutcome::NotFiled,
            Filing::Recused => SheetOutcome::Recused,
            Filing::Conflict => SheetOutcome::Conflict,
        };
        sheet(&judge.code, outcome)
    });
    let is_assigned = |code: &JudgeCode| {
        let judge = panel.iter().find(|judge| judge.code == *code);
        judge.is_some_and(covers)
    };
    let finals = statements
        .iter()
        .filter(|(by, value)| !is_assigned(by) && has_final(value));
    let unassigned = finals.map(|(by, _)| sheet(by, SheetOutcome::NotAssigned));
    Some((code.clone(), assigned.chain(unassigned).collect()))
}

/// The score of a sheet that counts, before any rounding and rounded; `judge` is a position in the panel.
fn score(scored: &ScoredStage<'_>, entry: usize, judge: u32) -> Option<Figure> {
    if scored.rubric.stage.judged_by == JudgedBy::Criterion {
        return None;
    }
    let table = &scored.sheets.table;
    let sheet = table
        .sheets(entry)
        .find(|&sheet| table.judge(sheet) == judge)?;
    let exact = scored.rubric.sheet_score(table, sheet)?;
    Some(Figure::new(exact, scored.rounding))
}

/// What late hand-overs say otherwise than what is in force.
pub(super) fn said_late(case: &Case, in_force: &View<'_>) -> BTreeSet<Key> {
    let late = view(case.late.iter().map(Arc::as_ref), &[]);
    let differs = late
        .said
        .into_iter()
        .filter(|(key, value)| in_force.said.get(key) != Some(value));
    differs.map(|(key, _)| key).collect()
}
