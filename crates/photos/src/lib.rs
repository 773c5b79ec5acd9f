//! Photos in: a stranger's image file becomes a picture that can be kept.
//!
//! [`keep`] takes one file, [`keep_all`] many. What the untouched file says of itself (time, position, device and
//! orientation, from EXIF) is read from its head, before any pixel is decoded. The picture is then decoded, turned upright,
//! reduced to at most [`LONGEST_EDGE`] pixels and written as a JPEG without metadata, of about [`MOST_BYTES`] and at most as
//! many bytes as the source where its detail allows that.
//!
//! Read are JPEG, PNG and WebP; of moving pictures the first frame. Other kinds are refused by name.
//!
//! **Never here**: a file written, a position in floating point, a doubt resolved silently (a position without its sign is
//! no position). A file is never trusted: it is decoded in a child process under limits ([`Reader::Child`]), and what the
//! child sends is looked at again.

mod apart;
mod decode;
mod encode;
mod error;
#[cfg(any(test, feature = "fuzzing"))]
pub mod fuzz;
mod keep;
mod kind;
mod limits;
mod many;
mod metadata;
mod photo;
mod picture;
mod plain;
mod upright;
mod wire;
mod work;

pub use apart::serve;
pub use error::PhotoError;
pub use keep::{Reader, keep};
pub use kind::OtherKind;
pub use limits::Limits;
pub use many::{Progress, keep_all};
pub use photo::Kept;

/// Pixels of the longer edge of a kept picture at most.
pub const LONGEST_EDGE: u16 = 1600;

/// Bytes that a kept picture is to have at most: its quality is lowered to reach this.
pub const MOST_BYTES: usize = 500_000;
