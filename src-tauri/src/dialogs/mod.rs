//! Native dialogs, behind a trait, so that a test can answer them.

mod native;
#[cfg(feature = "scripted-dialogs")]
mod scripted;

use serde::Deserialize;
use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;

/// An answer that comes when the person has chosen; empty when they have not.
pub(crate) type Answer = Pin<Box<dyn Future<Output = Vec<PathBuf>> + Send>>;

/// Where the person's choice of files and folders comes from.
pub(crate) trait Dialogs: Send + Sync {
    /// Files to read.
    fn open(&self, ask: &Open) -> Answer;
    /// A folder.
    fn folder(&self, title: &str) -> Answer;
    /// A file to write.
    fn save(&self, ask: &Save) -> Answer;
}

/// Which files are asked for.
#[derive(Debug, Deserialize)]
pub(crate) struct Open {
    /// On the dialog.
    title: String,
    /// What the kind of file is called.
    kind: String,
    /// Endings without a dot, at least one.
    endings: Vec<String>,
    /// Whether several may be chosen.
    #[serde(default)]
    several: bool,
}

/// Where a file is to go.
#[derive(Debug, Deserialize)]
pub(crate) struct Save {
    /// On the dialog.
    title: String,
    /// What the kind of file is called.
    kind: String,
    /// Ending without a dot; added to a name that has none.
    ending: String,
    /// The folder shown first.
    #[serde(default)]
    folder: Option<PathBuf>,
    /// The name offered.
    name: String,
}

/// The dialogs of this build.
#[cfg(not(feature = "scripted-dialogs"))]
pub(crate) fn of_this_build() -> Box<dyn Dialogs> {
    Box::new(native::Native)
}

/// The dialogs of this build: answered from a file where `TIMBANG_ANSWERS` names one.
#[cfg(feature = "scripted-dialogs")]
pub(crate) fn of_this_build() -> Box<dyn Dialogs> {
    match std::env::var_os("TIMBANG_ANSWERS") {
        Some(file) => Box::new(scripted::Scripted::new(file.into())),
        None => Box::new(native::Native),
    }
}
