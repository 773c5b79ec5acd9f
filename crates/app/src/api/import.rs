//! Registration sheets coming in.

use super::word::{Word, crossing};
use intake::{ColumnReason, FindingCode, Severity, SkipKind, Target};
use judging::entry::RowAnswer;
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
    /// Column letter → what the column gives, correcting the guess.
    #[ts(optional, as = "Option<_>")]
    pub columns: BTreeMap<String, Word<Target>>,
    /// First and last row of the heading, from 1, correcting the guess.
    #[ts(optional)]
    pub heading: Option<(u32, u32)>,
    /// Text that the rules do not know → code of the category it means; the empty text speaks of rows that name none.
    #[ts(optional, as = "Option<_>")]
    pub categories: BTreeMap<String, String>,
    /// Whether the mapping remembered for workbooks of this shape is left aside.
    #[ts(optional, as = "Option<_>")]
    pub forget_mapping: bool,
    /// Row (`252`, or `SHEET!252` where several sheets are read) → what becomes of it.
    #[ts(optional, as = "Option<_>")]
    pub rows: BTreeMap<String, Word<RowAnswer>>,
    /// Changed entries that are to be taken over, by code, or one field of one (`OPD-003/phone`); all others stay.
    #[ts(optional)]
    pub changes: Option<Vec<String>>,
    /// Take over every change.
    #[ts(optional, as = "Option<_>")]
    pub take_all_changes: bool,
}

/// A mapping to be kept in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
pub struct SaveMapping {
    /// The workbook, and what was decided about it.
    pub asked: ImportAsked,
    /// Full path of the TOML file.
    pub out: String,
}

/// Some rows of a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
pub struct SheetRowsAsked {
    /// Full path of the workbook.
    pub file: String,
    /// Which sheet; the first that is not hidden and holds anything where left out.
    #[ts(optional)]
    pub sheet: Option<String>,
    /// The first row shown, from 1.
    pub from: u32,
}

/// Rows of a sheet as they stand, understood or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetRows {
    /// File name.
    pub file: String,
    /// The sheet shown.
    pub sheet: String,
    /// All sheets of the workbook.
    pub sheets: Vec<SheetRow>,
    /// The columns, by letter.
    pub letters: Vec<String>,
    /// The rows; `role` is empty.
    pub rows: Vec<GridRow>,
    /// The last row of the sheet.
    pub last: u32,
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
    /// The last row of the sheet.
    pub last_row: u32,
    /// What importing would do.
    pub outcome: ImportOutcome,
    /// Texts for categories that the rules do not know, with what was said of them.
    pub categories: Vec<CategoryTextRow>,
    /// Whether a saved mapping for a workbook of this shape was applied.
    pub remembered: bool,
}

/// A text for a category that the rules do not know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CategoryTextRow {
    /// As written; empty for rows that name none.
    pub text: String,
    /// How many entries it concerns.
    pub rows: u32,
    /// The code of the category it was said to mean.
    pub meant: Option<String>,
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
    /// What it gives.
    pub target: Word<Target>,
    /// Why it is taken for that.
    pub reason: Word<ColumnReason>,
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
    /// Why it was left; none where it was taken.
    pub left: Option<Word<SkipKind>>,
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
    /// Titles and agencies of entries that judges have already: no import takes them over, a decision does.
    pub by_decision: Vec<ChangeRow>,
    /// Codes of the changed entries whose changes were taken over; the others stay as they are.
    pub taken_over: Vec<String>,
    /// New entries by category, in the order of the rules.
    pub categories: Vec<CategoryTaken>,
    /// Rows that may be one innovation with another, side by side with it.
    pub duplicates: Vec<DuplicateRow>,
    /// Answers that concern no row, by the row they name.
    pub unused: Vec<String>,
}

/// New entries of one category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CategoryTaken {
    /// Code of the category.
    pub category: String,
    /// How many.
    pub taken: u32,
}

/// A row that was left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SkippedRow {
    /// Sheet name.
    pub sheet: String,
    /// From 1.
    pub row: u32,
    /// Why it was left.
    pub reason: Word<SkipKind>,
}

/// One doubt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FindingRow {
    /// What kind of doubt.
    pub code: Word<FindingCode>,
    /// How much it matters.
    pub severity: Word<Severity>,
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
    /// Its title, as stored.
    pub title: String,
    /// The field.
    pub field: String,
    /// As stored.
    pub before: String,
    /// As in the workbook.
    pub after: String,
}

/// A row that looks like another, or like an entry that is here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DuplicateRow {
    /// The row's sheet.
    pub sheet: String,
    /// The row.
    pub row: u32,
    /// How like they are.
    pub likeness: Likeness,
    /// The sheet of the row it is like, when that stands in the same workbook.
    pub other_sheet: Option<String>,
    /// That row.
    pub other_row: Option<u32>,
    /// The entry it is like, when that is here already.
    pub other_entry: Option<String>,
    /// What either says where they differ; title, agency and category in every case.
    pub fields: Vec<PairField>,
    /// Whether it is not taken until something is said.
    pub waits: bool,
    /// What was decided.
    pub choice: Option<Word<RowAnswer>>,
    /// Whether at an earlier import.
    pub remembered: bool,
}

judging::words! {
    /// How like two rows are.
    pub enum Likeness {
        /// Title and agency are the same but for case, accents and blanks.
        Same = "same",
        /// The agency is the same, the title nearly.
        NearTitle = "near-title",
        /// The title is the same, the agency another.
        SameTitle = "same-title",
    }
}

/// One field of two rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PairField {
    /// `title`, `agency`, `category`, a field's name, or a heading.
    pub field: String,
    /// What the row says.
    pub this: String,
    /// What the other says.
    pub other: String,
}

judging::words! {
    /// What a long task is doing.
    pub enum ProgressStep {
        /// A workbook is read.
        Read = "read",
        /// Entries are stored.
        Store = "store",
        /// Hand-overs are looked at.
        Inspect = "inspect",
        /// Hand-overs are merged.
        Merge = "merge",
        /// Photos are made small.
        Photos = "photos",
    }
}

crossing!(Likeness, ProgressStep);

/// How far a long task has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Progress {
    /// What it is doing.
    pub step: ProgressStep,
    /// Done so far.
    pub done: u32,
    /// Of so many, when known.
    pub of: Option<u32>,
    /// While a workbook is read: its first rows, and what is made of them so far. Without outcome and duplicates.
    pub begun: Option<ImportPreview>,
}
