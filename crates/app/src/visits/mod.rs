//! Visits: written at a verifier's desk, read by the chair.

mod add_photos;
mod confirm_returns;
mod distance;
mod earlier;
mod file;
mod forget_return;
mod list;
mod matching;
mod minutes;
mod nominees;
mod note;
mod photos;
mod registered;
mod renew;
mod return_matches;
mod row;
mod save;
mod settled;
mod to_visit;

pub use add_photos::add_photos;
pub use confirm_returns::confirm_returns;
pub use file::visit;
pub use forget_return::forget_return;
pub use list::visits;
pub use minutes::write_minutes;
pub use note::set_note;
pub use photos::{photo, write_photos};
pub use return_matches::return_matches;
pub use save::save;

pub(crate) use renew::take_new_claims;
