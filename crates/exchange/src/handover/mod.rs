//! What a judge sends back (`*.nilai`): everything said so far, signed by the device, then sealed to the chair.
//!
//! The chair archives the signed bytes verbatim: a field that this version does not understand is kept, passed on and
//! named, so that it can block publication.

mod form;
mod read;
mod reports;
mod sheets;
mod write;

pub(crate) use read::same_competition;
pub use read::{Expected, HandOverFile, open, read};
pub use write::{seal, write};

#[cfg(test)]
mod tests;
