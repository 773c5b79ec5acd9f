//! A file just written, shown by the desktop's own means: opened in the program it belongs to, or pointed at in its folder.

use app::Error;
use serde::Deserialize;
use std::path::Path;
use std::sync::Arc;

/// Endings of documents, which the desktop opens in a program for reading. Nothing that could be run is ever opened.
const DOCUMENTS: [&str; 2] = ["xlsx", "csv"];

/// What is wished.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum How {
    /// In the program that it belongs to.
    Open,
    /// In the folder where it lies.
    Folder,
}

/// What shows files.
pub(crate) trait Show: Send + Sync {
    /// Shows one.
    fn show(&self, file: &Path, how: How) -> Result<(), Error>;
}

/// The desktop.
struct Desktop;

impl Show for Desktop {
    fn show(&self, file: &Path, how: How) -> Result<(), Error> {
        let shown = match how {
            How::Open => {
                check_document(file)?;
                opener::open(file)
            }
            How::Folder => opener::reveal(file),
        };
        shown.map_err(|error| Error::new("not-shown", error.to_string()).in_file(file))
    }
}

fn check_document(file: &Path) -> Result<(), Error> {
    let ending = file.extension().and_then(|ending| ending.to_str());
    let is = |known: &str| ending.is_some_and(|ending| ending.eq_ignore_ascii_case(known));
    if DOCUMENTS.iter().any(|known| is(known)) {
        Ok(())
    } else {
        Err(Error::new("not-shown", "only documents are opened").in_file(file))
    }
}

/// The desktop.
#[cfg(not(feature = "scripted-dialogs"))]
pub(crate) fn of_this_build() -> Arc<dyn Show> {
    Arc::new(Desktop)
}

/// The desktop, or where `TIMBANG_SHOWN` names a file: a list in it of what would have been shown.
#[cfg(feature = "scripted-dialogs")]
pub(crate) fn of_this_build() -> Arc<dyn Show> {
    match std::env::var_os("TIMBANG_SHOWN") {
        Some(file) => Arc::new(Noted(file.into())),
        None => Arc::new(Desktop),
    }
}

/// Writes down what it was asked to show; for desktop tests.
#[cfg(feature = "scripted-dialogs")]
struct Noted(std::path::PathBuf);

#[cfg(feature = "scripted-dialogs")]
impl Show for Noted {
    fn show(&self, file: &Path, how: How) -> Result<(), Error> {
        use std::io::Write as _;
        if how == How::Open {
            check_document(file)?;
        }
        let line = format!("{how:?} {}\n", file.display());
        let list = std::fs::File::options()
            .create(true)
            .append(true)
            .open(&self.0);
        let noted = list.and_then(|mut list| list.write_all(line.as_bytes()));
        noted.map_err(|error| Error::new("not-shown", error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_documents_are_opened() {
        for (file, opened) in [
            ("/a/juara.xlsx", true),
            ("/a/juara.CSV", true),
            ("/a/juara.csv.bat", false),
            ("/a/J1.paket", false),
            ("/a/xlsx", false),
        ] {
            assert_eq!(check_document(Path::new(file)).is_ok(), opened, "{file}");
        }
    }
}
