//! The rules file: TOML that people write, send each other and read in a text editor.
//!
//! [`read`] takes what people write, with defaults for what they leave out, and names every problem with its line, key and
//! nearest known key. [`write()`] gives the *canonical* text: deterministic, everything that decides a score spelled out.
//! [`hash`] names rules by that text, so a comment or another order of keys does not change who they are.
//!
//! **Never here**: a binary float. A decimal is taken from the text of its token.

mod differences;
mod key;
mod locate;
mod problem;
mod read;
mod stage;
pub(crate) mod table;
mod write;

pub use differences::{Difference, differences};
pub use key::RuleKey;
pub use problem::{Problem, RulesError, What};
pub use read::{LARGEST, read, read_bytes};
pub use write::write;

use judging::Hash;
use judging::rules::Rules;

/// The name of these rules: BLAKE3 of their canonical text.
#[must_use]
pub fn hash(rules: &Rules) -> Hash {
    Hash(*blake3::hash(write(rules).as_bytes()).as_bytes())
}

#[cfg(test)]
mod tests;
