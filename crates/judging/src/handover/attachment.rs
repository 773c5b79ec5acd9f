use crate::Hash;

/// What belongs to a statement and may be left out of a file without changing the statement's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attachment {
    /// What it holds.
    pub kind: AttachmentKind,
    /// The hash of its bytes, which begin with a salt: a short text cannot be guessed from it.
    pub name: Hash,
}

crate::words! {
    /// What an attachment holds.
    pub enum AttachmentKind {
        /// The conflicts of interest that the judge declares, with their texts.
        Declarations = "declarations",
        /// What the judge wrote for the chair alone: private notes that were handed over, and why a statement is not complete.
        Notes = "notes",
        /// The people whom a verifier met.
        Persons = "persons",
        /// One photo.
        Photos = "photos",
    }
}
