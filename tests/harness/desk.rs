//! One person at one machine.

use crate::program::{as_the_program_knows, fixture, start, start_and_wait};
use crate::said::Said;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A machine with its own keys and one folder, in which commands are typed.
#[derive(Debug)]
pub struct Desk {
    machine: TempDir,
}

impl Desk {
    /// A fresh machine.
    #[must_use]
    pub fn new() -> Self {
        Self::on(&std::env::temp_dir())
    }

    /// A fresh machine whose disk is in this folder.
    #[must_use]
    pub fn on(disk: &Path) -> Self {
        let machine = tempfile::tempdir_in(disk).expect("a temporary folder");
        for part in ["data", "folder"] {
            std::fs::create_dir(machine.path().join(part)).expect("a fresh folder");
        }
        Self { machine }
    }

    /// A machine with the same keys and files as this one has now: a copied laptop, or a backup.
    #[must_use]
    pub fn copied(&self) -> Self {
        let copy = Self::new();
        copy_folder(self.machine.path(), copy.machine.path());
        copy
    }

    /// The path of a file in the folder.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.machine.path().join("folder").join(name)
    }

    /// The folder that keeps this machine's keys.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.machine.path().join("data")
    }

    /// Writes a file into the folder.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), content).expect("the folder can be written");
    }

    /// The bytes of a file in the folder.
    #[must_use]
    pub fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Copies a file of `fixtures/` into the folder.
    pub fn fixture(&self, name: &str) {
        std::fs::copy(fixture(name), self.path(name)).expect("the fixture is there");
    }

    /// Takes a file over from another's folder, as by USB stick.
    pub fn take(&self, from: &Self, name: &str) {
        self.write(name, from.read(name));
    }

    /// Types a command; words with blanks stand between `'`.
    #[must_use]
    pub fn types(&self, command: &str) -> Said {
        let mut started = self.with(start_and_wait(), command);
        let output = started.output().expect("timbang starts");
        Said::of(command, output)
    }

    /// Types a command with `--json` that must succeed, and reads its answer.
    #[track_caller]
    pub fn asks(&self, command: &str) -> Value {
        self.types(&format!("{command} --json")).done().json()
    }

    /// The command, ready to start, with this machine's keys and in its folder.
    #[must_use]
    pub fn command(&self, typed: &str) -> Command {
        self.with(start(), typed)
    }

    fn with(&self, mut command: Command, typed: &str) -> Command {
        command
            .args(words(typed))
            .current_dir(self.path("."))
            .env("TIMBANG_DATA", as_the_program_knows(&self.data()))
            .stdin(Stdio::null());
        command
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}

/// Splits at blanks outside of `'…'`.
fn words(typed: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (n, part) in typed.split('\'').enumerate() {
        if n % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

fn copy_folder(from: &Path, to: &Path) {
    for item in std::fs::read_dir(from).expect("a folder") {
        let item = item.expect("a folder's item");
        let goes = to.join(item.file_name());
        if item.path().is_dir() {
            std::fs::create_dir_all(&goes).expect("a fresh folder");
            copy_folder(&item.path(), &goes);
        } else {
            std::fs::copy(item.path(), &goes).expect("a file that can be copied");
        }
    }
}
