//! The competition file: made, opened, seen at a glance.

mod create;
mod keys;
mod open;
mod overview;

pub use create::create;
pub use keys::{back_up_keys, restore_keys};
pub use open::{close, open};
pub use overview::overview;

pub(crate) use overview::{DEMO, about};
