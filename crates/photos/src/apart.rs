//! Reading a photo in a child process: both ends of the work.

use crate::work::{Made, work};
use crate::{Limits, PhotoError, wire};
use sandbox::{Program, Receive, SandboxError};
use std::ffi::OsString;
use std::fs::File;
use std::ops::ControlFlow;
use std::process::ExitCode;

/// The parent's end: has the photo read by a child process. `wait` is asked some twenty times a second whether to go on.
pub(crate) fn read(
    program: &Program,
    file: File,
    limits: &Limits,
    wait: &mut dyn FnMut() -> ControlFlow<()>,
) -> Result<Made, PhotoError> {
    let mut answer = Answer { made: None, wait };
    let work = [limits.to_string().into()];
    sandbox::run(program, &work, file, &limits.of_child(), &mut answer)?;
    answer.made.ok_or_else(wire::garbled)
}

/// The child's end: reads the photo that the parent handed over and sends what came of it. `rest` is what follows the
/// arguments of the [`Program`]: the limits.
pub fn serve(rest: impl IntoIterator<Item = OsString>) -> ExitCode {
    let mut rest = rest.into_iter();
    let (Some(limits), None) = (rest.next(), rest.next()) else {
        return ExitCode::from(2);
    };
    let Some(limits) = limits.to_str().and_then(|text| text.parse().ok()) else {
        return ExitCode::from(2);
    };
    let limits: Limits = limits;
    sandbox::serve(limits.memory, |file, mut frames| {
        frames.send(wire::write(work(file, &limits)))
    })
}

struct Answer<'a> {
    made: Option<Made>,
    wait: &'a mut dyn FnMut() -> ControlFlow<()>,
}

impl Receive for Answer<'_> {
    type Error = PhotoError;

    fn frame(&mut self, frame: &[u8]) -> Result<ControlFlow<()>, PhotoError> {
        self.made = Some(wire::read(frame)?);
        Ok(ControlFlow::Break(()))
    }

    fn wait(&mut self) -> Result<(), PhotoError> {
        match (self.wait)() {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(PhotoError::Cancelled),
        }
    }
}

impl From<SandboxError> for PhotoError {
    fn from(error: SandboxError) -> Self {
        match error {
            SandboxError::TimedOut(time) => Self::TimedOut(time),
            SandboxError::TooMuchMemory(most) => Self::TooMuchMemory(most),
            SandboxError::NotStarted(_) | SandboxError::Died(_) => {
                Self::ReaderDied(error.to_string())
            }
        }
    }
}
