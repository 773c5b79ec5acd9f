//! Entries: taken from registration sheets, listed, counted by agency.

mod answers;
mod changes;
mod coverage;
mod import;
mod list;
mod outcome;
mod pairs;
mod plan;
mod preview;
mod save_mapping;
mod sheet_rows;
#[cfg(test)]
mod tests;
mod typed;
mod workbook;

pub use coverage::coverage;
pub use import::import;
pub use list::list;
pub use preview::preview;
pub use save_mapping::save_mapping;
pub use sheet_rows::sheet_rows;
pub use typed::{heading, meaning, row_answer};

pub(crate) use list::category_of;
pub(crate) use plan::keys_of;
pub(crate) use workbook::open as open_workbook;
