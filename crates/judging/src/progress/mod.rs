//! How far the judging has come: what each judge owes, and how well each entry is covered.
//!
//! Pure and never a verdict: what is short here is what keeps a standing incomplete, no more.

mod coverage;
mod owed;

pub use coverage::{Coverage, Covered, coverage};
pub use owed::{Owed, owed};

use crate::entry::Entry;
use crate::handover::{Key, Value};
use crate::panel::Judge;
use crate::rules::Stage;
use crate::standings::{Filing, Plan, Question, filing};

/// What an assigned judge has said of an entry; `None` when the judge is not assigned to it.
fn filing_of<'a>(
    question: &Question<'a>,
    plan: &Plan<'_>,
    stage: &Stage,
    judge: &Judge,
    entry: &Entry,
) -> Option<Filing<'a>> {
    if !judge.scope.covers(stage, &entry.category, &entry.code) {
        return None;
    }
    let key = Key {
        judge: judge.code.clone(),
        stage: stage.code.clone(),
        entry: entry.code.clone(),
    };
    let said: Option<&'a Value<'a>> = question.view.said.get(&key);
    Some(filing(plan, judge, said))
}
