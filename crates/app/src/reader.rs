//! The other process: the same program, started with a hidden subcommand to read one workbook.

use std::ffi::OsString;
use std::process::ExitCode;

/// The hidden subcommand.
pub const SUBCOMMAND: &str = "read-workbook";

/// Reads the workbook named by `args` for the process that started this one. For `main` to call.
#[must_use]
pub fn serve(args: &[OsString]) -> ExitCode {
    intake::serve(args.iter().cloned())
}

/// For a program whose arguments are otherwise its own: serves and says how it went if that is what it was started for.
#[must_use]
pub fn serve_if_asked() -> Option<ExitCode> {
    let mut args = std::env::args_os().skip(1);
    (args.next()? == SUBCOMMAND).then(|| serve(&args.collect::<Vec<_>>()))
}
