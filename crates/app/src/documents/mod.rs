//! Documents: the winner list, the recapitulation, the result pack.

mod export;
mod pack;
mod read;
mod recap;
mod winners;

pub use export::export;

pub(crate) use export::{heading, put};
pub(crate) use pack::archived_result;
pub(crate) use read::{read_small, read_within};
