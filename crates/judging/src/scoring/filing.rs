//! What came from one judge for one entry: the one judgement of what counts.

use super::rubric::Rubric;
use super::statements::has_more_than_drafts;
use crate::handover::{Said, Value};
use crate::panel::Judge;
use crate::rules::{Criterion, JudgedBy, Score};
use crate::sheet::{Sheet, SheetState};
use crate::{CriterionCode, Fixed};

/// What has come from an assigned judge for an entry.
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

/// What has come from an assigned judge. Drafts never count, so drafts that differ keep nothing from being ranked.
pub(crate) fn filing<'a>(
    rubric: &Rubric<'_>,
    judge: &Judge,
    said: Option<&Value<'a>>,
) -> Filing<'a> {
    match said {
        None => Filing::Nothing,
        Some(Value::InForce(Said::Recused(_))) => Filing::Recused,
        Some(Value::InForce(Said::Sheet(sheet))) => filed_sheet(rubric, judge, sheet),
        Some(differing) if has_more_than_drafts(differing) => Filing::Conflict,
        Some(Value::Conflict(_)) => Filing::Draft,
    }
}

/// A sheet counts when it is final, has every mark required of the judge, and one at least that has weight.
fn filed_sheet<'a>(rubric: &Rubric<'_>, judge: &Judge, sheet: &'a Sheet) -> Filing<'a> {
    if sheet.state == SheetState::Draft {
        return Filing::Draft;
    }
    let lacks = |leaf: &&&Criterion| {
        leaf.required
            && judge.scope.marks(rubric.stage, &leaf.code)
            && !sheet.marks.contains_key(&leaf.code)
    };
    let lacking = rubric.leaves.iter().filter(lacks);
    let lacking: Vec<CriterionCode> = lacking.map(|leaf| leaf.code.clone()).collect();
    if !lacking.is_empty() {
        return Filing::LacksMarks(lacking);
    }
    let needs_no_weight =
        rubric.stage.score == Score::Points || rubric.stage.judged_by == JudgedBy::Criterion;
    let has_weight = own_marks(rubric, judge, sheet)
        .zip(&rubric.weights)
        .any(|(mark, weight)| mark.is_some() && (needs_no_weight || !weight.is_zero()));
    if has_weight {
        Filing::Counts(sheet)
    } else {
        Filing::NoWeight
    }
}

/// The judge's marks, one for each leaf; those of criteria that others mark are left out.
pub(super) fn own_marks<'s>(
    rubric: &'s Rubric<'_>,
    judge: &'s Judge,
    sheet: &'s Sheet,
) -> impl Iterator<Item = Option<Fixed>> + 's {
    rubric.leaves.iter().map(move |leaf| {
        let mark = sheet.marks.get(&leaf.code)?;
        let is_own = judge.scope.marks(rubric.stage, &leaf.code);
        is_own.then_some(mark.value)
    })
}
