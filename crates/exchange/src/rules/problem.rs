use std::fmt;

/// A TOML file that a person wrote and that cannot be used, with everything that is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct RulesError {
    /// By line; never empty.
    pub problems: Vec<Problem>,
}

impl fmt::Display for RulesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, problem) in self.problems.iter().enumerate() {
            write!(f, "{}{problem}", if n == 0 { "" } else { "\n" })?;
        }
        Ok(())
    }
}

/// One thing wrong in a TOML file that a person wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Line, from 1.
    pub line: usize,
    /// The key as a path, tables counted from 1: `stage[2].criterion[1].weight`. Empty where the file is no TOML.
    pub key: String,
    /// What is wrong.
    pub what: What,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        if !self.key.is_empty() {
            write!(f, ", {}", self.key)?;
        }
        write!(f, ": {}", self.what)
    }
}

/// What is wrong at one place of a TOML file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum What {
    /// The text is no TOML, or no text.
    #[error("{0}")]
    Syntax(String),
    /// The file was written for a later version of this program.
    #[error(
        "format {found} is newer than this program understands ({ours}); a newer version of the program is needed"
    )]
    NewerFormat {
        /// What the file says.
        found: u32,
        /// What this program reads.
        ours: u32,
    },
    /// A key that means nothing here.
    #[error("unknown key; the nearest known one is “{nearest}”")]
    UnknownKey {
        /// The known key that looks most like it.
        nearest: String,
    },
    /// A key that must be there.
    #[error("is missing")]
    Missing,
    /// A value of another type.
    #[error("must be {expected}, not {found}")]
    NotA {
        /// What is expected, in words.
        expected: &'static str,
        /// What stands there, in words.
        found: &'static str,
    },
    /// A word that is none of those allowed.
    #[error("“{found}” is none of {}; the nearest is “{nearest}”", allowed.join(", "))]
    NotOneOf {
        /// What stands there.
        found: String,
        /// All that may.
        allowed: Vec<&'static str>,
        /// The allowed word that looks most like it.
        nearest: String,
    },
    /// A value that cannot be, or that contradicts another.
    #[error("{0}")]
    Value(String),
}
