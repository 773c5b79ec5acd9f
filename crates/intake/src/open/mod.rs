//! From a file to a [`Workbook`], under limits and in a process of its own.
//!
//! [`parse`] reads any format into a [`Sink`]. In the child process the sink is a [`wire::Encoder`] on standard output;
//! in the parent the frames are decoded into a [`Receiver`], which builds the workbook and keeps its own count of
//! memory, because the child is not trusted either.

mod child;
mod csv;
mod error;
mod kind;
mod limits;
mod measure;
mod memory;
mod parse;
mod receive;
mod repeats;
mod serve;
mod unpacked;
mod wire;

pub use error::OpenError;
pub use limits::Limits;
pub use serve::serve;

#[cfg(any(test, feature = "fuzzing"))]
pub(crate) use csv::workbook as csv_workbook;

use crate::Workbook;
use crate::workbook::{Merged, Value};
use judging::Hash;
use receive::Receiver;
use std::ffi::OsString;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// Where a file is parsed.
#[derive(Debug, Clone)]
pub enum Reader {
    /// In this process. For tests and trusted files: a file can exhaust the memory of the whole program.
    InProcess,
    /// In a child process: `program args… PATH LIMITS`, which must call [`serve`] with what follows `args`.
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

/// Reads a spreadsheet file of any known format, found out from its content.
///
/// # Errors
/// [`OpenError`] when it is not a spreadsheet, has nothing in it, is encrypted or damaged, would take more than the
/// limits allow, or `watch` cancelled.
pub fn open(
    path: &Path,
    reader: &Reader,
    limits: &Limits,
    watch: &mut Watch<'_>,
) -> Result<Workbook, OpenError> {
    let length = std::fs::metadata(path)?.len();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut receiver = Receiver::new(name.into_owned(), length, limits, watch);
    match reader {
        Reader::InProcess => parse::parse(path, limits, &mut receiver)?,
        Reader::Child { program, args } => {
            child::read(program, args, path, limits, &mut receiver)?;
        }
    }
    receiver.finish()
}

/// Takes what a file holds, in the order of the file.
trait Sink {
    fn hash(&mut self, hash: Hash) -> Result<(), OpenError>;
    fn sheet(&mut self, name: &str, hidden: bool) -> Result<(), OpenError>;
    fn merged(&mut self, area: Merged) -> Result<(), OpenError>;
    /// Row from 1, column from 0.
    fn cell(&mut self, row: u32, column: u32, value: Value<'_>) -> Result<(), OpenError>;
}
