//! What an intraclass correlation is called in words: Koo and Li, *A guideline of selecting and reporting intraclass
//! correlation coefficients*, Journal of Chiropractic Medicine 15 (2016): below .5, .75, .9.

use crate::Exact;

crate::words! {
    /// How far judges agree, in a word.
    pub enum Reading {
        /// Below a half.
        Poor = "poor",
        /// From a half.
        Moderate = "moderate",
        /// From three quarters.
        Good = "good",
        /// From nine tenths.
        Excellent = "excellent",
    }
}

impl Reading {
    /// The word for a coefficient.
    #[must_use]
    pub fn of(coefficient: &Exact) -> Self {
        let reaches =
            |hundredths| Exact::ratio(hundredths, 100).is_some_and(|at| *coefficient >= at);
        match () {
            () if reaches(90) => Self::Excellent,
            () if reaches(75) => Self::Good,
            () if reaches(50) => Self::Moderate,
            () => Self::Poor,
        }
    }
}
