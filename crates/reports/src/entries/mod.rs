//! The list of entries as registered: a workbook that people can read on, and that imports again as the same entries.

mod headings;
mod xlsx;

pub use xlsx::xlsx;

use crate::Heading;
use judging::entry::Entry;
use judging::rules::Rules;

/// Entries to be written.
#[derive(Debug, Clone)]
pub struct Entries<'a> {
    /// Of which competition.
    pub rules: &'a Rules,
    /// Status and time.
    pub heading: Heading,
    /// In printed order.
    pub entries: &'a [Entry],
}
