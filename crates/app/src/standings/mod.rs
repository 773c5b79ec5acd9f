//! Standings as they cross to the page and the command line, and their publication.

mod compute;
mod publication;
mod row;

pub use compute::standings;

pub(crate) use compute::standing;
pub(crate) use publication::{publication, publishable};
