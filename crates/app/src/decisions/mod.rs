//! The chair's acts: each signed, with a reason, in the journal; each undone only by another.

mod checks;
mod decide;
mod file;
mod gate;
mod list;

pub use decide::decide;
pub use list::list;

pub(crate) use file::{file, reason};
