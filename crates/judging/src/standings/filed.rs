//! What was filed for one stage in one category: the sheets that count, and for each entry who else was to speak.

use super::Question;
use super::mark_table::MarkTable;
use super::plan::Plan;
use crate::entry::Entry;
use crate::handover::{Said, Value};
use crate::panel::Judge;
use crate::rules::{Criterion, JudgedBy, Score};
use crate::sheet::{Sheet, SheetState};
use crate::{CriterionCode, EntryCode, Fixed, JudgeCode, StageCode};
use std::collections::HashMap;

/// Everything in force by what it is about.
#[derive(Debug)]
pub(super) struct Heard<'a>(HashMap<(&'a StageCode, &'a EntryCode), Vec<Statement<'a>>>);

pub(super) type Statement<'a> = (&'a JudgeCode, &'a Value<'a>);

impl<'a> Heard<'a> {
    pub(super) fn new(question: &Question<'a>) -> Self {
        let mut heard: HashMap<_, Vec<_>> = HashMap::with_capacity(question.entries.len());
        for (key, value) in &question.view.said {
            let about = heard.entry((&key.stage, &key.entry)).or_default();
            about.push((&key.judge, value));
        }
        Self(heard)
    }

    /// What has been said of the entry in the stage, by judge.
    pub(super) fn about(&self, stage: &'a StageCode, entry: &'a EntryCode) -> &[Statement<'a>] {
        self.0.get(&(stage, entry)).map_or(&[], Vec::as_slice)
    }
}

/// The sheets that count, in the order of the entries, with the state of each entry.
#[derive(Debug)]
pub(super) struct Filed {
    /// A row's judge is a place in the panel.
    pub(super) table: MarkTable,
    pub(super) accounts: Vec<Account>,
}

/// Who was to speak of one entry, by places in the panel, ascending.
#[derive(Debug, Clone, Default)]
pub(super) struct Account {
    /// How many are assigned.
    pub(super) assigned: usize,
    /// Assigned, without a sheet that counts.
    pub(super) missing: Vec<usize>,
    /// Assigned, and stood aside.
    pub(super) recused: Vec<usize>,
    /// Assigned, and their hand-overs differ.
    pub(super) conflict: Vec<usize>,
    /// Filed a final sheet without being assigned.
    pub(super) unassigned: Vec<JudgeCode>,
    /// Whether an assigned judge filed a final sheet, in force or in conflict.
    pub(super) begun: bool,
}

/// What has come from an assigned judge for an entry: the one judgement of what counts.
pub(crate) enum Filing<'a> {
    /// A sheet that counts.
    Counts(&'a Sheet),
    /// A draft.
    Draft,
    /// A final sheet without these required marks.
    LacksMarks(Vec<CriterionCode>),
    /// A final sheet none of whose marks has any weight.
    NoWeight,
    /// Nothing.
    Nothing,
    /// The judge stands aside.
    Recused,
    /// Hand-overs differ, and one of them would count or stands aside.
    Conflict,
}

impl Filed {
    pub(super) fn gather<'a>(
        question: &Question<'a>,
        heard: &Heard<'a>,
        plan: &Plan<'a>,
        entries: &[&'a Entry],
    ) -> Self {
        let mut filed = Self {
            table: MarkTable::new(plan.leaves.len()),
            accounts: Vec::with_capacity(entries.len()),
        };
        for entry in entries {
            let statements = heard.about(&plan.stage.code, &entry.code);
            let account = filed.account(plan, question.judges, entry, statements);
            filed.accounts.push(account);
            filed.table.end_entry();
        }
        filed
    }

    fn account(
        &mut self,
        plan: &Plan<'_>,
        judges: &[Judge],
        entry: &Entry,
        statements: &[Statement<'_>],
    ) -> Account {
        let mut account = Account::default();
        for (place, judge) in judges.iter().enumerate() {
            if !judge.scope.covers(plan.stage, &entry.category, &entry.code) {
                continue;
            }
            account.assigned += 1;
            let said = statements.iter().find(|(who, _)| **who == judge.code);
            let said = said.map(|(_, value)| *value);
            account.begun |= said.is_some_and(|value| has(value, is_final));
            match filing(plan, judge, said) {
                Filing::Counts(sheet) => {
                    let number = u32::try_from(place).unwrap_or(u32::MAX);
                    self.table.sheet(number, row(plan, judge, sheet));
                }
                Filing::Recused => account.recused.push(place),
                Filing::Conflict => account.conflict.push(place),
                Filing::Draft | Filing::LacksMarks(_) | Filing::NoWeight | Filing::Nothing => {
                    account.missing.push(place);
                }
            }
        }
        let assigned = |who: &JudgeCode| {
            judges
                .iter()
                .find(|judge| judge.code == *who)
                .is_some_and(|judge| judge.scope.covers(plan.stage, &entry.category, &entry.code))
        };
        let finals = statements.iter().filter(|(_, value)| has(value, is_final));
        let unassigned = finals.filter(|(who, _)| !assigned(who));
        account.unassigned = unassigned.map(|(who, _)| (*who).clone()).collect();
        account
    }

    /// Whether an assigned judge has filed a final sheet for any entry.
    pub(super) fn begun(&self) -> bool {
        self.accounts.iter().any(|account| account.begun)
    }
}

impl Account {
    /// Whether somebody filed a final sheet for the entry.
    pub(super) fn is_spoken_of(&self) -> bool {
        self.begun || !self.unassigned.is_empty()
    }
}

/// What has come from an assigned judge. Drafts never count, so drafts that differ keep nothing from being ranked.
pub(crate) fn filing<'a>(plan: &Plan<'_>, judge: &Judge, said: Option<&Value<'a>>) -> Filing<'a> {
    match said {
        None => Filing::Nothing,
        Some(Value::InForce(Said::Recused(_))) => Filing::Recused,
        Some(Value::InForce(Said::Sheet(sheet))) => filed_sheet(plan, judge, sheet),
        Some(differing) if has(differing, |said| !is_draft(said)) => Filing::Conflict,
        Some(Value::Conflict(_)) => Filing::Draft,
    }
}

/// A sheet counts when it is final, has every mark required of the judge, and one at least that has weight.
fn filed_sheet<'a>(plan: &Plan<'_>, judge: &Judge, sheet: &'a Sheet) -> Filing<'a> {
    if sheet.state == SheetState::Draft {
        return Filing::Draft;
    }
    let lacks = |leaf: &&&Criterion| {
        leaf.required
            && judge.scope.marks(plan.stage, &leaf.code)
            && !sheet.marks.contains_key(&leaf.code)
    };
    let lacking = plan
        .leaves
        .iter()
        .filter(lacks)
        .map(|leaf| leaf.code.clone());
    let lacking: Vec<CriterionCode> = lacking.collect();
    if !lacking.is_empty() {
        return Filing::LacksMarks(lacking);
    }
    let any_will_do =
        plan.stage.score == Score::Points || plan.stage.judged_by == JudgedBy::Criterion;
    let weighs = row(plan, judge, sheet)
        .zip(&plan.weights)
        .any(|(mark, weight)| mark.is_some() && (any_will_do || !weight.is_zero()));
    if weighs {
        Filing::Counts(sheet)
    } else {
        Filing::NoWeight
    }
}

/// Whether a value in force, or one of those in conflict, is such.
pub(super) fn has(value: &Value<'_>, such: impl Fn(&Said<'_>) -> bool) -> bool {
    match value {
        Value::InForce(said) => such(said),
        Value::Conflict(candidates) => candidates.iter().any(|candidate| such(&candidate.said)),
    }
}

pub(super) fn is_final(said: &Said<'_>) -> bool {
    matches!(said, Said::Sheet(sheet) if sheet.state == SheetState::Final)
}

fn is_draft(said: &Said<'_>) -> bool {
    matches!(said, Said::Sheet(sheet) if sheet.state == SheetState::Draft)
}

/// The judge's marks, a column a leaf; those of criteria that others mark are left out.
fn row<'s>(
    plan: &Plan<'s>,
    judge: &'s Judge,
    sheet: &'s Sheet,
) -> impl Iterator<Item = Option<Fixed>> + 's {
    let stage = plan.stage;
    let leaves = plan.leaves.clone();
    leaves.into_iter().map(move |leaf| {
        let mark = sheet.marks.get(&leaf.code)?;
        judge.scope.marks(stage, &leaf.code).then_some(mark.value)
    })
}
