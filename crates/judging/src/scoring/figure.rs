//! Numbers as results hold them.

use crate::Exact;
use crate::rules::Rounding;

/// A score, before and after its last rounding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The fraction before the last rounding.
    pub exact: Exact,
    /// The value compared.
    pub rounded: Exact,
    /// The value compared, with exactly the rule's digits: `87.45`.
    pub text: String,
}

impl Figure {
    /// The figure of a fraction under a rounding.
    #[must_use]
    pub fn new(exact: Exact, rounding: Rounding) -> Self {
        Self {
            rounded: exact.round(rounding.digits, rounding.mode),
            text: exact.text(rounding.digits, rounding.mode),
            exact,
        }
    }
}

/// A count as results hold it.
pub(crate) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
