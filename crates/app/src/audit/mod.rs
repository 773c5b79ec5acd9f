//! For those who doubt: the journal, the check of a file, backups, and the standings computed again from a result pack.

mod backups;
mod check;
mod journal;
mod recompute;

pub use backups::{back_up, backups, restore};
pub use check::check;
pub use journal::journal;
pub use recompute::recompute;

pub(crate) use backups::back_up_if_due;
