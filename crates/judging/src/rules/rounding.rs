/// How scores are rounded, and from which level upwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rounding {
    /// Digits after the decimal point, 0 to 9.
    pub digits: u32,
    /// What happens to a value between two steps.
    pub mode: RoundingMode,
    /// The lowest level that is rounded; every level above it is too.
    pub at: RoundingLevel,
}

impl Default for Rounding {
    fn default() -> Self {
        Self {
            digits: 2,
            mode: RoundingMode::HalfUp,
            at: RoundingLevel::Final,
        }
    }
}

crate::words! {
    /// What happens to a value between two steps.
    pub enum RoundingMode {
        /// To the nearest; a half goes away from zero: 8.125 → 8.13.
        HalfUp = "half-up",
        /// To the nearest; a half goes to the even digit: 8.125 → 8.12.
        HalfEven = "half-even",
        /// Towards zero.
        Down = "down",
    }
}

crate::words! {
    /// The lowest level of a score that is rounded.
    pub enum RoundingLevel {
        /// Sheet, stage and final scores are rounded.
        Sheet = "sheet",
        /// Stage and final scores are rounded.
        Stage = "stage",
        /// The final score alone, from unrounded stages. A stage's own standing is shown and ordered rounded all the same.
        Final = "final",
    }
}
