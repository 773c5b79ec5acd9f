//! What is judged: entries, as registered.

mod answer;
mod blind;
mod field;
mod order;

pub use answer::RowAnswer;
pub use blind::{BlindField, left_out};
pub use field::{Field, Fields};
pub use order::shuffled;

use crate::{CategoryCode, EntryCode};
use std::collections::BTreeMap;

/// One submitted innovation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Stable: category code and a number, `OPD-007`. Given once, never changed, never given again.
    pub code: EntryCode,
    /// The category it is ranked in.
    pub category: CategoryCode,
    /// What was registered.
    pub registration: Registration,
}

/// The category of each entry.
pub type Categories = BTreeMap<EntryCode, CategoryCode>;

/// The category of each of these entries.
#[must_use]
pub fn categories(entries: &[Entry]) -> Categories {
    let pair = |entry: &Entry| (entry.code.clone(), entry.category.clone());
    entries.iter().map(pair).collect()
}

/// What a registration sheet says of one innovation, as understood by `intake`: everything of an entry but its code.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Registration {
    /// Title, not empty, trimmed, NFC.
    pub title: String,
    /// Agency or person behind it; may be empty for classes open to the public.
    pub agency: String,
    /// Other fields that have a name, in canonical form (dates `2022-11-18`, decimals `65.01`, phones `0812…`).
    pub fields: Fields,
    /// Columns without a known meaning, under their heading, in the order of the sheet.
    pub other: Vec<(String, String)>,
    /// Where it stood.
    pub source: Source,
}

/// The place of a row in a spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// File name without its folder.
    pub file: String,
    /// Name of the sheet.
    pub sheet: String,
    /// Row as the spreadsheet program counts, from 1.
    pub row: u32,
}
