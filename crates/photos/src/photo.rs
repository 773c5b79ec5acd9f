//! What is kept of a photo.

use judging::Hash;
use judging::visit::{LocalTime, Original, Position};

/// A picture to keep, and what its untouched file said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// A JPEG without metadata, upright.
    pub bytes: Vec<u8>,
    /// Pixels.
    pub width: u16,
    /// Pixels.
    pub height: u16,
    /// Of `bytes`.
    pub hash: Hash,
    /// When the picture was taken, where the file says so.
    pub taken: Option<LocalTime>,
    /// Maker and model of the camera, where the file says so: letters, digits and signs, at most 80 characters.
    pub device: Option<String>,
    /// Where the picture was taken, where the file says so.
    pub position: Option<Position>,
    /// The file as it was.
    pub original: Original,
}
