//! Intake from files to readings: the published registers, a dozen layouts in every format, files made to harm, arbitrary
//! grids and what fuzzing found. One binary; as the reading process it starts itself.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "tests without the harness that the lints know"
)]

mod evil;
mod grids;
mod layouts;
mod registers;
mod rules;

use libtest_mimic::{Arguments, Trial};
use std::ffi::OsString;
use std::process::ExitCode;

/// The first argument of the reading process.
const CHILD: &str = "read-workbook";

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_some_and(|first| first == CHILD) {
        return intake::serve(arguments);
    }
    let parts = [
        registers::tests(),
        layouts::tests(),
        evil::tests(),
        grids::tests(),
    ];
    let tests: Vec<Trial> = parts.into_iter().flatten().collect();
    libtest_mimic::run(&Arguments::from_args(), tests).exit_code()
}

/// This program as the reading process.
fn child() -> intake::Reader {
    intake::Reader::Child(sandbox::Program {
        program: std::env::current_exe().unwrap(),
        args: vec![OsString::from(CHILD)],
    })
}

/// A test by its name; it fails by panicking.
fn test(name: &str, run: impl FnOnce() + Send + 'static) -> Trial {
    Trial::test(name, move || {
        run();
        Ok(())
    })
}

/// The folder of the project's fixtures.
fn fixtures() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures")
}
