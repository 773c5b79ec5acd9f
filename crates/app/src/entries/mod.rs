//! Entries: taken from registration sheets, listed, counted by agency.
//!
//! An import is one pipeline with two ends. [`workbook`] opens the file, [`understand`] reads it by what the user decided
//! ([`mapping`], [`answers`], [`pairs`]), [`plan`] compares that with the entries that are here ([`comparison`], [`outcome`]).
//! [`preview()`] shows the plan, [`import()`] stores it. A group of modules knows those above it, never those below.

mod keys;
mod side_by_side;

mod workbook;

mod answers;
mod mapping;
mod pairs;
mod understand;

mod changes;
mod comparison;
mod likeness;
mod outcome;
mod plan;

mod import;
mod preview;
mod save_mapping;
mod sheet_rows;

mod add;
mod by_hand;
mod coverage;
mod edit;
mod follow;
mod given_out;
mod list;
mod typed;

#[cfg(test)]
mod tests;

pub use add::add;
pub use coverage::coverage;
pub use edit::edit;
pub use import::import;
pub use list::list;
pub use preview::preview;
pub use save_mapping::save_mapping;
pub use sheet_rows::sheet_rows;
pub use typed::{heading, meaning, row_answer};

pub(crate) use by_hand::{agency_of, title_of};
pub(crate) use follow::follow;
pub(crate) use given_out::GivenOut;
pub(crate) use keys::keys_of;
pub(crate) use list::row;
pub(crate) use workbook::open as open_workbook;
