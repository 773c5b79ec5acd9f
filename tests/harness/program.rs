//! Where the program under test and the fixtures are.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The command that starts `timbang`. `TIMBANG_RUNNER` names what runs a program of another system here: Wine.
pub(crate) fn start() -> Command {
    start_program(timbang())
}

/// The same for a command whose end is waited for. Of a program in which a thread ended at the same time, as those that write
/// a workbook, Wine itself loses the exit code (once in a hundred times); its program `start` keeps it.
pub(crate) fn start_and_wait() -> Command {
    match runner() {
        Some(runner) => {
            let mut command = Command::new(runner);
            command.args(["start", "/wait", "/exec"]).arg(timbang());
            command
        }
        None => start(),
    }
}

/// The command that starts another program of the system under test.
pub fn start_program(program: impl AsRef<OsStr>) -> Command {
    match runner() {
        Some(runner) => {
            let mut command = Command::new(runner);
            command.arg(program);
            command
        }
        None => Command::new(program),
    }
}

/// A path as the program under test knows it: Wine shows the whole machine as drive Z.
pub fn as_the_program_knows(path: &Path) -> OsString {
    match runner() {
        Some(_) => format!("Z:{}", path.display()).replace('/', "\\").into(),
        None => path.into(),
    }
}

fn runner() -> Option<OsString> {
    std::env::var_os("TIMBANG_RUNNER")
}

/// The `timbang` to test: `TIMBANG_BIN`, or else built once by this process.
pub fn timbang() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| match std::env::var_os("TIMBANG_BIN") {
        Some(named) => named.into(),
        None => build(),
    })
}

fn build() -> PathBuf {
    // This test runs from target/<profile>/deps; the program lies one folder up.
    let test = std::env::current_exe().expect("a running test has a path");
    let folder = test.ancestors().nth(2).expect("target/<profile>");
    let profile = if folder.ends_with("release") {
        "release"
    } else {
        "dev"
    };
    let built = Command::new(env!("CARGO"))
        .args([
            "build",
            "--quiet",
            "-p",
            "timbang-cli",
            "--profile",
            profile,
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status()
        .expect("cargo starts");
    assert!(built.success(), "timbang does not build");
    folder.join(format!("timbang{}", std::env::consts::EXE_SUFFIX))
}

/// A file of `fixtures/`.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../fixtures")
        .join(name)
}
