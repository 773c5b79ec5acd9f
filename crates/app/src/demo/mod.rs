//! The whole journey played on shipped registrations, with marks that a seeded generator invents.

mod invent;
mod journey;
mod open;
mod paris;

pub use journey::{Part, Played, play, play_paris};
pub use open::open;
