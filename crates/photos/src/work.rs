//! What is done in the child process: from the bytes of a file to the picture.

use crate::decode::{Decoded, decode};
use crate::encode::encode;
use crate::metadata::Metadata;
use crate::upright::upright;
use crate::{LONGEST_EDGE, Limits, PhotoError};
use judging::Hash;
use judging::visit::Original;
use std::fs::File;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What was made of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Made {
    pub bytes: Vec<u8>,
    pub metadata: Metadata,
    pub original: Original,
}

/// Reads the file and makes the picture of it.
pub(crate) fn work(file: File, limits: &Limits) -> Result<Made, PhotoError> {
    let length = file.metadata()?.len();
    let too_large = |bytes| PhotoError::FileTooLarge {
        bytes,
        most: limits.file,
    };
    if length > limits.file {
        return Err(too_large(length));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0) + 1);
    // It may have grown since.
    file.take(limits.file + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limits.file {
        return Err(too_large(bytes.len() as u64));
    }
    guarded(|| make(&bytes, limits))
}

/// The decoders are libraries that see a stranger's file: a panic in one is a damaged file, not the end of the program.
pub(crate) fn guarded(make: impl FnOnce() -> Result<Made, PhotoError>) -> Result<Made, PhotoError> {
    let contradiction = || PhotoError::Broken("its parts contradict each other".into());
    catch_unwind(AssertUnwindSafe(make)).unwrap_or_else(|_| Err(contradiction()))
}

/// Makes the picture of these bytes.
pub(crate) fn make(bytes: &[u8], limits: &Limits) -> Result<Made, PhotoError> {
    let Decoded {
        picture,
        metadata,
        lossy,
    } = decode(bytes, LONGEST_EDGE, limits)?;
    let picture = picture.at_most(LONGEST_EDGE.into())?;
    let picture = upright(picture, metadata.orientation);
    Ok(Made {
        bytes: encode(&picture, bytes.len(), lossy)?,
        metadata,
        original: Original {
            hash: Hash(*blake3::hash(bytes).as_bytes()),
            bytes: bytes.len() as u64,
        },
    })
}
