//! Standings as they cross to the page and the command line, and their publication.

mod compute;
mod publication;
mod row;
mod situation;

pub use compute::standings;
pub use situation::situation;

pub(crate) use compute::standing;
pub(crate) use publication::{publication, publishable};
pub(crate) use situation::is_provisional;
