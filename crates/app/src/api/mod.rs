//! What the window and the command line see: plain types, a file for each folder of use cases.
//!
//! **Never here**: computing, SQL, files.

pub mod agreement;
pub mod audit;
pub mod calibration;
pub mod common;
pub mod competition;
pub mod conflict;
pub mod decisions;
pub mod declaration;
pub mod desk;
pub mod documents;
pub mod entries;
pub mod error;
pub mod explain;
pub mod firmness;
pub mod handover;
pub mod import;
pub mod message;
pub mod overview;
pub mod own_hand_over;
pub mod panel;
pub mod plenary;
pub mod plots;
pub mod receipt;
pub mod returns;
pub mod rules;
pub mod situation;
pub mod standings;
pub mod start;
pub mod summary;
pub mod undo;
pub mod visits;
pub mod what_if;
pub mod word;
