//! The short codes by which rules, entries and judges are named, one type each so that they cannot be mixed up.

use std::fmt;
use std::sync::Arc;

/// Longest code, in characters.
pub const LONGEST: usize = 40;

/// Why a text is not a code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Nothing was given.
    #[error("the code is empty")]
    Empty,
    /// Longer than [`LONGEST`].
    #[error("“{0}” is longer than {LONGEST} characters")]
    TooLong(String),
    /// A character other than an ASCII letter, a digit, `-`, `_` or `.`, or a first character that is not a letter or digit.
    #[error(
        "“{code}” may not contain “{character}”: letters, digits, “-”, “_” and “.” may, beginning with a letter or digit"
    )]
    Character {
        /// The text as given.
        code: String,
        /// The first character at fault.
        character: char,
    },
}

fn validate(code: &str) -> Result<(), CodeError> {
    if code.is_empty() {
        return Err(CodeError::Empty);
    }
    if code.chars().count() > LONGEST {
        return Err(CodeError::TooLong(code.to_owned()));
    }
    let fits = |(place, c): (usize, char)| {
        c.is_ascii_alphanumeric() || (place > 0 && matches!(c, '-' | '_' | '.'))
    };
    match code.chars().enumerate().find(|&at| !fits(at)) {
        None => Ok(()),
        Some((_, character)) => Err(CodeError::Character {
            code: code.to_owned(),
            character,
        }),
    }
}

macro_rules! code {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Takes a text of 1 to [`LONGEST`] letters, digits, `-`, `_`, `.`.
            ///
            /// # Errors
            /// [`CodeError`] when the text is not of that form.
            pub fn new(code: &str) -> Result<Self, CodeError> {
                validate(code).map(|()| Self(code.into()))
            }

            /// The code as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}", self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = CodeError;
            fn from_str(code: &str) -> Result<Self, CodeError> {
                Self::new(code)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

code!(
    /// A category of the competition: `OPD`, `KEC`, …
    CategoryCode
);
code!(
    /// A stage of the competition: `penilaian`, `presentasi`, …
    StageCode
);
code!(
    /// A criterion of a stage's rubric: `kebaruan`, …
    CriterionCode
);
code!(
    /// One submitted innovation: `OPD-007`.
    EntryCode
);
code!(
    /// A member of the panel: `J1`.
    JudgeCode
);

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &str, expected: Result<(), CodeError>) {
        assert_eq!(EntryCode::new(code).map(|_| ()), expected);
    }

    #[test]
    fn letters_digits_and_marks_inside_are_a_code() {
        check("OPD-007", Ok(()));
        check("2.1_a", Ok(()));
    }

    #[test]
    fn what_could_be_a_path_or_a_blank_is_refused() {
        check("", Err(CodeError::Empty));
        for (code, character) in [("../x", '.'), ("a/b", '/'), ("a b", ' '), ("-a", '-')] {
            check(
                code,
                Err(CodeError::Character {
                    code: code.into(),
                    character,
                }),
            );
        }
        check(&"x".repeat(41), Err(CodeError::TooLong("x".repeat(41))));
    }
}
