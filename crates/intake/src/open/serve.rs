//! The child's side: what the hidden subcommand runs.

use super::wire::Encoder;
use super::{Limits, memory, parse};
use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::ExitCode;

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
    let mut encoder = Encoder::new(io::stdout().lock());
    let result = memory::limit(limits.memory)
        .map_err(super::OpenError::from)
        .and_then(|()| parse::parse(Path::new(&path), &limits, &mut encoder));
    match encoder.end(result) {
        Ok(()) => ExitCode::SUCCESS,
        // The parent is gone: nobody is left to tell.
        Err(_) => ExitCode::FAILURE,
    }
}
