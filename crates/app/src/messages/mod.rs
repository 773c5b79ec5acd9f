//! What judges tell the chair beside their marks: conflicts of interest, notes, why something is not final. It stands in
//! attachments of hand-overs and changes no score.

mod list;
mod read;

pub(crate) use list::all_messages;
pub use list::messages;
pub(crate) use read::{message_of, read_message};
