//! The weights of a rubric in machine integers, with the bounds within which they can be computed with.

use crate::Exact;
use crate::rules::Score;
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, ToPrimitive, Zero};

/// Weights such that Σ weight·mark ÷ `over` is the score of a sheet with all its marks, given in ten-thousandths.
#[derive(Debug, Clone)]
pub(super) struct WholeWeights {
    pub(super) weights: Vec<i64>,
    /// The same, where products with marks of 32 bits can be summed in 64 bits.
    pub(super) narrow: Option<Vec<i32>>,
    pub(super) over: i128,
}

impl WholeWeights {
    pub(super) fn new(score: Score, weights: &[BigRational], highest: &[Exact]) -> Option<Self> {
        let ten_thousand = BigRational::from(BigInt::from(crate::fixed::ONE));
        let divisor: BigRational = match score {
            Score::WeightedMean => weights.iter().sum(),
            Score::Points => BigRational::one(),
            Score::Percent => {
                let most: BigRational = weights
                    .iter()
                    .zip(highest)
                    .map(|(weight, highest)| weight * BigRational::from(highest))
                    .sum();
                most / BigRational::from(BigInt::from(100))
            }
        };
        if divisor.is_zero() {
            return None;
        }
        let shares = weights.iter().map(|w| w / (&divisor * &ten_thousand));
        let shares: Vec<BigRational> = shares.collect();
        let over = shares
            .iter()
            .fold(BigInt::one(), |over, share| over.lcm(share.denom()));
        let scaled = shares
            .iter()
            .map(|share| (share.numer() * (&over / share.denom())).to_i64());
        let weights: Vec<i64> = scaled.collect::<Option<_>>()?;
        let sum: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
        let narrow = || weights.iter().map(|weight| i32::try_from(*weight).ok());
        Some(Self {
            narrow: if sum <= i128::from(i32::MAX) {
                narrow().collect()
            } else {
                None
            },
            weights,
            over: over.to_i128()?,
        })
    }

    /// Whether the scores of up to `sheets` sheets of marks up to `highest` can be summed and scaled by 10^`digits` without
    /// overflow.
    pub(super) fn fits(&self, highest: u64, sheets: usize, digits: u32) -> bool {
        let sheets = u128::try_from(sheets).unwrap_or(u128::MAX);
        let scale = 10_u128.checked_pow(digits);
        let bound = |value: Option<u128>| value?.checked_mul(sheets)?.checked_mul(scale?);
        let fits = |value| bound(value).is_some_and(|bound| i128::try_from(bound).is_ok());
        let weights = self.weights.iter().map(|weight| weight.unsigned_abs());
        let sum: u128 = weights.map(u128::from).sum();
        fits(sum.checked_mul(u128::from(highest))) && fits(Some(self.over.unsigned_abs()))
    }
}
