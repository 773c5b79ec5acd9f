//! The child process: this same program, started with a hidden subcommand to work on a stranger's file.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::ExitCode;

/// The hidden subcommand; the name of the work follows it.
const SUBCOMMAND: &str = "work-in-child";

/// What is done in a child process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Work {
    /// Reading a workbook.
    Workbook,
    /// Decoding a photo.
    Photo,
}

impl Work {
    const ALL: &[Self] = &[Self::Workbook, Self::Photo];

    const fn name(self) -> &'static str {
        match self {
            Self::Workbook => "workbook",
            Self::Photo => "photo",
        }
    }
}

/// The program as the child that does this work.
pub(crate) fn program(program: &Path, work: Work) -> sandbox::Program {
    sandbox::Program {
        program: program.to_owned(),
        args: [SUBCOMMAND, work.name()].map(OsString::from).into(),
    }
}

/// Lets the children of a command line end with it when it is killed. The window must not ask for that: what it opens for the
/// user would end with it, too.
pub fn end_with_this_program() {
    sandbox::tie_children();
}

/// Does the work and says how it went, if that is what this program was started for. For `main` to call first.
#[must_use]
pub fn serve_if_asked() -> Option<ExitCode> {
    let mut args = std::env::args_os().skip(1);
    (args.next()? == SUBCOMMAND).then(|| serve(args))
}

fn serve(mut args: impl Iterator<Item = OsString>) -> ExitCode {
    let asked = args.next();
    let is_asked = |work: &&Work| asked.as_deref() == Some(OsStr::new(work.name()));
    match Work::ALL.iter().find(is_asked) {
        Some(Work::Workbook) => intake::serve(args),
        Some(Work::Photo) => photos::serve(args),
        None => ExitCode::from(2),
    }
}
