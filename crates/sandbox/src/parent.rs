//! The parent's side: starts the child, takes its frames, and ends it when it takes too long or too much.

use crate::tie::Tie;
use crate::{Limits, Program, SandboxError, frame, memory};
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Frames that may wait to be taken.
const WAITING: usize = 16;
/// How often the clock, the child's memory and the user are looked at.
const LOOK: Duration = Duration::from_millis(50);

/// What the parent makes of the frames.
pub trait Receive {
    /// Why it ends the work.
    type Error: From<SandboxError>;

    /// Takes the next frame; [`ControlFlow::Break`] says that it was the last.
    ///
    /// # Errors
    /// Any: it ends the child.
    fn frame(&mut self, frame: &[u8]) -> Result<ControlFlow<()>, Self::Error>;

    /// Called some twenty times a second while the child works.
    ///
    /// # Errors
    /// Any, as that the user cancelled: it ends the child.
    fn wait(&mut self) -> Result<(), Self::Error>;
}

/// Has a child process work on the file, from the beginning of the file, until the last frame has come.
///
/// `work` follows the arguments of the program. On return the child has ended, or is about to and nothing depends on it.
///
/// # Errors
/// A [`SandboxError`], or what `receive` says.
pub fn run<R: Receive>(
    program: &Program,
    work: &[OsString],
    file: File,
    limits: &Limits,
    receive: &mut R,
) -> Result<(), R::Error> {
    let mut command = Command::new(&program.program);
    command.args(&program.args).args(work);
    command.stdin(file);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    without_window(&mut command);
    let process = command.spawn().map_err(SandboxError::NotStarted)?;
    let mut child = Working {
        _tie: Tie::of(&process),
        process,
        reading: None,
    };
    match take_frames(&mut child, limits, receive) {
        Ok(true) => {
            end_finished(child);
            Ok(())
        }
        Ok(false) => Err(why_it_ended(&mut child, limits).into()),
        Err(error) => {
            // That it cannot be ended is no better reason than this one.
            let _ = child.end();
            Err(error)
        }
    }
}

/// The child, and the thread that reads what it sends.
struct Working {
    _tie: Tie,
    process: Child,
    reading: Option<JoinHandle<()>>,
}

impl Working {
    /// Ends the child, and waits until it and the reading thread are gone. Where a thread ended together with this program,
    /// Wine at times lost this program's exit code.
    fn end(&mut self) -> io::Result<ExitStatus> {
        // Killing a process that has ended is no error worth telling.
        let _ = self.process.kill();
        let status = self.process.wait();
        if let Some(reading) = self.reading.take() {
            // It reads and hands on; it has nothing to say.
            let _ = reading.join();
        }
        status
    }
}

/// Ends a child that has sent everything. It takes its time to give back its memory; nobody need wait for that.
#[cfg(not(windows))]
fn end_finished(mut child: Working) {
    thread::spawn(move || child.end());
}

/// Ends a child that has sent everything, and waits for it, for the sake of Wine.
#[cfg(windows)]
fn end_finished(mut child: Working) {
    // That it cannot be ended changes nothing about what it sent.
    let _ = child.end();
}

/// Whether the last frame came.
fn take_frames<R: Receive>(
    child: &mut Working,
    limits: &Limits,
    receive: &mut R,
) -> Result<bool, R::Error> {
    let start = Instant::now();
    let mut looked = start;
    let Some(output) = child.process.stdout.take() else {
        return Ok(false);
    };
    let (frames, reading) = frames(output);
    child.reading = Some(reading);
    loop {
        let next = frames.recv_timeout(LOOK);
        if looked.elapsed() >= LOOK {
            looked = Instant::now();
            if start.elapsed() > limits.time {
                return Err(SandboxError::TimedOut(limits.time).into());
            }
            if memory::exceeded(&child.process, limits.memory) {
                return Err(SandboxError::TooMuchMemory(limits.memory).into());
            }
            receive.wait()?;
        }
        match next {
            Ok(Ok(frame)) => {
                if receive.frame(&frame)?.is_break() {
                    return Ok(true);
                }
            }
            Ok(Err(error)) => return Err(SandboxError::Died(error.to_string()).into()),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Ok(false),
        }
    }
}

/// The frames, read on a thread of their own, so that the clock is looked at while none comes.
fn frames(mut output: ChildStdout) -> (Receiver<io::Result<Vec<u8>>>, JoinHandle<()>) {
    widen(&output);
    let (send, frames) = sync_channel(WAITING);
    let reading = thread::spawn(move || {
        while let Some(next) = frame::read(&mut output).transpose() {
            let last = next.is_err();
            if send.send(next).is_err() || last {
                break;
            }
        }
    });
    (frames, reading)
}

/// A pipe holds no more than one frame of a usual size, so that each side would wait for the other at every one.
#[cfg(target_os = "linux")]
fn widen(pipe: &ChildStdout) {
    // What the system does not grant is only slower.
    let _ = rustix::pipe::fcntl_setpipe_size(pipe, 1 << 20);
}

#[cfg(not(target_os = "linux"))]
const fn widen(_pipe: &ChildStdout) {}

/// A process that hits its memory limit is aborted by Rust's allocator, which says so on standard error.
fn why_it_ended(child: &mut Working, limits: &Limits) -> SandboxError {
    let status = match child.end() {
        Ok(status) => status,
        Err(error) => return SandboxError::Died(error.to_string()),
    };
    let mut said = Vec::new();
    if let Some(errors) = child.process.stderr.take() {
        // What cannot be read of the last words is not missed.
        let _ = errors.take(4096).read_to_end(&mut said);
    }
    let said = String::from_utf8_lossy(&said);
    if said.contains("memory allocation") || said.contains("capacity overflow") {
        return SandboxError::TooMuchMemory(limits.memory);
    }
    SandboxError::Died(format!("it ended with {status}"))
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
