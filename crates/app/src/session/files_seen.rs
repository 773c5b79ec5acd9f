//! How files looked when they were last seen: a workbook that is still the same is not read again, and a file in a watched
//! folder is spoken of once.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// By which a file is known to be the same: its place, size and time of change.
#[derive(PartialEq)]
pub(crate) struct Stamp(PathBuf, u64, SystemTime);

impl Stamp {
    /// How a file looks now; `None` for what is no file or cannot be looked at.
    pub fn of(file: &Path) -> Option<Self> {
        let data = std::fs::metadata(file).ok()?;
        if !data.is_file() {
            return None;
        }
        Some(Self(
            file.canonicalize().ok()?,
            data.len(),
            data.modified().ok()?,
        ))
    }
}

/// What a look at a file in a watched folder says.
pub(crate) enum Seen {
    /// New or changed since the last look: perhaps still being written.
    Changing,
    /// As at the last look: whole, as far as can be seen from outside.
    Settled,
    /// Reported already.
    Before,
}

/// The files seen in watched folders.
#[derive(Default)]
pub(super) struct FilesSeen(HashMap<PathBuf, (Stamp, bool)>);

impl FilesSeen {
    /// Notes how a file looks now, and says what that is to what was noted before.
    pub fn look(&mut self, path: &Path, stamp: Stamp) -> Seen {
        match self.0.get_mut(path) {
            Some((known, reported)) if *known == stamp => {
                if std::mem::replace(reported, true) {
                    Seen::Before
                } else {
                    Seen::Settled
                }
            }
            _ => {
                self.0.insert(path.to_owned(), (stamp, false));
                Seen::Changing
            }
        }
    }

    /// Forgets them all.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}
