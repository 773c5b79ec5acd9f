//! What is in force, by stage and entry.

use crate::handover::{Said, Value, View};
use crate::sheet::SheetState;
use crate::{EntryCode, JudgeCode, StageCode};
use std::collections::HashMap;

/// What one judge says of an entry in a stage.
pub(crate) type Statement<'a> = (&'a JudgeCode, &'a Value<'a>);

/// Everything in force by what it is about.
#[derive(Debug)]
pub(crate) struct Statements<'a>(HashMap<(&'a StageCode, &'a EntryCode), Vec<Statement<'a>>>);

impl<'a> Statements<'a> {
    pub(super) fn new(view: &'a View<'a>) -> Self {
        let mut statements: HashMap<_, Vec<_>> = HashMap::new();
        for (key, value) in &view.said {
            let about = statements.entry((&key.stage, &key.entry)).or_default();
            about.push((&key.judge, value));
        }
        Self(statements)
    }

    /// What has been said of the entry in the stage, by judge.
    pub(crate) fn about(&self, stage: &'a StageCode, entry: &'a EntryCode) -> &[Statement<'a>] {
        self.0.get(&(stage, entry)).map_or(&[], Vec::as_slice)
    }
}

/// Whether a final sheet is in force, or among the values in conflict.
pub(crate) fn has_final(value: &Value<'_>) -> bool {
    has(
        value,
        |said| matches!(said, Said::Sheet(sheet) if sheet.state == SheetState::Final),
    )
}

/// Whether a value in force, or one of those in conflict, is more than a draft.
pub(super) fn has_more_than_drafts(value: &Value<'_>) -> bool {
    has(
        value,
        |said| !matches!(said, Said::Sheet(sheet) if sheet.state == SheetState::Draft),
    )
}

fn has(value: &Value<'_>, such: impl Fn(&Said<'_>) -> bool) -> bool {
    match value {
        Value::InForce(said) => such(said),
        Value::Conflict(candidates) => candidates.iter().any(|candidate| such(&candidate.said)),
    }
}
