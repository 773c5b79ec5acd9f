//! The child's side: takes the file, limits its own memory, works, and sends frames.

use crate::{frame, memory};
use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

#[cfg(unix)]
use std::os::fd::AsFd as _;
#[cfg(windows)]
use std::os::windows::io::AsHandle as _;

/// Frames that may wait to be written.
const WAITING: usize = 8;
/// The exit code of a child that was handed no file.
const NO_FILE: u8 = 2;

/// Where the work sends its frames. They are written by another thread, so that the work does not wait until the parent
/// is awake.
pub struct Frames(SyncSender<Vec<u8>>);

impl Frames {
    /// Sends a frame of at most [`LONGEST_FRAME`](crate::LONGEST_FRAME) bytes.
    ///
    /// # Errors
    /// That the parent is gone, or an earlier frame was too long.
    pub fn send(&mut self, frame: Vec<u8>) -> io::Result<()> {
        self.0
            .send(frame)
            .map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}

/// Does `work` on the file that the parent handed over, with at most `memory` bytes beyond what this process has now.
/// Whatever the work has to say, also that it failed, it says in frames; nobody reads anything else.
pub fn serve(memory: u64, work: impl FnOnce(File, Frames) -> io::Result<()>) -> ExitCode {
    let Ok(file) = handed_over() else {
        return ExitCode::from(NO_FILE);
    };
    if memory::limit(memory).is_err() {
        return ExitCode::FAILURE;
    }
    let (send, frames) = sync_channel(WAITING);
    let writing = thread::spawn(move || write(&frames));
    let worked = work(file, Frames(send));
    match writing.join() {
        Ok(Ok(())) if worked.is_ok() => ExitCode::SUCCESS,
        // The parent is gone: nobody is left to tell.
        _ => ExitCode::FAILURE,
    }
}

/// Standard input as the file that it is, at its beginning. A pipe or a terminal is refused: readers seek.
fn handed_over() -> io::Result<File> {
    #[cfg(unix)]
    let file = File::from(io::stdin().as_fd().try_clone_to_owned()?);
    #[cfg(windows)]
    let file = File::from(io::stdin().as_handle().try_clone_to_owned()?);
    at_beginning(file)
}

fn at_beginning(mut file: File) -> io::Result<File> {
    if !file.metadata()?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    file.seek(SeekFrom::Start(0))?;
    Ok(file)
}

fn write(frames: &Receiver<Vec<u8>>) -> io::Result<()> {
    frames.iter().try_for_each(|frame| {
        let mut out = io::stdout().lock();
        frame::write(&mut out, &frame)?;
        out.flush()
    })
}
