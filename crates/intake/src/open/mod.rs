//! From a file to a [`Workbook`](crate::Workbook), under limits and in a process of its own.

mod error;
mod limits;

pub use error::OpenError;
pub use limits::Limits;

use crate::Workbook;
use std::ffi::OsString;
use std::ops::ControlFlow;
use std::path::PathBuf;

/// Where a file is parsed.
#[derive(Debug, Clone)]
pub enum Reader {
    /// In this process. For tests and trusted files: a file can exhaust the memory of the whole program.
    InProcess,
    /// In a child process: `program args… PATH LIMITS`, which must call [`serve`](crate::serve) with what follows `args`.
    Child {
        /// The program to start, usually this one.
        program: PathBuf,
        /// Its first arguments: the hidden subcommand.
        args: Vec<OsString>,
    },
}

/// How far reading has come.
#[derive(Debug)]
pub enum Progress<'a> {
    /// So many rows have been read, of all sheets together. Also reported, unchanged, while nothing arrives.
    Rows(u64),
    /// A sheet is complete, or its first 200 rows are: what has been read so far, to show it while the rest is read.
    Preview(&'a Workbook),
}

/// Is told of progress; [`ControlFlow::Break`] cancels.
pub type Watch<'a> = dyn FnMut(Progress<'_>) -> ControlFlow<()> + 'a;
