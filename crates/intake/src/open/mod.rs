//! From a file to a [`Workbook`], under limits and in a process of its own.
//!
//! [`parse`] reads any format into a [`Sink`]. In the child process the sink is a [`wire::Encoder`] that sends frames; in
//! the parent they are decoded into a [`Receiver`], which builds the workbook and keeps its own count of memory, because
//! the child is not trusted either.

mod apart;
mod csv;
mod error;
mod kind;
mod limits;
mod measure;
mod parse;
mod receive;
mod repeats;
mod unpacked;
mod wire;

pub use apart::serve;
pub use error::OpenError;
pub use limits::Limits;

#[cfg(any(test, feature = "fuzzing"))]
pub(crate) use csv::workbook as csv_workbook;

use crate::Workbook;
use crate::workbook::{Merged, Value};
use judging::Hash;
use receive::Receiver;
use sandbox::Program;
use std::fs::File;
use std::io;
use std::ops::ControlFlow;
use std::path::Path;

/// Where a file is parsed.
#[derive(Debug, Clone)]
pub enum Reader {
    /// In this process. For tests and trusted files: a file can exhaust the memory of the whole program.
    InProcess,
    /// In a child process, which must call [`serve`] with what follows its own arguments.
    Child(Program),
}

/// How far reading has come.
#[derive(Debug)]
pub enum Progress<'a> {
    /// So many rows have been read, of all sheets together. Also reported, unchanged, while nothing arrives.
    Rows(u64),
    /// A sheet is complete, or its first 200 rows are: what has been read so far, to show it while the rest is read.
    Preview(&'a Workbook),
}

/// Gets the progress; [`ControlFlow::Break`] cancels.
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
    let about = std::fs::metadata(path)?;
    // Opening a pipe would wait for somebody to write into it.
    if !about.is_file() {
        return Err(io::Error::other("it is not a regular file").into());
    }
    let file = File::open(path)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut receiver = Receiver::new(name.into_owned(), about.len(), limits, watch);
    match reader {
        Reader::InProcess => parse::parse(file, limits, &mut receiver)?,
        Reader::Child(program) => apart::read(program, file, limits, &mut receiver)?,
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
