use crate::work::{Made, work};
use crate::{Kept, LONGEST_EDGE, Limits, PhotoError, apart, plain, wire};
use judging::Hash;
use sandbox::Program;
use std::fs::File;
use std::ops::ControlFlow;

/// Where a photo is decoded.
#[derive(Debug, Clone)]
pub enum Reader {
    /// In this process. For tests and trusted files: a file can exhaust the memory of the whole program.
    InProcess,
    /// In a child process, which must call [`serve`](crate::serve) with what follows its own arguments.
    Child(Program),
}

/// Makes of one file the picture that is kept. `wait` is asked some twenty times a second whether to go on.
///
/// # Errors
/// [`PhotoError`] when it is no photo of a kind that is read, is damaged, or takes more than the limits allow.
pub fn keep(
    file: File,
    reader: &Reader,
    limits: &Limits,
    wait: &mut dyn FnMut() -> ControlFlow<()>,
) -> Result<Kept, PhotoError> {
    let Made {
        bytes,
        metadata,
        original,
    } = match reader {
        Reader::InProcess => work(file, limits)?,
        Reader::Child(program) => apart::read(program, file, limits, wait)?,
    };
    // The child read a stranger's file: what it sent must be a plain picture of an allowed size.
    let size = plain::size(&bytes).filter(|(width, height)| *width.max(height) <= LONGEST_EDGE);
    let (width, height) = size.ok_or_else(wire::garbled)?;
    Ok(Kept {
        hash: Hash(*blake3::hash(&bytes).as_bytes()),
        bytes,
        width,
        height,
        taken: metadata.taken,
        device: metadata.device,
        position: metadata.position,
        original,
    })
}
