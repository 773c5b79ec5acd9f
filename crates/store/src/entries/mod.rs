//! The entries.
//!
//! An entry's code is given once (`OPD-007`: its category and the next number) and never given again. Beside title and
//! agency stand their *keys*, normalised by the caller, by which the same innovation is found again.

mod add;
mod json;
mod read;
mod write;

pub use add::{New, add};
pub use read::{Known, all, categories, counts, get, import_of, keys, same_key};
pub use write::{insert, remove, reserve_code, update};

/// Title and agency as they are compared: normalised by the caller.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Keys {
    /// Of the title.
    pub title: String,
    /// Of the agency.
    pub agency: String,
}

#[cfg(test)]
mod tests;
