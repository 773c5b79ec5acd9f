//! The outer form that all exchange files share.
//!
//! A file is a header, frames that each carry their length and BLAKE3, and a BLAKE3 of all of it. A *signed* file has the
//! payload as its first frame and attachments as the others; the name of the file is the hash of the payload; the signature is over the kind and the raw payload bytes, and
//! is checked before a byte of the payload is understood. A *sealed* file has one frame, an age file whose plaintext is a
//! signed file.
//!
//! **Never here**: what the payload means. Lengths are compared with the bytes that are there before anything is copied;
//! nothing is ever decompressed.

mod frames;
mod header;
mod signed;

pub(crate) use frames::{check_length, sealed_bytes, sealed_content};
pub use signed::{Signed, Written, verify};
pub(crate) use signed::{sign, with_attachments};

use crate::Refusal;
use std::fmt;

/// How every file begins.
pub const MAGIC: [u8; 8] = *b"TIMBANG\x1a";
/// The version of the outer form and of the payloads that this program writes and understands.
pub const FORMAT: u16 = 1;
/// Largest file, in bytes.
pub const LARGEST: usize = 1 << 30;

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// `*.paket`, chair to judge.
    Packet,
    /// `*.nilai`, judge to chair.
    HandOver,
    /// One act of the chair.
    Decision,
    /// `*.hasil`, for auditors.
    Pack,
    /// A person's keys, for another laptop.
    Backup,
}

impl Kind {
    pub(crate) const fn byte(self) -> u8 {
        match self {
            Self::Packet => 1,
            Self::HandOver => 2,
            Self::Decision => 3,
            Self::Pack => 4,
            Self::Backup => 5,
        }
    }

    pub(crate) const fn from_byte(byte: u8) -> Option<Self> {
        match byte {
            1 => Some(Self::Packet),
            2 => Some(Self::HandOver),
            3 => Some(Self::Decision),
            4 => Some(Self::Pack),
            5 => Some(Self::Backup),
            _ => None,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Packet => "a packet",
            Self::HandOver => "a hand-over",
            Self::Decision => "a decision",
            Self::Pack => "a result pack",
            Self::Backup => "a backup of keys",
        })
    }
}

/// Whether a file is open to read or sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Payload and attachments under a signature.
    Signed,
    /// One age file.
    Sealed,
}

impl Form {
    /// The byte at which the frames begin.
    const fn frames(self) -> usize {
        match self {
            Self::Signed => signed::FRAMES,
            Self::Sealed => header::HEADER,
        }
    }
}

/// What a file says it is, from its first bytes. Enough to choose what to do with it, proof of nothing.
///
/// # Errors
/// [`Refusal::NotOurs`], [`Refusal::Newer`], [`Refusal::CutShort`], or [`Refusal::Damaged`] for a form or kind that is none.
pub fn identify(bytes: &[u8]) -> Result<(Form, Kind), Refusal> {
    header::Header::read(bytes).map(|header| (header.form, header.kind))
}

#[cfg(test)]
mod tests;
