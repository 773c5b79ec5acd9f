//! Spreadsheets in: a workbook is opened ([`open`]), its table found and its rows understood ([`read`]), every doubt
//! stated as a [`Finding`]; a filled score form becomes marks ([`read_form`]).
//!
//! Terms: a *workbook* is what a file holds, as sparse cells; a *table* is a heading with the rows under it; a *reading* is
//! what was made of a workbook: registrations, skipped rows and findings, so that every row is accounted for.
//!
//! **Never here**: a guess that is not said, a damaged number repaired, a mark or score in binary floating point, a
//! write to any file, knowledge of what is already registered. A file is never trusted: it is parsed in a child process
//! under limits ([`Reader::Child`]), and nothing it holds may bring the program down.

mod category;
mod columns;
mod cores;
mod finding;
mod form;
#[cfg(any(test, feature = "fuzzing"))]
pub mod fuzz;
mod key;
mod mapping;
mod open;
mod read;
mod reading;
mod table;
mod values;
mod workbook;

pub use finding::{Finding, FindingCode, Severity};
pub use form::{FormError, ScoreForm, read_form};
pub use key::{agency_key, title_key};
pub use mapping::{Mapping, MappingError, Target};
pub use open::{Limits, OpenError, Progress, Reader, Watch, open, serve};
pub use read::{names_agency, near_titles, read};
pub use reading::{
    CategoryText, Choices, Column, ColumnReason, ReadError, Reading, RowPlace, SheetRole,
    SheetSeen, SkipKind, SkipReason, Skipped, Table, Taken,
};
pub use values::{typed_field, typed_line};
pub use workbook::{Merged, Row, Sheet, Value, Workbook, column_letter};
