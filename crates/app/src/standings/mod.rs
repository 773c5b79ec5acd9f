//! The computed order, told.

mod compute;
mod row;

pub use compute::standings;

pub(crate) use compute::{Publication, computed, publication, publishable, told};
