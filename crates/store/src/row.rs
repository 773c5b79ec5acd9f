//! Columns into the words of judging. A value that is not of its form means a damaged file.

use judging::Hash;
use rusqlite::Row;
use rusqlite::types::Type;
use std::error::Error;
use std::str::FromStr;

/// A code, a mark, a word of a closed set or anything else that is written as text.
pub fn parsed<T>(row: &Row<'_>, column: &str) -> rusqlite::Result<T>
where
    T: FromStr,
    T::Err: Error + Send + Sync + 'static,
{
    let text = row.get_ref(column)?.as_str()?;
    text.parse().map_err(|error| wrong(row, column, error))
}

/// A hash of 32 bytes.
pub fn hash(row: &Row<'_>, column: &str) -> rusqlite::Result<Hash> {
    row.get(column).map(Hash)
}

/// JSON text, as `T`.
pub fn json<T: serde::de::DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text = row.get_ref(column)?.as_str()?;
    serde_json::from_str(text).map_err(|error| wrong(row, column, error))
}

/// Says that a column does not hold what it should.
pub fn wrong(
    row: &Row<'_>,
    column: &str,
    error: impl Error + Send + Sync + 'static,
) -> rusqlite::Error {
    let index = row.as_ref().column_index(column).unwrap_or_default();
    rusqlite::Error::FromSqlConversionFailure(index, Type::Text, Box::new(error))
}
