//! The files people send each other: rules, packet, hand-over, decision, result pack; who signed them and for whom they
//! are sealed. `docs/file-format.md` says every byte.
//!
//! It takes bytes, times and randomness and gives bytes (`age` alone draws randomness of its own).
//!
//! **Never here**: an operating system. No files, processes, clock, keychain or network; a test keeps it so. What is to be
//! built for a browser is built from this crate and `judging`. Nothing in a file ever becomes a path.

pub mod decision;
pub mod envelope;
pub mod handover;
pub mod keys;
pub mod pack;
pub mod packet;
pub mod passphrase;
mod record;
mod refusal;
pub mod result;
pub mod revision;
pub mod rules;
#[cfg(test)]
mod sample;
mod seal;
mod survey;
pub mod templates;
mod text;
pub mod visit;

pub use envelope::{Kind, Written};
pub use refusal::Refusal;
