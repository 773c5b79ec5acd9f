//! The panel: its members and the packets made for them.

mod add;
mod blind;
mod list;
mod packet;

pub use add::add;
pub use list::list;
pub use packet::packet;
pub(crate) use packet::{SignedPacket, issue, signed_packet};
