//! The size guard: a zipped workbook is unpacked into nothing, counting, before any parser sees it.
//!
//! What a part claims about its size is not believed, and a text of hundreds of megabytes or ten thousand parts are
//! refused here with plain words rather than by the memory limit of the reading process.

use super::kind::damaged;
use super::limits::MIB;
use super::{Limits, OpenError};
use std::io::{Read, Seek};
use zip::ZipArchive;

/// Parts of a workbook: a few a sheet.
const PARTS: usize = 10_000;
/// From here on a part that is packed suspiciously well is refused.
const SUSPICIOUS: u64 = 32 * MIB;
/// Sheets are packed to a tenth or a thirtieth, a bomb to a thousandth.
const RATIO: u64 = 250;
/// Shared texts are kept in memory all at once.
const SHARED_TEXTS: u64 = 320 * MIB;
/// One text between two tags; a cell takes 32,767 characters.
const TEXT: u64 = MIB;

/// What was seen on the way.
pub(super) struct Measured {
    /// Whether any sheet has merged cells: asking the reader for them costs a second parse.
    pub merged: bool,
}

/// Which parts are measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Parts {
    All,
    /// The sheets of an XLSX workbook, which its reader takes in bit by bit.
    Sheets,
    /// The others, which it keeps in memory.
    Others,
}

/// Unpacks every part that a reader may look at, keeping nothing.
pub(super) fn measure<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    which: Parts,
    limits: &Limits,
) -> Result<Measured, OpenError> {
    if archive.len() > PARTS {
        let parts = archive.len();
        return Err(OpenError::TooLarge(format!(
            "it has {parts} parts, more than {PARTS}"
        )));
    }
    let mut total = 0;
    let mut merged = false;
    let mut chunk = vec![0; 1 << 16];
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|error| damaged(&error))?;
        let name = part.name().map_err(|error| damaged(&error))?;
        let name = name.to_ascii_lowercase();
        let is_read = [".xml", ".rels", ".bin"]
            .iter()
            .any(|end| name.ends_with(end));
        let is_sheet = name.starts_with("xl/worksheets/");
        let is_meant = match which {
            Parts::All => true,
            Parts::Sheets => is_sheet,
            Parts::Others => !is_sheet,
        };
        if !is_read || !is_meant {
            continue;
        }
        let packed = part.compressed_size().max(1);
        let (mut length, mut text) = (0, 0);
        loop {
            let read = part.read(&mut chunk).map_err(|error| damaged(&error))?;
            if read == 0 {
                break;
            }
            let bytes = &chunk[..read];
            length += read as u64;
            total += read as u64;
            text = match memchr::memchr(b'<', bytes) {
                None => text + read as u64,
                Some(_) => (read - memchr::memrchr(b'<', bytes).unwrap_or(0)) as u64,
            };
            merged |= memchr::memmem::find(bytes, b"mergeCell").is_some();
            refuse(&name, length, packed, total, text, limits)?;
        }
    }
    Ok(Measured { merged })
}

fn refuse(
    name: &str,
    length: u64,
    packed: u64,
    total: u64,
    text: u64,
    limits: &Limits,
) -> Result<(), OpenError> {
    let what = if total > limits.unpacked {
        let most = limits.unpacked / MIB;
        format!("unpacked it is larger than {most} MB")
    } else if length > SUSPICIOUS && length / packed > RATIO {
        format!(
            "its part {name} is packed to less than 1/{RATIO} of its size, as only made-up files are"
        )
    } else if name.ends_with("sharedstrings.xml") && length > SHARED_TEXTS {
        let most = SHARED_TEXTS / MIB;
        format!("its texts are larger than {most} MB")
    } else if text > TEXT && !name.ends_with(".bin") {
        format!("its part {name} has a text of more than a million bytes in one place")
    } else {
        return Ok(());
    };
    Err(OpenError::TooLarge(what))
}
