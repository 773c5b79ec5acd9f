use super::understand::understand;
use super::workbook::open;
use crate::api::common::Written;
use crate::api::import::SaveMapping;
use crate::rules::rules_of;
use crate::{Error, Session};
use std::path::Path;

/// Writes what the columns, the heading and the texts for categories of a workbook mean into a TOML file, to be read with
/// workbooks of the same form elsewhere. Nothing of the competition is changed, so it is no line of the journal.
///
/// # Errors
/// As [`preview`](super::preview), and that the file cannot be written.
pub fn save_mapping(session: &Session, wanted: SaveMapping) -> Result<Written, Error> {
    let rules = session.chair(|store| rules_of(store))?;
    let workbook = open(session, Path::new(&wanted.asked.file))?;
    let understood = session.chair(|store| understand(store, &rules, workbook, &wanted.asked))?;
    let mapping = understood.whole_mapping().to_toml();
    session.put(Path::new(&wanted.out), mapping.as_bytes())?;
    Ok(Written {
        files: vec![wanted.out],
    })
}
