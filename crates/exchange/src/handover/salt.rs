//! Attachments begin with a salt: who knows only the hash of a short text cannot find the text by trying.

use crate::Refusal;
use judging::Hash;

/// Random bytes at the beginning of an attachment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Salt(pub [u8; Salt::LENGTH]);

impl Salt {
    /// How many bytes it has.
    pub const LENGTH: usize = 16;
}

/// An attachment's bytes: the salt, then its content.
#[must_use]
pub fn salted(salt: Salt, content: &[u8]) -> Vec<u8> {
    [&salt.0[..], content].concat()
}

/// The name of an attachment: the hash of its bytes, salt and all.
#[must_use]
pub fn attachment_name(attachment: &[u8]) -> Hash {
    Hash(*blake3::hash(attachment).as_bytes())
}

/// The content of an attachment, without its salt.
///
/// # Errors
/// [`Refusal::Malformed`] when it is shorter than a salt.
pub fn unsalted(attachment: &[u8]) -> Result<&[u8], Refusal> {
    let content = attachment.get(Salt::LENGTH..);
    content.ok_or_else(|| Refusal::malformed("attachment", "is shorter than its salt"))
}
