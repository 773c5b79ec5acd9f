//! Entries, as listed.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Which entries to list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct EntriesAsked {
    /// Only of this category.
    #[ts(optional)]
    pub category: Option<String>,
    /// Only with these words in title, agency or code.
    #[ts(optional)]
    pub search: Option<String>,
    /// How many to pass over.
    #[ts(optional, as = "Option<_>")]
    pub offset: u32,
    /// How many at most; none means all.
    #[ts(optional)]
    pub limit: Option<u32>,
}

/// Some entries, and how many there are in all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EntriesPage {
    /// How many fit what was asked.
    pub total: u32,
    /// In order of category and code.
    pub rows: Vec<EntryRow>,
}

/// One entry. The named fields stand beside the others, by their English names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EntryRow {
    /// Its code, `OPD-007`.
    pub entry: String,
    /// Title of the innovation.
    pub title: String,
    /// Agency behind it.
    pub agency: String,
    /// Category code.
    pub category: String,
    /// Named fields: `innovator`, `nip`, `phase` …
    #[serde(flatten)]
    #[ts(flatten)]
    pub fields: BTreeMap<String, String>,
    /// Columns without a known meaning.
    pub other: Vec<Labelled>,
    /// Where it stood; no file for one that was added by hand.
    pub source: SourceRow,
    /// In the chair's list: whether judges have it already, so that title, agency and category change only by decision.
    pub given_out: bool,
}

/// An entry to add by hand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct NewEntry {
    /// Title of the innovation.
    pub title: String,
    /// Agency behind it; may be empty.
    pub agency: String,
    /// Category code.
    pub category: String,
    /// Other fields by name: `innovator`, `phone` …
    pub fields: BTreeMap<String, String>,
    /// Whether it is added though there is one of the same title and agency.
    #[ts(optional, as = "Option<_>")]
    pub anyway: bool,
}

/// What is to change of an entry; what is not named stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct EntryEdited {
    /// Its code.
    pub entry: String,
    /// Another title.
    #[ts(optional)]
    pub title: Option<String>,
    /// Another agency.
    #[ts(optional)]
    pub agency: Option<String>,
    /// Another category.
    #[ts(optional)]
    pub category: Option<String>,
    /// Other fields by name; an empty text takes one away.
    pub fields: BTreeMap<String, String>,
}

/// A heading with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Labelled {
    /// The heading of the column.
    pub label: String,
    /// What stands below it.
    pub value: String,
}

/// A place in a spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SourceRow {
    /// File name.
    pub file: String,
    /// Sheet name.
    pub sheet: String,
    /// Row, from 1.
    pub row: u32,
}

/// Which agencies owe an innovation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Agencies {
    /// What each owes; none when the rules ask for nothing.
    pub per_agency: Option<u32>,
    /// By agency.
    pub rows: Vec<AgencyRow>,
}

/// One agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AgencyRow {
    /// As first written.
    pub agency: String,
    /// Its entries.
    pub entries: u32,
    /// How many are still owed.
    pub owes: u32,
}
