//! A standard deviation: the square root of an exact variance.

use crate::Exact;

/// A standard deviation or standard error, kept by its exact square.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spread {
    /// The variance.
    pub squared: Exact,
}

impl Spread {
    /// The spread of that variance; one below zero is nought.
    #[must_use]
    pub fn of_variance(squared: Exact) -> Self {
        Self {
            squared: squared.max(Exact::ZERO),
        }
    }

    /// The spread, to 24 digits after the point.
    #[must_use]
    pub fn value(&self) -> Exact {
        self.squared.root()
    }
}
