//! Where the tables are on a sheet, and what each of their rows is.

mod heading;
mod layout;
mod rows;
mod signs;

pub(crate) use heading::{Found, find, given, headings_in, titled};
pub(crate) use layout::Layout;
pub(crate) use rows::{Kind, classify};
pub(crate) use signs::is_numbering;
