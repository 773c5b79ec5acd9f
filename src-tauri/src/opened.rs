//! Files this program was asked to open from outside: by double click, or by a second start. The page fetches them when
//! it is ready.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// What people send each other, by ending.
const ENDINGS: [&str; 4] = ["timbang", "paket", "nilai", "hasil"];

/// The files waiting for the page.
#[derive(Debug, Default)]
pub(crate) struct Opened(Mutex<Vec<PathBuf>>);

impl Opened {
    /// Those among the arguments that are files of this program.
    pub(crate) fn from_arguments(arguments: impl IntoIterator<Item = OsString>) -> Self {
        let opened = Self::default();
        let here = std::env::current_dir().unwrap_or_default();
        opened.add(arguments, &here);
        opened
    }

    /// Adds the arguments of a second start, made in the folder `from`.
    pub(crate) fn add(&self, arguments: impl IntoIterator<Item = OsString>, from: &Path) {
        let ours = arguments
            .into_iter()
            .map(PathBuf::from)
            .filter(|path| is_ours(path))
            .map(|path| from.join(path));
        self.lock().extend(ours);
    }

    /// Hands the waiting files out, once.
    pub(crate) fn take(&self) -> Vec<PathBuf> {
        std::mem::take(&mut *self.lock())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<PathBuf>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_ours(path: &Path) -> bool {
    path.extension()
        .and_then(|ending| ending.to_str())
        .is_some_and(|ending| {
            ENDINGS
                .iter()
                .any(|known| ending.eq_ignore_ascii_case(known))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(arguments: &[&str], expected: &[&str]) {
        let opened = Opened::default();
        opened.add(arguments.iter().map(OsString::from), Path::new("/from"));
        let expected: Vec<PathBuf> = expected.iter().map(PathBuf::from).collect();
        assert_eq!(opened.take(), expected);
        assert!(opened.take().is_empty(), "handed out twice");
    }

    #[test]
    fn files_of_this_program_are_taken_from_the_folder_of_the_start_and_nothing_else_is() {
        check(&["--flag", "a.xlsx", ".timbang"], &[]);
        check(
            &["lomba.timbang", "/usb/J1.NILAI"],
            &["/from/lomba.timbang", "/usb/J1.NILAI"],
        );
    }
}
