//! Documents: the winner list, the recapitulation, the result pack.

mod export;
mod pack;
mod recap;
mod winners;

pub use export::export;

pub(crate) use export::heading;
