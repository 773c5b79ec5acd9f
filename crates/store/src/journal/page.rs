use super::{Line, line};
use crate::{Contents, StoreError};
use rusqlite::params;

/// Which lines are wanted; the default is all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Of this operation.
    pub op: Option<String>,
    /// With this text in operation, subject or detail, whether in capitals or not (of the letters a to z).
    pub text: Option<String>,
    /// Not before this time, in seconds since 1970.
    pub from: Option<i64>,
    /// Before this time.
    pub until: Option<i64>,
}

/// At most `limit` lines, the newest first; the next page begins `before` the last line's number.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn page(
    contents: &Contents,
    filter: &Filter,
    before: Option<u32>,
    limit: u32,
) -> Result<Vec<Line>, StoreError> {
    let Filter {
        op,
        text,
        from,
        until,
    } = filter;
    let params = params![op, text, from, until, before, limit];
    contents.rows(include_str!("page.sql"), params, line)
}
