//! A stage's rubric made ready for computing: the leaves with what a mark of each is worth.

use crate::rules::{Criterion, Score, Stage, TieBreak};
use crate::{CriterionCode, Exact};
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, ToPrimitive, Zero};

/// What a stage's marks are worth. Made from rules without flaws.
#[derive(Debug, Clone)]
pub struct Plan<'a> {
    /// The stage.
    pub(super) stage: &'a Stage,
    /// Its leaves in printed order; the columns of a [`MarkTable`](super::MarkTable).
    pub(super) leaves: Vec<&'a Criterion>,
    /// Each leaf's weight w as the rules define it: its share of the whole, or in `points` its own weight.
    pub(super) weights: Vec<Exact>,
    /// Each leaf's highest mark.
    pub(super) highest: Vec<Exact>,
    /// The same for a sheet with all its marks, in machine integers, where that fits.
    pub(super) whole: Option<WholeWeights>,
}

/// Weights such that Σ weight·mark ÷ `over` is the score of a sheet with all its marks, given in ten-thousandths.
#[derive(Debug, Clone)]
pub(super) struct WholeWeights {
    pub(super) weights: Vec<i64>,
    /// The same, where products with marks of 32 bits can be summed in 64 bits.
    pub(super) narrow: Option<Vec<i32>>,
    pub(super) over: i128,
}

impl<'a> Plan<'a> {
    /// The plan of a stage.
    #[must_use]
    pub fn new(stage: &'a Stage) -> Self {
        let leaves: Vec<&Criterion> = stage.leaves().collect();
        let weights: Vec<BigRational> = leaves.iter().map(|leaf| weight(stage, leaf)).collect();
        let highest = leaves.iter().map(|leaf| {
            let scale = leaf.scale.as_ref();
            scale.map_or(Exact::ZERO, |scale| scale.max().into())
        });
        let highest: Vec<Exact> = highest.collect();
        Self {
            whole: WholeWeights::new(stage.score, &weights, &highest),
            stage,
            leaves,
            weights: weights.into_iter().map(Exact::from).collect(),
            highest,
        }
    }

    /// The column of a criterion.
    #[must_use]
    pub fn column(&self, criterion: &CriterionCode) -> Option<usize> {
        self.leaves.iter().position(|leaf| leaf.code == *criterion)
    }

    /// The n-th step of the stage's ladder.
    pub(super) fn step(&self, number: u16) -> Option<&'a TieBreak> {
        self.stage.tie_break.get(usize::from(number))
    }

    /// The same plan computing with unbounded fractions throughout: slower, with the same results.
    #[must_use]
    pub fn in_fractions(self) -> Self {
        Self {
            whole: None,
            ..self
        }
    }
}

/// The leaf's own weight in `points`; otherwise the product, along its path from the root, of weight ÷ sum of its siblings'.
fn weight(stage: &Stage, leaf: &Criterion) -> BigRational {
    let own = |one: &Criterion| BigRational::from(&Exact::from(one.weight));
    if stage.score == Score::Points {
        return own(leaf);
    }
    let mut product = BigRational::one();
    let mut at = Some(leaf);
    while let Some(one) = at {
        let siblings: BigRational = stage.children(one.parent.as_ref()).map(own).sum();
        if siblings.is_zero() {
            return BigRational::zero();
        }
        product *= own(one) / siblings;
        at = one.parent.as_ref().and_then(|code| stage.criterion(code));
    }
    product
}

impl WholeWeights {
    fn new(score: Score, weights: &[BigRational], highest: &[Exact]) -> Option<Self> {
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
        let each = weights.iter().map(|w| w / (&divisor * &ten_thousand));
        let each: Vec<BigRational> = each.collect();
        let over = each
            .iter()
            .fold(BigInt::one(), |over, one| over.lcm(one.denom()));
        let scaled = each
            .iter()
            .map(|one| (one.numer() * (&over / one.denom())).to_i64());
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
