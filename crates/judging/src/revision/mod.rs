//! Rules that change after scoring began, and what becomes of marks given under the earlier ones.
//!
//! A mark is always a statement under the rules its hand-over names; it is never rewritten. What it is worth under the
//! rules in force follows from the chair's choices, step by step through every [`Change`] since.

mod carry;
mod history;

pub use carry::{Carry, carried_mark, carried_sheet};
pub use history::{History, UnknownRules};

use crate::{CriterionCode, Hash, StageCode};
use std::collections::BTreeMap;

/// One change of the rules, and what becomes of the marks given until then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Hash of the rules that were in force.
    pub from: Hash,
    /// Hash of the rules that are.
    pub to: Hash,
    /// The chair's choice for each criterion that both have.
    pub marks: Choices,
}

/// What becomes of marks, by stage and criterion. Where nothing is chosen, marks are kept if the scale is the same, and given
/// again if it is not.
pub type Choices = BTreeMap<(StageCode, CriterionCode), Carry>;
