//! Laws of the judging crate, held over competitions made up at random.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod competition;
mod dice;
mod histories;
mod naive;
mod recompute;
mod views;
