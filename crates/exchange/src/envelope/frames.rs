//! Frames and trailer.

use super::header::{HEADER, Header};
use super::{Form, Kind, LARGEST};
use crate::Refusal;
use judging::Hash;

/// Bytes of a frame before its content: length and BLAKE3.
const FRAME: usize = 4 + 32;
/// Frames a file may have: enough for every photo of a year.
const MOST_FRAMES: usize = 1 << 16;
/// Bytes of the BLAKE3 at the end.
const TRAILER: usize = 32;

/// A frame's name and content.
pub(super) type Frame<'a> = (Hash, &'a [u8]);

/// Appends the count, the frames and the trailer.
pub(super) fn write<'a>(bytes: &mut Vec<u8>, frames: impl ExactSizeIterator<Item = &'a [u8]>) {
    bytes.extend(length(frames.len()));
    for content in frames {
        bytes.extend(length(content.len()));
        bytes.extend(blake3::hash(content).as_bytes());
        bytes.extend(content);
    }
    let trailer = blake3::hash(bytes);
    bytes.extend(trailer.as_bytes());
}

/// No file is larger than [`LARGEST`], so that 4 bytes suffice; a length beyond is written so that every reader refuses it.
fn length(length: usize) -> [u8; 4] {
    u32::try_from(length).unwrap_or(u32::MAX).to_be_bytes()
}

/// The frames of a file of that form and kind, each proven whole.
///
/// A file that is not whole is not believed about its kind, but its format is: what is newer may well end otherwise.
pub(super) fn read(bytes: &[u8], form: Form, kind: Kind) -> Result<Vec<Frame<'_>>, Refusal> {
    check_length(bytes)?;
    let header = Header::read(bytes);
    if let Err(Refusal::NotOurs | Refusal::Newer { .. }) = header {
        return header.map(|_| Vec::new());
    }
    if !is_whole(bytes) {
        let (from, to) = (0, bytes.len());
        return split(bytes, form).and(Err(Refusal::Damaged { from, to }));
    }
    header?.expect(form, kind)?;
    split(bytes, form)
}

fn is_whole(bytes: &[u8]) -> bool {
    let end = bytes.len().saturating_sub(TRAILER);
    let (before, trailer) = bytes.split_at(end);
    blake3::hash(before).as_bytes()[..] == *trailer
}

fn split(bytes: &[u8], form: Form) -> Result<Vec<Frame<'_>>, Refusal> {
    let cut = || Refusal::CutShort { at: bytes.len() };
    let start = form.frames();
    let end = bytes
        .len()
        .checked_sub(TRAILER)
        .filter(|end| *end >= start)
        .ok_or_else(cut)?;
    let mut rest = Rest {
        bytes: &bytes[..end],
        at: start,
    };
    let count = rest.number().ok_or_else(cut)?;
    if count > MOST_FRAMES {
        return Err(Refusal::malformed(
            "frames",
            format!("{count} are more than are taken"),
        ));
    }
    let mut frames = Vec::new();
    let mut damaged = None;
    for _ in 0..count {
        let from = rest.at;
        let frame = rest.frame().ok_or_else(cut)?;
        if damaged.is_none() && blake3::hash(frame.1).as_bytes() != &frame.0.0 {
            damaged = Some(Refusal::Damaged { from, to: rest.at });
        }
        frames.push(frame);
    }
    match damaged {
        Some(damaged) => Err(damaged),
        None if rest.at != end => Err(Refusal::TooLong {
            at: rest.at + TRAILER,
        }),
        None => Ok(frames),
    }
}

struct Rest<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Rest<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let end = self.at.checked_add(length)?;
        let taken = self.bytes.get(self.at..end)?;
        self.at = end;
        Some(taken)
    }

    fn number(&mut self) -> Option<usize> {
        let bytes: [u8; 4] = self.take(4)?.try_into().ok()?;
        usize::try_from(u32::from_be_bytes(bytes)).ok()
    }

    fn frame(&mut self) -> Option<Frame<'a>> {
        let length = self.number()?;
        let hash = Hash(self.take(FRAME - 4)?.try_into().ok()?);
        Some((hash, self.take(length)?))
    }
}

/// A sealed file around an age file.
pub(crate) fn sealed_bytes(kind: Kind, age_file: &[u8]) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Header::write(Form::Sealed, kind);
    write(&mut bytes, [age_file].into_iter());
    check_length(&bytes)?;
    Ok(bytes)
}

/// No file is written that no reader would take.
pub(crate) fn check_length(bytes: &[u8]) -> Result<(), Refusal> {
    let (length, most) = (bytes.len(), LARGEST);
    if length > most {
        return Err(Refusal::TooLarge { length, most });
    }
    Ok(())
}

/// The age file in a sealed file.
pub(crate) fn sealed_content(bytes: &[u8], kind: Kind) -> Result<&[u8], Refusal> {
    let frames = read(bytes, Form::Sealed, kind)?;
    match frames.as_slice() {
        [(_, age_file)] => Ok(age_file),
        _ => Err(Refusal::Damaged {
            from: HEADER,
            to: HEADER + 4,
        }),
    }
}
