//! The rules: seen, and changed by decision after scoring began, with what that does to the marks given so far.

mod category;
mod change;
mod effects;
mod follow;
mod history;
mod preview;
mod proposed;
mod show;

pub use change::change;
pub use preview::preview;
pub use show::rules;

pub(crate) use category::category_of;
pub(crate) use follow::follow;
pub(crate) use history::{history, history_as_decided};
pub(crate) use show::{chosen, criterion, hash_in_force, rules_of};
