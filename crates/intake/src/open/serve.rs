//! The child's side: what the hidden subcommand runs.

use super::wire::Encoder;
use super::{Limits, memory, parse};
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// Pieces that may wait to be written.
const WAITING: usize = 8;

/// Reads the workbook that the parent named and writes it to standard output. `rest` is what follows the hidden
/// subcommand on the command line: the path and the limits. Never returns an error to a person: only the parent reads it.
pub fn serve(rest: impl IntoIterator<Item = OsString>) -> ExitCode {
    let mut rest = rest.into_iter();
    let (Some(path), Some(limits), None) = (rest.next(), rest.next(), rest.next()) else {
        return ExitCode::from(2);
    };
    let Some(limits) = limits.to_str().and_then(|text| text.parse().ok()) else {
        return ExitCode::from(2);
    };
    let limits: Limits = limits;
    let limited = memory::limit(limits.memory);
    let (send, pieces) = sync_channel(WAITING);
    let writing = thread::spawn(move || write(&pieces));
    let mut encoder = Encoder::new(Apart(send));
    let result = limited
        .map_err(super::OpenError::from)
        .and_then(|()| parse::parse(Path::new(&path), &limits, &mut encoder));
    let ended = encoder.end(result).is_ok();
    match writing.join() {
        Ok(Ok(())) if ended => ExitCode::SUCCESS,
        // The parent is gone: nobody is left to tell.
        _ => ExitCode::FAILURE,
    }
}

/// Writes on a thread of its own, so that parsing does not wait until the parent is awake.
fn write(pieces: &Receiver<Vec<u8>>) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for piece in pieces {
        out.write_all(&piece)?;
    }
    out.flush()
}

/// What is written here is written by the other thread.
struct Apart(SyncSender<Vec<u8>>);

impl Write for Apart {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        let sent = self.0.send(piece.to_vec());
        sent.map_err(|_| io::ErrorKind::BrokenPipe)?;
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
