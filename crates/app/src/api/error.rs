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
    /// Everything that is wrong with a text that a person wrote, by line. Empty where no such text was refused.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<TextProblem>>")]
    pub problems: Vec<TextProblem>,
}

/// One thing wrong in a text that a person wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TextProblem {
    /// Line, from 1.
    pub line: u32,
    /// The key as a path: `stage[2].weight`. Empty where the line cannot be read at all.
    pub key: String,
    /// What is wrong, a code to translate by: `syntax`, `newer-format`, `unknown-key`, `missing`, `not-a`, `not-one-of`, `value`.
    pub code: String,
    /// What it speaks of, by name: `nearest`, `expected`, `found`, `allowed`, `ours`.
    pub params: BTreeMap<String, String>,
    /// The same in English.
    pub message: String,
}
