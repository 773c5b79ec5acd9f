//! Hand-overs coming back: looked at, merged, and what they leave open.
//!
//! Merging is set union (see [`judging::handover`]): a file is archived byte for byte or refused; nothing that is here
//! changes. The verdicts only *say* what a file is to this competition.

mod arrive;
mod check;
mod compare;
mod conflicts;
mod enter_form;
mod known;
mod make_form;
mod merge;
mod note;
mod progress;
mod watch;

pub use conflicts::conflicts;
pub use enter_form::enter_form;
pub use make_form::make_form;
pub use merge::{inspect, merge};
pub use progress::progress;
pub use watch::watch;
