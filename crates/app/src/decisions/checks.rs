//! What is typed or clicked, as judging knows it.

use crate::Error;
use judging::case::Case;
use judging::{CodeError, EntryCode, Hash};
use std::str::FromStr;

pub(super) fn code<T: FromStr<Err = CodeError>>(noun: &str, text: &str) -> Result<T, Error> {
    text.parse().map_err(|error| Error::bad_code(noun, &error))
}

pub(super) fn hash(text: &str) -> Result<Hash, Error> {
    text.parse()
        .map_err(|error: judging::hash::HashError| Error::new("bad-hash", error.to_string()))
}

pub(super) fn known(case: &Case, entry: &str) -> Result<EntryCode, Error> {
    let found = case
        .entries
        .iter()
        .find(|known| known.code.as_str() == entry);
    found
        .map(|entry| entry.code.clone())
        .ok_or_else(|| Error::unknown("entry", entry))
}
