//! The whole journey played on shipped registrations, with marks that a seeded generator invents.

mod invent;
mod journey;
mod open;

pub use journey::{Part, Played, play};
pub use open::open;
