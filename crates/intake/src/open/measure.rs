//! The size guard: what is unpacked passes it before any parser sees it.
//!
//! What a part claims about its size is not believed, and a text of hundreds of megabytes is refused here with plain words rather than by the memory limit of the reading process.

use super::OpenError;
use super::kind::{Kind, damaged};
use super::limits::MIB;

/// From here on a part that is packed suspiciously well is refused.
const SUSPICIOUS: u64 = 32 * MIB;
/// Sheets are packed to a tenth or a thirtieth, a bomb to a thousandth.
const RATIO: u64 = 250;
/// Shared texts are kept in memory all at once.
const SHARED_TEXTS: u64 = 320 * MIB;
/// One text between two tags; a cell takes 32,767 characters.
const TEXT: u64 = MIB;

/// A part on its way.
pub(super) struct Measure {
    /// In small letters.
    name: String,
    is_xml: bool,
    packed: u64,
    claimed: u64,
    length: u64,
    /// Since the last tag.
    text: u64,
    /// Whether it speaks of merged cells: asking the reader for them costs a second parse.
    pub merged: bool,
}

impl Measure {
    /// Of a part of that name, and of so many bytes, packed and as it claims unpacked.
    pub fn new(kind: Kind, name: &str, packed: u64, claimed: u64) -> Self {
        let name = name.to_ascii_lowercase();
        Self {
            // Whatever it is called: relationships may name any part, and only a binary workbook has parts that are no XML.
            is_xml: kind != Kind::Xlsb || name.ends_with(".xml") || name.ends_with(".rels"),
            name,
            packed: packed.max(1),
            claimed,
            length: 0,
            text: 0,
            merged: false,
        }
    }

    /// Lets the next bytes pass.
    pub fn pass(&mut self, bytes: &[u8]) -> Result<(), OpenError> {
        let read = bytes.len() as u64;
        self.length += read;
        self.text = match memchr::memrchr(b'<', bytes) {
            None => self.text + read,
            Some(last) => read - last as u64,
        };
        self.merged |= memchr::memmem::find(bytes, b"mergeCell").is_some();
        if self.length > self.claimed {
            return Err(self.contradiction());
        }
        self.refused()
            .map_or(Ok(()), |what| Err(OpenError::TooLarge(what)))
    }

    fn refused(&self) -> Option<String> {
        let Self { name, length, .. } = self;
        if *length > SUSPICIOUS && length / self.packed > RATIO {
            Some(format!(
                "its part {name} is packed to less than 1/{RATIO} of its size, as only made-up files are"
            ))
        } else if name.ends_with("sharedstrings.xml") && *length > SHARED_TEXTS {
            let most = SHARED_TEXTS / MIB;
            Some(format!("its texts are larger than {most} MB"))
        } else if self.is_xml && self.text > TEXT {
            Some(format!(
                "its part {name} has a text of more than a million bytes in one place"
            ))
        } else {
            None
        }
    }

    /// All has passed.
    pub fn end(&self) -> Result<(), OpenError> {
        match self.length == self.claimed {
            true => Ok(()),
            false => Err(self.contradiction()),
        }
    }

    fn contradiction(&self) -> OpenError {
        let Self { name, claimed, .. } = self;
        damaged(&format!(
            "its part {name} has not the {claimed} bytes that it claims"
        ))
    }
}
