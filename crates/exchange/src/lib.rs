//! The files people send each other: rules, packet, hand-over, decision, result pack; who signed them and for whom they
//! are sealed. `docs/file-format.md` says every byte.
//!
//! **Never here**: databases, windows, the clock, the network. Time and randomness are passed in (`age` alone draws its
//! own). Nothing in a file ever becomes a path.

pub mod decision;
pub mod envelope;
pub mod handover;
pub mod keys;
pub mod keystore;
pub mod pack;
pub mod packet;
pub mod passphrase;
mod record;
mod refusal;
pub mod revision;
pub mod rules;
#[cfg(test)]
mod sample;
mod seal;
mod survey;
pub mod templates;
mod text;

pub use envelope::{Kind, Written};
pub use refusal::Refusal;
