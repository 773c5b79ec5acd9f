//! A stage's rubric made ready for computing: the leaves with what a mark of each is worth.

use super::weights::WholeWeights;
use crate::rules::{Criterion, Score, Stage, TieBreak};
use crate::{CriterionCode, Exact};
use num_rational::BigRational;
use num_traits::{One, Zero};

/// A stage's criteria with what their marks are worth. Made from rules without flaws.
#[derive(Debug, Clone)]
pub struct Rubric<'a> {
    /// The stage.
    pub(crate) stage: &'a Stage,
    /// Its leaves in printed order; the columns of a [`MarkTable`](super::MarkTable).
    pub(crate) leaves: Vec<&'a Criterion>,
    /// Each leaf's weight w as the rules define it: its share of the whole, or in `points` its own weight.
    pub(super) weights: Vec<Exact>,
    /// Each leaf's highest mark.
    pub(super) highest: Vec<Exact>,
    /// The same for a sheet with all its marks, in machine integers, where that fits.
    pub(super) whole: Option<WholeWeights>,
}

impl<'a> Rubric<'a> {
    /// The rubric of a stage.
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

    /// Each leaf's highest mark.
    pub(crate) fn highest(&self) -> &[Exact] {
        &self.highest
    }

    /// The n-th step of the stage's ladder.
    pub(crate) fn step(&self, number: u16) -> Option<&'a TieBreak> {
        self.stage.tie_break.get(usize::from(number))
    }

    /// The same rubric computing with unbounded fractions throughout: slower, with the same results.
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
    let own = |of: &Criterion| BigRational::from(&Exact::from(of.weight));
    if stage.score == Score::Points {
        return own(leaf);
    }
    let mut product = BigRational::one();
    let mut at = Some(leaf);
    while let Some(criterion) = at {
        let siblings: BigRational = stage.children(criterion.parent.as_ref()).map(own).sum();
        if siblings.is_zero() {
            return BigRational::zero();
        }
        product *= own(criterion) / siblings;
        at = criterion
            .parent
            .as_ref()
            .and_then(|code| stage.criterion(code));
    }
    product
}
