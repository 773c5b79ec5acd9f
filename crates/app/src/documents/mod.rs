//! Documents: the winner list, the recapitulation, the result pack.

mod export;
mod pack;
mod recap;
mod save_picture;
mod winners;

pub use export::export;
pub use save_picture::save_picture;

pub(crate) use export::heading;
