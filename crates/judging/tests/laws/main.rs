//! Laws of the judging crate, held over competitions made up at random, and cases worked by hand.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod by_hand;
mod competition;
mod corners;
mod dice;
mod explained;
mod firm;
mod gates;
mod histories;
mod naive;
mod paths;
mod recompute;
mod revisions;
mod views;
