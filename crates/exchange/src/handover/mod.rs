//! What a judge sends back (`*.nilai`): everything said so far, signed by the device, then sealed to the chair.
//!
//! What need not be known to everybody, or is large, stands beside the payload as attachments. The payload names each by the
//! hash of its salted bytes, so that any of them can be left out: the hand-over keeps its name and its signature.
//!
//! The chair archives the signed bytes verbatim: a field that this version does not understand is kept, passed on and
//! named, so that it can block publication.

mod attachments;
mod declarations;
mod form;
mod notes;
mod persons;
mod read;
mod recusals;
mod salt;
mod sheets;
mod visits;
mod write;

pub use attachments::{Attached, attach, without_attachments};
pub use declarations::Declarations;
pub use notes::{Note, Notes};
pub use persons::Persons;
pub(crate) use read::same_competition;
pub use read::{Expected, HandOverFile, open, read};
pub use salt::{Salt, attachment_name, salted, unsalted};
pub use write::{seal, write};

#[cfg(test)]
mod attachments_tests;
#[cfg(test)]
mod tests;
