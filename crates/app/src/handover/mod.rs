//! Hand-overs coming back: looked at, merged, and what they leave open.
//!
//! Merging is set union (see [`judging::handover`]): a file is archived byte for byte or refused; nothing that is here
//! changes. The verdicts only *say* what a file is to this competition.

mod arrive;
mod conflicts;
mod merge;
mod progress;

pub use conflicts::conflicts;
pub use merge::{inspect, merge};
pub use progress::progress;
