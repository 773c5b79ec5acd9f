//! The use cases of Timbang, one verb a file, folders along the way of the data.
//!
//! A use case takes a [`Session`] and what was asked, and returns what [`api`] declares; [`commands`] lists those that the
//! window knows. Every change to a competition file goes through [`op`], together with its line in the journal; nobody
//! else begins a transaction. Clock, randomness, folders and the reading process come from the [`Host`].
//!
//! **Never here**: SQL, spreadsheet cells, cryptography, arithmetic on marks: those are the crates below. No socket is
//! ever opened.

pub mod api;
pub mod audit;
mod base64;
mod case;
pub mod child;
pub mod commands;
pub mod competition;
pub mod decisions;
pub mod demo;
pub mod desk;
pub mod documents;
pub mod entries;
mod error;
mod files;
pub mod handover;
mod host;
mod keys;
pub mod messages;
mod moves;
pub mod op;
pub mod panel;
mod photos;
pub mod plenary;
mod predecessor;
pub mod rules;
pub mod session;
pub mod standings;
pub mod start;
#[cfg(test)]
mod test_support;
mod time;
mod visit_content;
pub mod visits;

pub use api::error::Error;
pub use host::{Host, SystemHost};
pub use session::Session;
