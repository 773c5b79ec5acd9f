//! Reading a workbook in a child process: both ends of the work.

use super::receive::Receiver;
use super::wire::{Decoder, Encoder};
use super::{Limits, OpenError, parse};
use sandbox::{Program, Receive, SandboxError};
use std::ffi::OsString;
use std::fs::File;
use std::ops::ControlFlow;
use std::process::ExitCode;

/// The parent's end: has the file parsed by a child process and receives the workbook.
pub(super) fn read(
    program: &Program,
    file: File,
    limits: &Limits,
    receiver: &mut Receiver<'_, '_>,
) -> Result<(), OpenError> {
    let mut records = Records {
        decoder: Decoder::default(),
        receiver,
    };
    let work = [limits.to_string().into()];
    sandbox::run(program, &work, file, &limits.of_child(), &mut records)
}

/// The child's end: reads the workbook that the parent handed over and sends it. `rest` is what follows the arguments
/// of the [`Program`]: the limits. Never returns an error to a person: only the parent reads it.
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
        let mut encoder = Encoder::new(|frame| frames.send(frame));
        let parsed = parse::parse(file, &limits, &mut encoder);
        encoder.end(parsed)
    })
}

/// What comes from the child, record by record.
struct Records<'r, 'a, 'w> {
    decoder: Decoder,
    receiver: &'r mut Receiver<'a, 'w>,
}

impl Receive for Records<'_, '_, '_> {
    type Error = OpenError;

    fn frame(&mut self, frame: &[u8]) -> Result<ControlFlow<()>, OpenError> {
        self.decoder.take(frame, self.receiver)
    }

    fn wait(&mut self) -> Result<(), OpenError> {
        self.receiver.report()
    }
}

impl From<SandboxError> for OpenError {
    fn from(error: SandboxError) -> Self {
        match error {
            SandboxError::TimedOut(time) => Self::TimedOut(time),
            SandboxError::TooMuchMemory(_) => Self::TooLarge(format!("reading {error}")),
            SandboxError::NotStarted(_) | SandboxError::Died(_) => {
                Self::ReaderDied(error.to_string())
            }
        }
    }
}
