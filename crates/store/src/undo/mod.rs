//! Taking operations back and doing them again. What an operation changed is kept in the file, row by row as it was before
//! and after, so that it can be taken back after a restart too.
//!
//! A *step* is one operation, named by its line in the journal. Steps are taken back from the last one on and done again in
//! their order; a new operation forgets those that were taken back. A step that lasts (a signed decision, a hand-over that
//! left) cannot be taken back, and neither can what came before it. A step is *open* while a text is typed: what is saved
//! again and again is one step. Entries that an import added are not written down
//! twice: taking the import back moves them aside, doing it again moves them back.
//!
//! **Never here**: statements kept in the file to be run. A change names a kind of row, and says what the row says.

mod noun;
mod open;
mod record;

pub use open::{Open, abandon, close, go_on, open};

pub(crate) use noun::Noun;
pub(crate) use record::Record;

use crate::row::parsed;
use crate::{Contents, StoreError, Write};

/// So many steps are kept.
const KEPT: i64 = 1_000;

/// One operation that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    id: i64,
    /// Number of its line in the journal.
    pub line: u32,
    /// Whether it can be taken back, or done again.
    pub state: State,
}

judging::words! {
    /// What can become of a step.
    pub enum State {
        /// It goes on: a text is being typed.
        Open = "open",
        /// It can be taken back.
        Done = "done",
        /// It was taken back and can be done again.
        TakenBack = "taken-back",
        /// It can never be taken back.
        Lasting = "lasting",
    }
}

/// One row as it was before and after a step; `None` where there was none.
struct Change {
    noun: Noun,
    key: String,
    before: Option<String>,
    after: Option<String>,
}

impl Change {
    /// The change back.
    fn reversed(self) -> Self {
        Self {
            before: self.after,
            after: self.before,
            ..self
        }
    }
}

/// Keeps what this transaction changed as one step, which can be taken back or lasts.
///
/// # Errors
/// [`StoreError`] when it cannot be written.
pub fn keep(write: &Write<'_>, line: u32, lasting: bool) -> Result<(), StoreError> {
    let state = if lasting { State::Lasting } else { State::Done };
    if lasting {
        write.change("DELETE FROM undo_step", [])?;
    }
    let step = begin(write, Some(line), state)?;
    if !lasting {
        for change in changes_of(write)? {
            write_down(write, step, &change)?;
        }
    }
    Ok(())
}

/// Begins a step, and gives its number. What was taken back before cannot be done again any more.
fn begin(write: &Write<'_>, line: Option<u32>, state: State) -> Result<i64, StoreError> {
    write.change("DELETE FROM removed_entry", [])?;
    write.change("DELETE FROM undo_step WHERE state = 'taken-back'", [])?;
    let sql = "INSERT INTO undo_step (line, state) VALUES (?1, ?2) RETURNING id";
    let step: Option<i64> = write.row(sql, (line, state.code()), |row| row.get("id"))?;
    let step = step.ok_or_else(|| StoreError::Damaged("the step was given no number".into()))?;
    write.change("DELETE FROM undo_step WHERE id <= ?1", [step - KEPT])?;
    Ok(step)
}

fn write_down(write: &Write<'_>, step: i64, change: &Change) -> Result<(), StoreError> {
    let Change {
        noun,
        key,
        before,
        after,
    } = change;
    write
        .change(
            "INSERT INTO undo_change (step, noun, key, before, after) VALUES (?1, ?2, ?3, ?4, ?5)",
            (step, noun.code(), key, before, after),
        )
        .map(|_| ())
}

/// The rows that this transaction made say something else.
fn changes_of(write: &Write<'_>) -> Result<Vec<Change>, StoreError> {
    let mut changes = Vec::new();
    for ((noun, key), before) in write.record.rows() {
        let after = noun.read(write, &key)?;
        if before != after {
            changes.push(Change {
                noun,
                key,
                before,
                after,
            });
        }
    }
    Ok(changes)
}

/// The step that would be taken back: the last one, even if it lasts. One that is open is closed first.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn last(contents: &Contents) -> Result<Option<Step>, StoreError> {
    step(
        contents,
        "SELECT id, line, state FROM undo_step WHERE state IN ('done', 'lasting') \
         ORDER BY id DESC LIMIT 1",
    )
}

/// The step that would be done again.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn next(contents: &Contents) -> Result<Option<Step>, StoreError> {
    step(
        contents,
        "SELECT id, line, state FROM undo_step WHERE state = 'taken-back' ORDER BY id LIMIT 1",
    )
}

fn step(contents: &Contents, sql: &str) -> Result<Option<Step>, StoreError> {
    contents.row(sql, [], |row| {
        Ok(Step {
            id: row.get("id")?,
            line: row.get("line")?,
            state: parsed(row, "state")?,
        })
    })
}

/// Makes every row that the step changed say again what it said before.
///
/// # Errors
/// [`StoreError::ChangedSince`] when a row does not say what the step made it say: then nothing is changed.
pub fn take_back(write: &Write<'_>, step: &Step) -> Result<(), StoreError> {
    if step.state != State::Done {
        return Err(StoreError::Forbidden("this cannot be taken back".into()));
    }
    let back = read(write, step.id)?.into_iter().map(Change::reversed);
    apply(write, &back.collect::<Vec<_>>())?;
    mark(write, step, State::TakenBack)
}

/// Makes every row that the step changed say again what the step made it say.
///
/// # Errors
/// As [`take_back`].
pub fn do_again(write: &Write<'_>, step: &Step) -> Result<(), StoreError> {
    if step.state != State::TakenBack {
        return Err(StoreError::Forbidden("this cannot be done again".into()));
    }
    apply(write, &read(write, step.id)?)?;
    mark(write, step, State::Done)
}

fn mark(write: &Write<'_>, step: &Step, state: State) -> Result<(), StoreError> {
    let sql = "UPDATE undo_step SET state = ?2 WHERE id = ?1";
    write.change(sql, (step.id, state.code())).map(|_| ())
}

/// The changes of a step, in an order in which a row may refer to those before it.
fn read(contents: &Contents, step: i64) -> Result<Vec<Change>, StoreError> {
    let mut changes = contents.rows(
        "SELECT noun, key, before, after FROM undo_change WHERE step = ?1 ORDER BY key",
        [step],
        |row| {
            Ok(Change {
                noun: parsed(row, "noun")?,
                key: row.get("key")?,
                before: row.get("before")?,
                after: row.get("after")?,
            })
        },
    )?;
    changes.sort_by_key(|change| change.noun);
    Ok(changes)
}

/// Takes every row from what it says before to what it says after. Each is looked at first, and again at the end.
fn apply(write: &Write<'_>, changes: &[Change]) -> Result<(), StoreError> {
    says(write, changes, |change| &change.before)?;
    put_all(write, changes)?;
    says(write, changes, |change| &change.after)
}

/// Makes every row say what it says after its change.
fn put_all(write: &Write<'_>, changes: &[Change]) -> Result<(), StoreError> {
    write
        .connection
        .execute_batch("PRAGMA defer_foreign_keys = ON")?;
    let (goes, stays): (Vec<_>, Vec<_>) = changes.iter().partition(|change| change.after.is_none());
    let (imports, others): (Vec<_>, Vec<_>) = goes
        .into_iter()
        .partition(|change| change.noun == Noun::Import);
    for change in others.into_iter().rev() {
        change.noun.take_away(write, &change.key)?;
    }
    for change in stays {
        if let Some(after) = &change.after {
            change.noun.put(write, &change.key, after)?;
        }
    }
    // Last: entries that an import wrote anew are those of the import before it again by now, and do not go with this one.
    for change in imports {
        change.noun.take_away(write, &change.key)?;
    }
    Ok(())
}

fn says(
    write: &Write<'_>,
    changes: &[Change],
    expected: impl Fn(&Change) -> &Option<String>,
) -> Result<(), StoreError> {
    for change in changes {
        if change.noun.read(write, &change.key)? != *expected(change) {
            return Err(StoreError::ChangedSince {
                noun: change.noun.code(),
                name: change.key.clone(),
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
