//! The parent's side: starts the reading process, takes what it sends, and ends it when it takes too long or too much.

use super::receive::Receiver;
use super::wire::{Decoder, frame};
use super::{Limits, OpenError, memory};
use std::ffi::OsString;
use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver as Queue, RecvTimeoutError, sync_channel};
use std::time::{Duration, Instant};

/// Frames that may wait: a little over a megabyte.
const WAITING: usize = 16;
/// How often the clock, the child's memory and the user are looked at.
const LOOK: Duration = Duration::from_millis(50);

/// Has the file parsed by a child process and receives it.
pub(super) fn read(
    program: &Path,
    args: &[OsString],
    path: &Path,
    limits: &Limits,
    receiver: &mut Receiver<'_, '_>,
) -> Result<(), OpenError> {
    let mut command = Command::new(program);
    command.args(args).arg(path).arg(limits.to_string());
    command.stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    without_window(&mut command);
    let mut child = command
        .spawn()
        .map_err(|error| OpenError::ReaderDied(format!("it could not be started: {error}")))?;
    match receive(&mut child, limits, receiver) {
        Ok(true) => {
            // It takes its time to give back its memory; nobody need wait for that.
            std::thread::spawn(move || end(&mut child));
            Ok(())
        }
        Ok(false) => {
            let status = end(&mut child)?;
            Err(why_it_ended(&mut child, status, limits))
        }
        Err(error) => end(&mut child).map_err(OpenError::from).and(Err(error)),
    }
}

fn end(child: &mut Child) -> io::Result<ExitStatus> {
    // Killing a process that has ended is no error worth telling.
    let _ = child.kill();
    child.wait()
}

/// Whether the child said that it had sent everything.
fn receive(
    child: &mut Child,
    limits: &Limits,
    receiver: &mut Receiver<'_, '_>,
) -> Result<bool, OpenError> {
    let Some(mut output) = child.stdout.take() else {
        return Ok(false);
    };
    widen(&output);
    let (send, frames) = sync_channel(WAITING);
    std::thread::spawn(move || {
        while let Some(next) = frame(&mut output).transpose() {
            let last = next.is_err();
            if send.send(next).is_err() || last {
                break;
            }
        }
    });
    take_frames(&frames, child, limits, receiver)
}

/// A pipe holds no more than one frame, so that each side would wait for the other at every one.
#[cfg(target_os = "linux")]
fn widen(pipe: &ChildStdout) {
    // What the system does not grant is only slower.
    let _ = rustix::pipe::fcntl_setpipe_size(pipe, 1 << 20);
}

#[cfg(not(target_os = "linux"))]
const fn widen(_pipe: &ChildStdout) {}

fn take_frames(
    frames: &Queue<io::Result<Vec<u8>>>,
    child: &Child,
    limits: &Limits,
    receiver: &mut Receiver<'_, '_>,
) -> Result<bool, OpenError> {
    let start = Instant::now();
    let mut looked = start;
    let mut decoder = Decoder::default();
    loop {
        let next = frames.recv_timeout(LOOK);
        if looked.elapsed() >= LOOK {
            looked = Instant::now();
            if start.elapsed() > limits.time {
                return Err(OpenError::TimedOut(limits.time));
            }
            if memory::exceeded(child, limits.memory) {
                return Err(too_much_memory(limits));
            }
            receiver.report()?;
        }
        match next {
            Ok(frame) => {
                let frame = frame.map_err(|error| OpenError::ReaderDied(error.to_string()))?;
                if decoder.take(&frame, receiver)? {
                    return Ok(true);
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Ok(false),
        }
    }
}

fn too_much_memory(limits: &Limits) -> OpenError {
    let most = limits.memory >> 20;
    OpenError::TooLarge(format!("reading it takes more than {most} MB of memory"))
}

/// A process that hits its memory limit is aborted by Rust's allocator, which says so on standard error.
fn why_it_ended(child: &mut Child, status: ExitStatus, limits: &Limits) -> OpenError {
    let mut said = Vec::new();
    if let Some(errors) = child.stderr.take() {
        // What cannot be read of the last words is not missed.
        let _ = errors.take(4096).read_to_end(&mut said);
    }
    let said = String::from_utf8_lossy(&said);
    if said.contains("memory allocation") || said.contains("capacity overflow") {
        return too_much_memory(limits);
    }
    OpenError::ReaderDied(format!("it ended with {status}"))
}

/// Without this a black window would flash up at every import.
#[cfg(windows)]
fn without_window(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
const fn without_window(_command: &mut Command) {}
