//! The panel: its members and the packets made for them.

mod add;
mod blind;
mod edit;
mod list;
mod office;
mod packet;
mod packets;

pub use add::add;
pub use edit::edit;
pub use list::list;
pub use packet::packet;
pub(crate) use packet::{SignedPacket, issue, signed_packet};
pub use packets::packets;
