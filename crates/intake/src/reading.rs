//! What was made of a workbook.

use crate::{Finding, Mapping, Target};
use judging::CategoryCode;
use judging::entry::{Registration, RowAnswer};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// What the user decided before or after a first reading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// Read this sheet and no other.
    pub sheet: Option<String>,
    /// Put every row into this category, whatever the sheet says.
    pub category: Option<CategoryCode>,
    /// What the columns, the heading and the categories' texts mean.
    pub mapping: Option<Mapping>,
    /// What to do with single rows.
    pub rows: BTreeMap<RowPlace, RowAnswer>,
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowPlace {
    /// The sheet's name.
    pub sheet: String,
    /// Row as the spreadsheet program counts, from 1.
    pub row: u32,
}

/// What was made of a workbook. Every row of a sheet that was read is in `taken` or in `skipped`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// All sheets, and what part each has.
    pub sheets: Vec<SheetSeen>,
    /// The tables that were read, in the order of the sheets and rows; never empty. The first says what the mapping is.
    pub tables: Vec<Table>,
    /// The registrations, in order.
    pub taken: Vec<Taken>,
    /// What the rows say that were held back as suspected duplicates, in order.
    pub held: Vec<Taken>,
    /// Rows that were not taken, in order, each with its reason.
    pub skipped: Vec<Skipped>,
    /// Texts for categories that the rules do not know, in the order in which they stand.
    pub categories: Vec<CategoryText>,
    /// Every doubt, in the order of sheets, rows and columns; those of a sheet or column come first.
    pub findings: Vec<Finding>,
    /// The same for workbooks with the same headings in the same columns: to offer a saved mapping again.
    pub shape: String,
}

impl Reading {
    /// What was understood of the first table, to be corrected, saved and offered again.
    #[must_use]
    pub fn mapping(&self) -> Mapping {
        let table = self.tables.first();
        let columns = table.into_iter().flat_map(|table| &table.columns);
        let headed = columns
            .filter(|column| column.why != ColumnReason::Blank || !column.heading.is_empty());
        Mapping {
            sheet: table.map(|table| table.sheet.clone()),
            heading: table.map(|table| table.heading_rows.clone()),
            columns: headed
                .map(|column| (column.letter.clone(), column.target))
                .collect(),
            categories: BTreeMap::new(),
        }
    }
}

/// A sheet of the workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetSeen {
    /// Its name.
    pub name: String,
    /// Whether the spreadsheet program hides it.
    pub hidden: bool,
    /// Its part in the reading.
    pub role: SheetRole,
    /// Rows with anything in them.
    pub rows: u32,
}

/// What part a sheet has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetRole {
    /// Its table was read.
    Read,
    /// It holds a table, but another one was read.
    OtherTable,
    /// It holds nothing.
    Empty,
    /// It holds no table: instructions, a list to choose from, a chart's data.
    NoTable,
    /// It is hidden and was not chosen.
    Hidden,
}

/// A heading with the rows under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The sheet it stands on.
    pub sheet: String,
    /// Rows of its heading, from 1.
    pub heading_rows: RangeInclusive<u32>,
    /// Rows under the heading, to the last that belongs to it.
    pub rows: RangeInclusive<u32>,
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// From 0.
    pub index: u32,
    /// As the spreadsheet program names it: `A`.
    pub letter: String,
    /// The heading as it stands, of two rows joined by “ / ”; empty for none.
    pub heading: String,
    /// What it gives.
    pub target: Target,
    /// Why it is taken to give that.
    pub why: ColumnReason,
    /// The first values that it holds, as shown, at most 3.
    pub examples: Vec<String>,
}

judging::words! {
    /// Why a column gives what it gives.
    pub enum ColumnReason {
        /// The heading is a known one.
        Heading = "heading",
        /// The cells are of that kind.
        Content = "content",
        /// The user (or a saved mapping) said so.
        Mapping = "mapping",
        /// The heading is not known: kept as it stands.
        Unknown = "unknown",
        /// Another column already gives what the heading says.
        Twice = "twice",
        /// There is nothing in it.
        Blank = "blank",
    }
}

/// A text that stands for a category, and that the rules do not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryText {
    /// As it stands where it stands first; empty for rows that name none.
    pub text: String,
    /// How many entries it concerns.
    pub rows: u32,
    /// What the mapping says it means.
    pub meant: Option<CategoryCode>,
}

/// A row that became a registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The category it competes in.
    pub category: CategoryCode,
    /// What it says.
    pub registration: Registration,
}

impl Taken {
    /// Where it stands.
    #[must_use]
    pub fn place(&self) -> RowPlace {
        let source = &self.registration.source;
        RowPlace {
            sheet: source.sheet.clone(),
            row: source.row,
        }
    }
}

/// A row that did not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The sheet.
    pub sheet: String,
    /// Row as the spreadsheet program counts, from 1.
    pub row: u32,
    /// Why it was not taken.
    pub reason: SkipReason,
}

/// Why a row was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SkipReason {
    /// Nothing in it.
    Blank,
    /// Above the heading.
    TitleBlock,
    /// The heading itself.
    Heading,
    /// 1, 2, 3 … under the heading.
    ColumnNumbers,
    /// The heading once more.
    RepeatedHeading,
    /// Says to which category the rows below belong.
    CategoryRow,
    /// Says to which agency the rows below belong.
    AgencyRow,
    /// More of the entry above, whose title is merged over this row.
    Continuation,
    /// A sum or count.
    Subtotal,
    /// A remark between the entries.
    Note,
    /// Below the table: signatures, notes.
    Footer,
    /// No title.
    NoTitle,
    /// The same title and agency as another row.
    SuspectedDuplicate(RowPlace),
    /// Its category is not one of the rules'.
    UnknownCategory(String),
    /// The user said so.
    Dropped,
    /// The user had it merged into another row.
    Merged(RowPlace),
}

judging::words! {
    /// Why a row was not taken.
    pub enum SkipKind of SkipReason {
        /// Nothing in it.
        Blank = "blank",
        /// Above the heading.
        TitleBlock = "title-block",
        /// The heading itself.
        Heading = "heading",
        /// 1, 2, 3 … under the heading.
        ColumnNumbers = "column-numbers",
        /// The heading once more.
        RepeatedHeading = "repeated-heading",
        /// Says to which category the rows below belong.
        CategoryRow = "category-row",
        /// Says to which agency the rows below belong.
        AgencyRow = "agency-row",
        /// More of the entry above.
        Continuation = "continuation",
        /// A sum or count.
        Subtotal = "subtotal",
        /// A remark between the entries.
        Note = "note",
        /// Below the table.
        Footer = "footer",
        /// No title.
        NoTitle = "no-title",
        /// The same title and agency as another row.
        SuspectedDuplicate = "suspected-duplicate",
        /// Its category is not one of the rules'.
        UnknownCategory = "unknown-category",
        /// The user said so.
        Dropped = "dropped",
        /// The user had it merged into another row.
        Merged = "merged",
    }
}

/// Why a workbook could not be read as a registration sheet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// No sheet has a heading that names a title and anything else.
    #[error(
        "no heading was recognised on {}: one row must name the title (such as “Judul Inovasi”) and another column",
        sheets.join(", ")
    )]
    NoHeading {
        /// The sheets that were searched.
        sheets: Vec<String>,
    },
    /// The sheet that was asked for is not there.
    #[error("there is no sheet “{sheet}”; there are {}", sheets.join(", "))]
    NoSuchSheet {
        /// The name asked for.
        sheet: String,
        /// The names there are.
        sheets: Vec<String>,
    },
    /// The mapping names a heading row beyond the sheet, or no column gives the title.
    #[error("the mapping gives no column for the title")]
    NoTitleColumn,
    /// A category that the rules do not have was chosen.
    #[error("the rules have no category “{0}”")]
    NoSuchCategory(CategoryCode),
}

impl ReadError {
    /// The name used for translation.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::NoHeading { .. } => "no-heading",
            Self::NoSuchSheet { .. } => "no-such-sheet",
            Self::NoTitleColumn => "no-title-column",
            Self::NoSuchCategory(_) => "no-such-category",
        }
    }
}
