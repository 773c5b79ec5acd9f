//! Header, frames and trailer.

use super::{FORMAT, Form, Kind, LARGEST, MAGIC};
use crate::Refusal;
use judging::Hash;

/// Bytes of magic, format, form and kind.
const HEADER: usize = 12;
/// Bytes of a frame before its content: length and BLAKE3.
const FRAME: usize = 4 + 32;
/// Bytes of the BLAKE3 at the end.
const TRAILER: usize = 32;

pub(crate) struct Header {
    pub(crate) form: Form,
    pub(crate) kind: Kind,
}

impl Header {
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let known = bytes.len().min(MAGIC.len());
        if bytes[..known] != MAGIC[..known] || bytes.is_empty() {
            return Err(Refusal::NotOurs);
        }
        let at = bytes.len();
        let header = bytes.get(..HEADER).ok_or(Refusal::CutShort { at })?;
        let found = u16::from_be_bytes([header[8], header[9]]);
        if found > FORMAT {
            return Err(Refusal::Newer {
                found,
                ours: FORMAT,
            });
        }
        let damaged = Refusal::Damaged {
            from: 8,
            to: HEADER,
        };
        let form = match header[10] {
            1 => Form::Signed,
            2 => Form::Sealed,
            _ => return Err(damaged),
        };
        match (found, Kind::from_byte(header[11])) {
            (FORMAT, Some(kind)) => Ok(Self { form, kind }),
            _ => Err(damaged),
        }
    }

    /// The header of a file of the form and kind asked for.
    pub(crate) fn expect(bytes: &[u8], form: Form, kind: Kind) -> Result<(), Refusal> {
        check_length(bytes)?;
        let header = Self::read(bytes)?;
        if header.kind != kind {
            return Err(Refusal::OtherKind {
                expected: kind,
                found: header.kind,
            });
        }
        if header.form != form {
            return Err(Refusal::Damaged {
                from: 8,
                to: HEADER,
            });
        }
        Ok(())
    }

    pub(crate) fn write(form: Form, kind: Kind) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(FORMAT.to_be_bytes());
        bytes.push(match form {
            Form::Signed => 1,
            Form::Sealed => 2,
        });
        bytes.push(kind.byte());
        bytes
    }
}

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

/// The frames from byte `start` to the end of the file, each proven whole.
pub(super) fn read(bytes: &[u8], start: usize) -> Result<Vec<Frame<'_>>, Refusal> {
    let cut = Refusal::CutShort { at: bytes.len() };
    let end = bytes.len().checked_sub(TRAILER).filter(|end| *end >= start);
    let end = end.ok_or(cut.clone())?;
    let mut rest = Rest {
        bytes: &bytes[..end],
        at: start,
    };
    let mut frames = Vec::new();
    let mut damaged = None;
    for _ in 0..rest.number().ok_or(cut.clone())? {
        let from = rest.at;
        let frame = rest.frame().ok_or(cut.clone())?;
        if damaged.is_none() && blake3::hash(frame.1).as_bytes() != &frame.0.0 {
            damaged = Some(Refusal::Damaged { from, to: rest.at });
        }
        frames.push(frame);
    }
    if let Some(damaged) = damaged {
        return Err(damaged);
    }
    if rest.at != end {
        return Err(Refusal::TooLong {
            at: rest.at + TRAILER,
        });
    }
    if blake3::hash(&bytes[..end]).as_bytes()[..] != bytes[end..] {
        return Err(Refusal::Damaged {
            from: 0,
            to: bytes.len(),
        });
    }
    Ok(frames)
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
    Header::expect(bytes, Form::Sealed, kind)?;
    let frames = read(bytes, HEADER)?;
    match frames.as_slice() {
        [(_, age_file)] => Ok(age_file),
        _ => Err(Refusal::Damaged {
            from: HEADER,
            to: HEADER + 4,
        }),
    }
}
