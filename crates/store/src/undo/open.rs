//! The operation that goes on: a text that is saved again and again while it is typed. Each saving is durable; together they
//! are one step, and one line of the journal, which is written when the operation closes.

use super::{Change, State, begin, changes_of, put_all, read};
use crate::journal::{NewLine, append};
use crate::{Contents, Store, StoreError, Write};
use judging::DeviceId;
use serde_json::Value;

/// The operation that goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    step: i64,
    /// Which text it changes.
    pub field: String,
    /// The text before it was begun.
    pub before: String,
    /// When it was last saved, in seconds since 1970.
    pub at: i64,
    /// On which device.
    pub device: DeviceId,
    /// What its line in the journal will say: which operation.
    pub op: String,
    /// What it is about.
    pub subject: String,
    /// JSON.
    pub detail: String,
}

/// The operation that goes on, if one does.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn open(contents: &Contents) -> Result<Option<Open>, StoreError> {
    contents.row(
        "SELECT step, field, before, at, device, op, subject, detail FROM open_operation",
        [],
        |row| {
            Ok(Open {
                step: row.get("step")?,
                field: row.get("field")?,
                before: row.get("before")?,
                at: row.get("at")?,
                device: DeviceId(row.get("device")?),
                op: row.get("op")?,
                subject: row.get("subject")?,
                detail: row.get("detail")?,
            })
        },
    )
}

/// Keeps what this transaction changed as part of the operation on this text. Another one that goes on is closed first.
/// `before` is the text as it was, and counts only where the operation begins now.
///
/// # Errors
/// [`StoreError`] when it cannot be written.
pub fn go_on(
    write: &Write<'_>,
    field: &str,
    before: &str,
    act: &NewLine<'_>,
) -> Result<(), StoreError> {
    let going = open(write)?.filter(|open| open.field == field);
    let step = match &going {
        Some(open) => open.step,
        None => {
            close(write)?;
            begin(write, None, State::Open)?
        }
    };
    for change in changes_of(write)? {
        merge(write, step, change)?;
    }
    let before = going.as_ref().map_or(before, |open| &open.before);
    let detail = act.detail.to_string();
    write
        .change(
            "INSERT INTO open_operation (one, step, field, before, at, device, op, subject, detail) \
             VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) \
             ON CONFLICT (one) DO UPDATE \
             SET at = excluded.at, device = excluded.device, op = excluded.op, \
             subject = excluded.subject, detail = excluded.detail",
            (
                step,
                field,
                before,
                act.at,
                act.device.0,
                act.op,
                act.subject,
                detail,
            ),
        )
        .map(|_| ())
}

/// Adds a change to the step. Of a row that the step changed already, what it said before the step stays.
fn merge(write: &Write<'_>, step: i64, change: Change) -> Result<(), StoreError> {
    let (noun, key) = (change.noun.code(), &change.key);
    let known: Option<Option<String>> = write.row(
        "SELECT before FROM undo_change WHERE step = ?1 AND noun = ?2 AND key = ?3",
        (step, noun, key),
        |row| row.get("before"),
    )?;
    match known {
        None => super::write_down(write, step, &change),
        Some(before) if before == change.after => write
            .change(
                "DELETE FROM undo_change WHERE step = ?1 AND noun = ?2 AND key = ?3",
                (step, noun, key),
            )
            .map(|_| ()),
        Some(_) => write
            .change(
                "UPDATE undo_change SET after = ?4 WHERE step = ?1 AND noun = ?2 AND key = ?3",
                (step, noun, key, change.after),
            )
            .map(|_| ()),
    }
}

/// Closes the operation that goes on, if one does: its line is written into the journal, and it can be taken back as one
/// step.
///
/// # Errors
/// [`StoreError`] when it cannot be written.
pub fn close(write: &Write<'_>) -> Result<(), StoreError> {
    let Some(open) = open(write)? else {
        return Ok(());
    };
    let detail: Value = serde_json::from_str(&open.detail)
        .map_err(|error| StoreError::Damaged(format!("the open operation: {error}")))?;
    let act = NewLine {
        at: open.at,
        device: open.device,
        op: &open.op,
        subject: &open.subject,
        detail: &detail,
    };
    let line = append(write, &act)?;
    write.change("DELETE FROM open_operation", [])?;
    let sql = "UPDATE undo_step SET line = ?2, state = 'done' WHERE id = ?1";
    write.change(sql, (open.step, line.seq)).map(|_| ())
}

impl Store {
    /// As [`close`], in a transaction of its own; without an operation that goes on, nothing is written.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be written.
    pub fn close_operation(&mut self) -> Result<(), StoreError> {
        if open(self)?.is_none() {
            return Ok(());
        }
        self.transact(close)
    }
}

/// Drops the operation that goes on, whose text is again as it was: every row says what it said before, and there is neither
/// a step nor a line.
///
/// # Errors
/// [`StoreError`] when it cannot be written.
pub fn abandon(write: &Write<'_>) -> Result<(), StoreError> {
    let Some(open) = open(write)? else {
        return Ok(());
    };
    for change in changes_of(write)? {
        merge(write, open.step, change)?;
    }
    let back: Vec<Change> = read(write, open.step)?
        .into_iter()
        .map(Change::reversed)
        .collect();
    put_all(write, &back)?;
    write
        .change("DELETE FROM undo_step WHERE id = ?1", [open.step])
        .map(|_| ())
}
