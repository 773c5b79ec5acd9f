use crate::api::audit::{JournalAsked, JournalPage, JournalRow};
use crate::{Error, Session, keys, time};
use store::journal::{Filter, Line, page};

/// Lines of the journal, newest first.
///
/// # Errors
/// That nothing is open.
pub fn journal(session: &Session, asked: JournalAsked) -> Result<JournalPage, Error> {
    let filter = Filter {
        op: asked.op,
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
        Ok(JournalPage {
            rows: lines.into_iter().map(row).collect(),
        })
    })
}

fn row(line: Line) -> JournalRow {
    JournalRow {
        seq: line.seq,
        at: time::text(line.at),
        device: keys::words(line.device),
        op: line.op,
        subject: line.subject,
        detail: line.detail,
        hash: line.hash.to_string(),
    }
}
