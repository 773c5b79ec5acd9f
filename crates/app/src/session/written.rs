//! The files written for the person since the program started: the only ones that the window may have shown.

use super::{Session, lock};
use crate::{Error, files};
use std::path::{Path, PathBuf};

impl Session {
    /// Writes a file that the person asked for, whole or not at all, and remembers that it did.
    ///
    /// # Errors
    /// `file-unwritable`; then what was there before stays.
    pub(crate) fn put(&self, path: &Path, bytes: &[u8]) -> Result<(), Error> {
        files::put(path, bytes)?;
        if let Ok(whole) = path.canonicalize() {
            lock(&self.written).insert(whole);
        }
        Ok(())
    }

    /// The full path of a file that was written here since the program started.
    ///
    /// # Errors
    /// `not-written-here` for any other file; `file-not-found` where it is gone.
    pub fn written(&self, path: &Path) -> Result<PathBuf, Error> {
        let whole = path.canonicalize();
        let whole = whole.map_err(|error| Error::reading(path, &error))?;
        if lock(&self.written).contains(&whole) {
            Ok(whole)
        } else {
            let refused = "only files written since the program started are shown";
            Err(Error::new("not-written-here", refused).in_file(path))
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::test_support::Machine;
    use std::path::Path;

    #[test]
    fn only_what_was_written_here_is_shown() {
        let machine = Machine::new(63);
        let session = machine.session();
        let (own, other) = (machine.path("own.csv"), machine.path("other.csv"));
        session.put(Path::new(&own), b"a").unwrap();
        std::fs::write(&other, b"b").unwrap();
        assert!(session.written(Path::new(&own)).is_ok());
        let refused = session.written(Path::new(&other)).unwrap_err();
        assert_eq!(refused.code, "not-written-here");
        std::fs::remove_file(&own).unwrap();
        let gone = session.written(Path::new(&own)).unwrap_err();
        assert_eq!(gone.code, "file-not-found");
    }
}
