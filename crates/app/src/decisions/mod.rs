//! The chair's acts: each signed, with a reason, in the journal; each undone only by another.

mod checks;
mod decide;
mod file;
mod gate;
mod list;
mod preview;

pub use decide::decide;
pub use list::list;
pub use preview::preview;

pub(crate) use file::{file, reason};
