//! How the child hands the picture, or its refusal, to the parent: one frame. Both ends are the same program; the parent
//! still trusts nothing.

use crate::PhotoError;
use crate::kind::OtherKind;
use crate::metadata::Metadata;
use crate::work::Made;
use judging::Hash;
use judging::visit::{Original, Position};
use std::io;

const MADE: u8 = 0;
const REFUSED: u8 = 1;

/// The frame that says what came of the work.
pub(crate) fn write(made: Result<Made, PhotoError>) -> Vec<u8> {
    match made {
        Ok(made) => {
            let mut frame = vec![MADE];
            frame.extend(made.original.hash.0);
            frame.extend(made.original.bytes.to_le_bytes());
            text(&mut frame, &shown(made.metadata.taken));
            text(&mut frame, &shown(made.metadata.device));
            let position = made.metadata.position;
            frame.push(u8::from(position.is_some()));
            let (latitude, longitude) =
                position.map_or((0, 0), |place| (place.latitude(), place.longitude()));
            frame.extend(latitude.to_le_bytes());
            frame.extend(longitude.to_le_bytes());
            frame.extend(made.bytes);
            frame
        }
        Err(error) => {
            let (kind, numbers, words) = refusal(&error);
            let mut frame = vec![REFUSED, kind];
            frame.extend(numbers.into_iter().flat_map(u64::to_le_bytes));
            frame.extend(words.into_bytes());
            frame
        }
    }
}

fn shown(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn text(frame: &mut Vec<u8>, text: &str) {
    frame.extend(u32::try_from(text.len()).unwrap_or(u32::MAX).to_le_bytes());
    frame.extend(text.as_bytes());
}

/// Reads the frame.
pub(crate) fn read(frame: &[u8]) -> Result<Made, PhotoError> {
    let mut rest = Fields(frame);
    match rest.array()? {
        [MADE] => rest.made(),
        [REFUSED] => Err(rest.refused()?),
        _ => Err(garbled()),
    }
}

pub(crate) fn garbled() -> PhotoError {
    PhotoError::ReaderDied("what it sent makes no sense".to_owned())
}

struct Fields<'a>(&'a [u8]);

impl Fields<'_> {
    fn array<const N: usize>(&mut self) -> Result<[u8; N], PhotoError> {
        let (taken, rest) = self.0.split_first_chunk().ok_or_else(garbled)?;
        self.0 = rest;
        Ok(*taken)
    }

    fn text(&mut self) -> Result<String, PhotoError> {
        let length = u32::from_le_bytes(self.array()?) as usize;
        let (taken, rest) = self.0.split_at_checked(length).ok_or_else(garbled)?;
        self.0 = rest;
        String::from_utf8(taken.to_vec()).map_err(|_| garbled())
    }

    fn made(&mut self) -> Result<Made, PhotoError> {
        let original = Original {
            hash: Hash(self.array()?),
            bytes: u64::from_le_bytes(self.array()?),
        };
        let taken = Some(self.text()?).filter(|text| !text.is_empty());
        let taken = taken.map(|text| text.parse().map_err(|_| garbled()));
        let taken = taken.transpose()?;
        let device = Some(self.text()?).filter(|text| !text.is_empty());
        let [is_somewhere] = self.array()?;
        let latitude = i32::from_le_bytes(self.array()?);
        let longitude = i32::from_le_bytes(self.array()?);
        let position = match is_somewhere {
            0 => None,
            _ => Some(Position::new(latitude, longitude).ok_or_else(garbled)?),
        };
        Ok(Made {
            bytes: self.0.to_vec(),
            metadata: Metadata {
                taken,
                device,
                position,
                orientation: 1,
            },
            original,
        })
    }

    fn refused(&mut self) -> Result<PhotoError, PhotoError> {
        let [kind] = self.array()?;
        let mut number = || Ok::<_, PhotoError>(u64::from_le_bytes(self.array()?));
        let [first, second, most] = [number()?, number()?, number()?];
        let words = String::from_utf8_lossy(self.0).into_owned();
        let edge = |length| u32::try_from(length).unwrap_or(u32::MAX);
        let other = usize::try_from(first).ok();
        let other = other.and_then(|place| OtherKind::ALL.get(place));
        Ok(match kind {
            0 => PhotoError::Io(io::Error::other(words)),
            1 => PhotoError::NotAnImage,
            2 => PhotoError::KindNotRead(*other.ok_or_else(garbled)?),
            3 => PhotoError::FileTooLarge { bytes: first, most },
            4 => PhotoError::TooManyPixels {
                width: edge(first),
                height: edge(second),
                most,
            },
            5 => PhotoError::Broken(words),
            6 => PhotoError::TooMuchMemory(most),
            _ => PhotoError::ReaderDied(words),
        })
    }
}

/// The kind of a refusal, its numbers and its words.
fn refusal(error: &PhotoError) -> (u8, [u64; 3], String) {
    let words = String::new();
    match error {
        PhotoError::Io(error) => (0, [0; 3], error.to_string()),
        PhotoError::NotAnImage => (1, [0; 3], words),
        PhotoError::KindNotRead(kind) => {
            let place = OtherKind::ALL.iter().position(|other| other == kind);
            (2, [place.unwrap_or(usize::MAX) as u64, 0, 0], words)
        }
        PhotoError::FileTooLarge { bytes, most } => (3, [*bytes, 0, *most], words),
        PhotoError::TooManyPixels {
            width,
            height,
            most,
        } => (4, [u64::from(*width), u64::from(*height), *most], words),
        PhotoError::Broken(what) => (5, [0; 3], what.clone()),
        PhotoError::TooMuchMemory(most) => (6, [0, 0, *most], words),
        other => (7, [0; 3], other.to_string()),
    }
}
