//! Registration sheets coming in.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What to read, and what the user has decided about it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct ImportAsked {
    /// Full path of the workbook.
    pub file: String,
    /// Instead of the sheet guessed.
    #[ts(optional)]
    pub sheet: Option<String>,
    /// All entries go into this category.
    #[ts(optional)]
    pub category: Option<String>,
    /// Path of a mapping in TOML.
    #[ts(optional)]
    pub map: Option<String>,
    /// Column letter → target (`title`, `agency`, `category`, a field, `other`, `ignored`), correcting the guess.
    #[ts(optional, as = "Option<_>")]
    pub columns: BTreeMap<String, String>,
    /// Row number → what becomes of a suspected duplicate.
    #[ts(optional, as = "Option<_>")]
    pub duplicates: BTreeMap<u32, DuplicateChoice>,
    /// Codes of changed entries that are to be taken over; all others are kept as they are.
    #[ts(optional)]
    pub changes: Option<Vec<String>>,
    /// Take over every change.
    #[ts(optional, as = "Option<_>")]
    pub take_all_changes: bool,
}

/// What becomes of a suspected duplicate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DuplicateChoice {
    /// It is an entry of its own.
    Keep,
    /// It is left out.
    Drop,
    /// Its fields fill the gaps of the entry it doubles.
    Merge,
}

/// How a workbook was understood, and what importing it would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportPreview {
    /// File name.
    pub file: String,
    /// The sheet read.
    pub sheet: String,
    /// All sheets of the workbook.
    pub sheets: Vec<SheetRow>,
    /// First heading row, from 1.
    pub heading_from: u32,
    /// Last heading row.
    pub heading_to: u32,
    /// The columns with what each is taken for.
    pub columns: Vec<ColumnRow>,
    /// The first rows as they stand.
    pub grid: Vec<GridRow>,
    /// What importing would do.
    pub outcome: ImportOutcome,
    /// Suspected duplicates side by side.
    pub duplicates: Vec<DuplicateRow>,
    /// Whether a saved mapping for a workbook of this shape was applied.
    pub remembered: bool,
}

/// One sheet of the workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetRow {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// Rows that hold anything.
    pub rows: u32,
}

/// One column with what it is taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ColumnRow {
    /// `A`, `B` …
    pub letter: String,
    /// Heading as written.
    pub heading: String,
    /// `title`, `agency`, `category`, a field's name, `other`, `ignored`.
    pub target: String,
    /// Why: `heading`, `content`, `mapping`, `unknown`, `twice`, `blank`.
    pub reason: String,
    /// Some values below it.
    pub examples: Vec<String>,
}

/// One row as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GridRow {
    /// From 1.
    pub row: u32,
    /// Shown text of each column of [`ImportPreview::columns`].
    pub cells: Vec<String>,
    /// `taken`, or why it was left: `title-block`, `heading`, `column-numbers`, `subtotal` …
    pub role: String,
}

/// What an import did, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct ImportOutcome {
    /// New entries.
    pub taken: u32,
    /// Entries that are here and written differently in the workbook.
    pub changed: u32,
    /// Entries already here, the same.
    pub unchanged: u32,
    /// Rows left, with the reason.
    pub skipped: Vec<SkippedRow>,
    /// Every doubt.
    pub findings: Vec<FindingRow>,
    /// Changed entries, field by field.
    pub changes: Vec<ChangeRow>,
    /// Codes of the changed entries whose changes were taken over; the others stay as they are.
    pub taken_over: Vec<String>,
}

/// A row that was left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SkippedRow {
    /// Sheet name.
    pub sheet: String,
    /// From 1.
    pub row: u32,
    /// `blank`, `subtotal`, `no-title`, `suspected-duplicate` …
    pub reason: String,
}

/// One doubt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FindingRow {
    /// `damaged-nip`, `no-title` …
    pub code: String,
    /// `error`, `warning`, `info`.
    pub severity: String,
    /// Sheet name.
    pub sheet: String,
    /// From 1.
    pub row: Option<u32>,
    /// `G`.
    pub column: Option<String>,
    /// The cell as it stands.
    pub cell: Option<String>,
    /// What was made of it.
    pub made: Option<String>,
    /// What the user can do.
    pub hint: String,
}

/// One field of an entry that a newer workbook writes differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChangeRow {
    /// The entry.
    pub entry: String,
    /// The field.
    pub field: String,
    /// As stored.
    pub before: String,
    /// As in the workbook.
    pub after: String,
}

/// A row that looks like another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DuplicateRow {
    /// The suspect's row.
    pub row: u32,
    /// Its title.
    pub title: String,
    /// Its agency.
    pub agency: String,
    /// The row it resembles, when in the same workbook.
    pub other_row: Option<u32>,
    /// The entry it resembles, when already stored.
    pub other_entry: Option<String>,
    /// The other's title.
    pub other_title: String,
    /// Whether title and agency are the same but for case, accents and blanks; else only near.
    pub same: bool,
    /// What was decided.
    pub choice: Option<DuplicateChoice>,
}

/// How far a long task has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Progress {
    /// `read`, `store`, `merge` …
    pub step: String,
    /// Done so far.
    pub done: u32,
    /// Of so many, when known.
    pub of: Option<u32>,
    /// While a workbook is read: its first rows, and what is made of them so far. Without outcome and duplicates.
    pub begun: Option<ImportPreview>,
}
