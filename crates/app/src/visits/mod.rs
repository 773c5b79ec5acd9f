//! Visits: written at a verifier's desk, read by the chair.

mod add_photos;
mod distance;
mod file;
mod list;
mod minutes;
mod nominees;
mod note;
mod photos;
mod renew;
mod row;
mod save;
mod settled;
mod to_visit;

pub use add_photos::add_photos;
pub use file::visit;
pub use list::visits;
pub use minutes::write_minutes;
pub use note::set_note;
pub use photos::{photo, write_photos};
pub use save::save;

pub(crate) use renew::take_new_claims;
