//! The judge's working copy: opened from a packet, marked, handed over.

mod hand_over;
mod mark;
mod open_packet;
mod overview;
mod own;
mod recuse;
mod renew;
mod report;

pub use hand_over::hand_over;
pub use mark::mark;
pub use open_packet::{open_packet, passphrase_in};
pub use recuse::recuse;
pub use report::report;

pub(crate) use overview::overview;
pub(crate) use own::Own;
