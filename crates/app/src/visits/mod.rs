//! Visits: written at a verifier's desk, read by the chair.

mod add_photos;
mod distance;
mod file;
mod list;
mod photos;
mod save;
mod settled;
mod to_visit;

pub use add_photos::add_photos;
pub use file::visit;
pub use list::visits;
pub use photos::{photo, write_photos};
pub use save::save;
