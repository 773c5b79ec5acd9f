use crate::api::audit::{JournalAsked, JournalPage, JournalRow};
use crate::op::op_of;
use crate::{Error, Session, keys, time};
use std::path::Path;
use store::journal::{Filter, Line, page};

/// Lines of the journal, newest first.
///
/// # Errors
/// That nothing is open.
pub fn journal(session: &Session, asked: JournalAsked) -> Result<JournalPage, Error> {
    let filter = Filter {
        op: asked.op.map(|op| op.code().to_owned()),
        text: asked.search,
        ..Filter::default()
    };
    session.with(|store| {
        let lines = page(
            store,
            &filter,
            asked.before,
            asked.limit.unwrap_or(u32::MAX),
        )?;
        let rows = lines.into_iter().map(|line| row(store.path(), line));
        Ok(JournalPage {
            rows: rows.collect::<Result<_, _>>()?,
        })
    })
}

fn row(file: &Path, line: Line) -> Result<JournalRow, Error> {
    Ok(JournalRow {
        op: op_of(file, &line)?,
        seq: line.seq,
        at: time::text(line.at),
        device: keys::words(line.device),
        subject: line.subject,
        detail: line.detail,
        hash: line.hash.to_string(),
    })
}
