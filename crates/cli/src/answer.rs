//! What a verb answers: once for machines, once for people.

use serde::Serialize;

/// The answer of one verb.
#[derive(Debug, Default)]
pub struct Answer {
    /// The one JSON document of `--json`.
    pub json: serde_json::Value,
    /// The same for a terminal, on stdout.
    pub text: String,
    /// Beside it, on stderr.
    pub message: String,
    /// Whether something in the data was refused.
    pub refused: bool,
}

impl Answer {
    /// An answer whose JSON is `value` and whose text is made of it by `show`.
    pub fn of<T: Serialize>(value: &T, show: impl Fn(&T) -> String) -> Self {
        Self {
            json: serde_json::to_value(value).unwrap_or_default(),
            text: show(value),
            ..Self::default()
        }
    }

    pub fn saying(mut self, message: impl Into<String>) -> Self {
        self.message = message.into();
        self
    }

    pub fn refused_if(mut self, refused: bool) -> Self {
        self.refused = refused;
        self
    }
}
