//! What the program said and how it ended.

use serde_json::Value;
use std::process::Output;

/// The end of one command.
#[derive(Debug, Clone)]
pub struct Said {
    /// What was typed.
    pub typed: String,
    /// Exit code; none when it was killed.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Said {
    /// What a started command said.
    #[must_use]
    pub fn of(typed: &str, output: Output) -> Self {
        Self {
            typed: typed.to_owned(),
            code: output.status.code(),
            out: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
            err: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
        }
    }

    #[track_caller]
    fn ended_with(self, code: i32) -> Self {
        let Self {
            typed, out, err, ..
        } = &self;
        assert_eq!(self.code, Some(code), "timbang {typed}\n{out}\n{err}");
        self
    }

    /// It did what was asked.
    #[track_caller]
    pub fn done(self) -> Self {
        self.ended_with(0)
    }

    /// It refused for a reason in the data.
    #[track_caller]
    pub fn refused(self) -> Self {
        self.ended_with(1)
    }

    /// What it says on standard error holds all these words.
    #[track_caller]
    pub fn naming(self, words: &[&str]) -> Self {
        for word in words {
            let Self { typed, err, .. } = &self;
            assert!(
                err.contains(word),
                "timbang {typed} does not name “{word}”:\n{err}"
            );
        }
        self
    }

    /// The one JSON document of `--json`.
    #[track_caller]
    pub fn json(&self) -> Value {
        let Self { typed, out, .. } = self;
        serde_json::from_str(out).unwrap_or_else(|error| panic!("timbang {typed}: {error}\n{out}"))
    }
}
