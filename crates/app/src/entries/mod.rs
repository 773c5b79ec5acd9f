//! Entries: taken from registration sheets, listed, counted by agency.

mod coverage;
mod import;
mod list;
mod plan;
mod preview;
mod workbook;

pub use coverage::coverage;
pub use import::import;
pub use list::list;
pub use preview::{duplicate_choice, preview};

pub(crate) use list::category_of;
pub(crate) use plan::keys_of;
pub(crate) use workbook::open as open_workbook;
