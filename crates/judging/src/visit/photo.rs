use super::{LocalTime, Position};
use crate::Hash;

/// A photo of a visit, and what its untouched file said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitPhoto {
    /// The name of the attachment that holds it.
    pub name: Hash,
    /// Pixels.
    pub width: u16,
    /// Pixels.
    pub height: u16,
    /// Bytes of the picture.
    pub bytes: u32,
    /// The file as it was.
    pub original: Original,
    /// When it was taken.
    pub taken: Option<LocalTime>,
    /// Maker and model of the camera.
    pub device: Option<String>,
    /// Where it was taken; none also where the verifier leaves it out.
    pub position: Option<Position>,
    /// What it shows.
    pub kind: Option<PhotoKind>,
    /// In words.
    pub caption: String,
}

/// An untouched file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Original {
    /// Of all its bytes.
    pub hash: Hash,
    /// How many.
    pub bytes: u64,
}

crate::words! {
    /// What a photo shows.
    pub enum PhotoKind {
        /// A document.
        Document = "document",
        /// People doing something.
        Activity = "activity",
        /// What is made.
        Product = "product",
        /// The place.
        Site = "site",
        /// The minutes of the visit, signed on paper.
        SignedMinutes = "signed-minutes",
    }
}
