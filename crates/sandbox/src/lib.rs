//! Work on a stranger's file in a child process: this same program, under limits of memory and time.
//!
//! The parent opens the file and hands it over as the child's standard input ([`run`]); the child gets no path. What
//! the child makes of the file comes back in frames on its standard output ([`serve`]). What a frame says is agreed
//! between the two ends of each kind of work, and the parent must not trust it: the child reads a stranger's file.
//!
//! **Never here**: knowledge of what the file is.

mod child;
pub mod corpus;
mod frame;
mod memory;
pub mod numbers;
mod parent;
mod tie;

pub use child::{Frames, serve};
pub use frame::LONGEST_FRAME;
pub use parent::{Receive, run};
pub use tie::tie_children;

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

/// How the child process is started.
#[derive(Debug, Clone)]
pub struct Program {
    /// The program, usually this one.
    pub program: PathBuf,
    /// Its first arguments, by which it knows what it was started for. It must then call [`serve`].
    pub args: Vec<OsString>,
}

/// What the work may cost at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of memory beyond what the child starts with.
    pub memory: u64,
    /// Time from start to end.
    pub time: Duration,
}

/// Why the work did not come to its end.
#[derive(Debug, thiserror::Error)]
pub enum SandboxError {
    /// The program is not there, or may not be started.
    #[error("it could not be started: {0}")]
    NotStarted(io::Error),
    /// The child took longer than it may.
    #[error("it took longer than {} seconds", .0.as_secs())]
    TimedOut(Duration),
    /// The child wanted more memory than so many bytes.
    #[error("it takes more than {} MB of memory", .0 >> 20)]
    TooMuchMemory(u64),
    /// The child ended before its work did, or sent what is no frame.
    #[error("{0}")]
    Died(String),
}
