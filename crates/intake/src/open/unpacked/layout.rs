//! The layout of the virtual archive: a ZIP file of stored parts (PKWARE, APPNOTE 6.3.10, 4.3).

use crate::open::kind::damaged;
use crate::open::limits::MIB;
use crate::open::{Limits, OpenError};
use std::io::{Read, Seek};
use zip::ZipArchive;

/// Parts of a workbook: a few a sheet.
const PARTS: usize = 10_000;
/// The version that can read it: 2.0. The names are in UTF-8, as bit 11 says.
const VERSION: u16 = 20;
const FLAGS: u16 = 1 << 11;
/// Bytes before the directory. Readers look for it in steps from the end, and would step into the last part, which would
/// have to be unpacked for that.
const APART: usize = 4096;

/// The parts, each with its header before it, and the directory after them.
pub(super) struct Layout {
    parts: Vec<Part>,
    /// The bytes after the parts: space, then the directory.
    directory: Vec<u8>,
}

struct Part {
    header: Vec<u8>,
    start: u64,
    length: u64,
}

/// What the virtual archive holds at a place.
pub(super) enum At<'a> {
    /// The rest of a header or of the directory.
    Made(&'a [u8]),
    /// A part of the workbook.
    Part {
        part: usize,
        offset: u64,
        length: u64,
    },
}

impl Layout {
    pub fn of<R: Read + Seek>(archive: &ZipArchive<R>, limits: &Limits) -> Result<Self, OpenError> {
        if archive.len() > PARTS {
            let parts = archive.len();
            return Err(OpenError::TooLarge(format!(
                "it has {parts} parts, more than {PARTS}"
            )));
        }
        let mut layout = Self {
            parts: Vec::with_capacity(archive.len()),
            directory: vec![0; APART],
        };
        for index in 0..archive.len() {
            let part = archive
                .by_index_data(index)
                .map_err(|error| damaged(&error))?;
            let name = part.name().map_err(|error| damaged(&error))?;
            let start = layout.parts_end();
            let end = start.saturating_add(part.size());
            let places = (u32::try_from(start), u32::try_from(part.size()));
            let (Ok(place), Ok(length), true) = (places.0, places.1, end <= limits.unpacked) else {
                let most = limits.unpacked / MIB;
                return Err(OpenError::TooLarge(format!(
                    "unpacked it is larger than {most} MB"
                )));
            };
            let about = about(&name, part.crc32(), length)?;
            layout.parts.push(Part {
                header: [b"PK\x03\x04", &about[..], name.as_bytes()].concat(),
                start,
                length: part.size(),
            });
            // Made by the same version; no comment, no attributes.
            layout.directory.extend(b"PK\x01\x02");
            layout.directory.extend(VERSION.to_le_bytes());
            layout.directory.extend(about);
            layout.directory.extend([0; 10]);
            layout.directory.extend(place.to_le_bytes());
            layout.directory.extend(name.as_bytes());
        }
        layout.close()?;
        Ok(layout)
    }

    /// Ends the directory with where it is.
    fn close(&mut self) -> Result<(), OpenError> {
        let long = |_| OpenError::TooLarge("its directory is too long".into());
        let count = u16::try_from(self.parts.len()).map_err(long)?;
        let length = u32::try_from(self.directory.len() - APART).map_err(long)?;
        let place = u32::try_from(self.parts_end() + APART as u64).map_err(long)?;
        self.directory.extend(b"PK\x05\x06\0\0\0\0");
        self.directory
            .extend([count.to_le_bytes(); 2].as_flattened());
        self.directory.extend(length.to_le_bytes());
        self.directory.extend(place.to_le_bytes());
        self.directory.extend([0; 2]);
        Ok(())
    }

    fn parts_end(&self) -> u64 {
        self.parts.last().map_or(0, Part::end)
    }

    /// Of the whole archive.
    pub fn length(&self) -> u64 {
        self.parts_end() + self.directory.len() as u64
    }

    pub fn at(&self, place: u64) -> At<'_> {
        let index = self.parts.partition_point(|part| part.end() <= place);
        let Some(part) = self.parts.get(index) else {
            return At::Made(from(&self.directory, place - self.parts_end()));
        };
        let into = place - part.start;
        match into.checked_sub(part.header.len() as u64) {
            None => At::Made(from(&part.header, into)),
            Some(offset) => At::Part {
                part: index,
                offset,
                length: part.length,
            },
        }
    }
}

impl Part {
    fn end(&self) -> u64 {
        self.start + self.header.len() as u64 + self.length
    }
}

fn from(bytes: &[u8], place: u64) -> &[u8] {
    let place = usize::try_from(place).ok();
    place
        .and_then(|place| bytes.get(place..))
        .unwrap_or_default()
}

/// What the two headers of a part say between their beginning and the name: stored, at no time, with no extra field.
fn about(name: &str, crc: u32, length: u32) -> Result<[u8; 26], OpenError> {
    let long = |_| OpenError::Damaged("the name of a part is too long".into());
    let name = u16::try_from(name.len()).map_err(long)?;
    let mut about = [0; 26];
    about[..2].copy_from_slice(&VERSION.to_le_bytes());
    about[2..4].copy_from_slice(&FLAGS.to_le_bytes());
    about[10..14].copy_from_slice(&crc.to_le_bytes());
    about[14..18].copy_from_slice(&length.to_le_bytes());
    about[18..22].copy_from_slice(&length.to_le_bytes());
    about[22..24].copy_from_slice(&name.to_le_bytes());
    Ok(about)
}
