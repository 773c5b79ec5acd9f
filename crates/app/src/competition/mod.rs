//! The competition file: made, opened, seen at a glance.

mod create;
mod keys;
mod open;
mod overview;
mod rules;

pub use create::create;
pub use keys::{back_up_keys, restore_keys};
pub use open::{close, open};
pub use overview::overview;
pub use rules::rules;

pub(crate) use overview::count;
pub(crate) use rules::{rules_of, words};
