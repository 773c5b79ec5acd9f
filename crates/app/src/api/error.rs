//! What the window and the command line hear when something was refused.

use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A refusal: a code to translate by, what it is about, and the same in plain English.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Error {
    /// Stable kebab-case name: `file-in-use`, `mark-outside-scale`.
    pub code: String,
    /// What the message speaks of, by name: `file`, `row`, `column`, `criterion` …
    pub params: BTreeMap<String, String>,
    /// The whole in English, with the place.
    pub message: String,
    /// What the user can do.
    pub hint: Option<String>,
}
