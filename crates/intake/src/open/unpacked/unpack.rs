//! Unpacking the parts of a zipped workbook on a second core, under the size guard, while the first reads them.

use crate::open::OpenError;
use crate::open::kind::{Kind, damaged};
use crate::open::measure::Measure;
use std::io::{Read, Seek};
use std::sync::mpsc::{Receiver, SyncSender};
use zip::ZipArchive;

/// Bytes that are handed on together.
const PIECE: usize = 1 << 16;

/// A part that is wanted, from its beginning, and who wants it.
pub(super) struct Wanted {
    /// Its place in the archive.
    pub part: usize,
    pub to: SyncSender<Piece>,
}

/// What comes of a part.
pub(super) enum Piece {
    Bytes(Vec<u8>),
    End {
        /// Whether it speaks of merged cells.
        merged: bool,
    },
}

/// Unpacks the parts that are wanted, one after another, until nobody can want any more or one is refused.
pub(super) fn unpack<R: Read + Seek>(
    kind: Kind,
    mut archive: ZipArchive<R>,
    wanted: &Receiver<Wanted>,
) -> Result<(), OpenError> {
    wanted
        .iter()
        .try_for_each(|Wanted { part, to }| hand_on(kind, &mut archive, part, &to))
}

fn hand_on<R: Read + Seek>(
    kind: Kind,
    archive: &mut ZipArchive<R>,
    part: usize,
    to: &SyncSender<Piece>,
) -> Result<(), OpenError> {
    let mut part = archive.by_index(part).map_err(|error| damaged(&error))?;
    let name = part.name().map_err(|error| damaged(&error))?.into_owned();
    let mut measure = Measure::new(kind, &name, part.compressed_size(), part.size());
    loop {
        let mut bytes = Vec::with_capacity(PIECE);
        let read = part.by_ref().take(PIECE as u64).read_to_end(&mut bytes);
        read.map_err(|error| damaged(&error))?;
        let piece = if bytes.is_empty() {
            measure.end()?;
            Piece::End {
                merged: measure.merged,
            }
        } else {
            measure.pass(&bytes)?;
            Piece::Bytes(bytes)
        };
        let is_last = matches!(piece, Piece::End { .. });
        // Nobody takes what is no longer wanted.
        if to.send(piece).is_err() || is_last {
            return Ok(());
        }
    }
}
