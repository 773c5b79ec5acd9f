//! Dialogs answered from a file: a JSON list of lists of paths. Each dialog takes the first answer and writes the rest
//! back, so that a test may add answers as it goes. Compiled only with the feature `scripted-dialogs`.

use super::{Answer, Dialogs, Open, Save};
use std::path::PathBuf;
use std::sync::Mutex;

/// Answers from a file.
pub(super) struct Scripted {
    file: Mutex<PathBuf>,
}

impl Scripted {
    pub(super) fn new(file: PathBuf) -> Self {
        Self {
            file: Mutex::new(file),
        }
    }

    /// The next answer; none, as if the person had cancelled, when there is no more or the file cannot be used.
    fn next(&self) -> Option<Vec<PathBuf>> {
        let file = self.file.lock().ok()?;
        let mut answers: Vec<Vec<PathBuf>> =
            serde_json::from_slice(&std::fs::read(&*file).ok()?).ok()?;
        if answers.is_empty() {
            return None;
        }
        let answer = answers.remove(0);
        std::fs::write(&*file, serde_json::to_vec(&answers).ok()?).ok()?;
        Some(answer)
    }
}

impl Dialogs for Scripted {
    fn open(&self, _: &Open) -> Answer {
        let answer = self.next().unwrap_or_default();
        Box::pin(async { answer })
    }

    fn folder(&self, _: &str) -> Answer {
        let answer = self.next().unwrap_or_default();
        Box::pin(async { answer })
    }

    fn save(&self, _: &Save) -> Answer {
        let answer = self.next().unwrap_or_default();
        Box::pin(async { answer })
    }
}
