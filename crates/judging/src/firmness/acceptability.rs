//! How often each entry has each rank over all weights of a stage's criteria.
//!
//! Source: Lahdelma and Salminen, *SMAA-2: stochastic multicriteria acceptability analysis for group decision making*, Operations
//! Research 49 (2001). Weights are drawn uniformly from the simplex: the gaps between sorted numbers, drawn in whole 2⁻³² of the
//! whole, so that every draw is weighed exactly. An entry is weighed by its criteria's marks, each aggregated over the judges as the
//! stage aggregates; a criterion without a mark is left out of its divisor, as in a sheet.

use super::resample::standard_error;
use crate::ranking::RankedCategory;
use crate::rules::Score;
use crate::seeded::Seeded;
use crate::{EntryCode, Exact};
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, ToPrimitive};

/// How many weights are drawn.
pub const DRAWS: u64 = 10_000;

/// One entry over all weights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptability {
    /// The entry.
    pub entry: EntryCode,
    /// For each rank, from the first: the share of weights with which the entry has it. They sum to 1.
    pub ranks: Vec<Exact>,
}

impl Acceptability {
    /// The largest standard error that any share of [`DRAWS`] draws can have: that of a half.
    #[must_use]
    pub fn standard_error() -> Exact {
        Exact::ratio(1, 2).map_or(Exact::ZERO, |half| standard_error(&half, DRAWS))
    }
}

/// The ranked entries of a stage, by code.
pub(super) fn of_stage(ranked: &RankedCategory<'_>, stage: usize, seed: u64) -> Vec<Acceptability> {
    let category = &ranked.scored;
    let scored = &category.stages[stage];
    let (rubric, table) = (&scored.rubric, &scored.sheets.table);
    let entries = ranked.competing(stage);
    let marks = entries.iter().map(|entry| {
        let leaves = 0..rubric.leaves.len();
        leaves
            .map(|leaf| rubric.criterion_mark(table, *entry, leaf))
            .collect::<Vec<_>>()
    });
    let highest: Vec<Exact> = rubric.highest().to_vec();
    let divisor = |leaf: usize| match rubric.stage.score {
        Score::Points => Exact::ZERO,
        Score::WeightedMean => Exact::whole(1),
        Score::Percent => highest[leaf].clone(),
    };
    let divisors: Vec<Exact> = (0..highest.len()).map(divisor).collect();
    let shares = acceptability(&marks.collect::<Vec<_>>(), &divisors, seed);
    let codes = entries.iter().map(|entry| &category.entries[*entry].code);
    codes
        .zip(shares)
        .map(|(code, ranks)| Acceptability {
            entry: code.clone(),
            ranks,
        })
        .collect()
}

/// For each row of marks, a column a criterion, the share of weights with which it has each rank. A score is Σ w·mark ÷ Σ w·divisor
/// over the criteria with a mark; where all divisors are nought it is not divided. Empty where marks have too many digits to be
/// weighed in machine integers, which no competition has had.
#[must_use]
pub fn acceptability(
    rows: &[Vec<Option<Exact>>],
    divisors: &[Exact],
    seed: u64,
) -> Vec<Vec<Exact>> {
    let Some(table) = Whole::new(rows, divisors) else {
        return Vec::new();
    };
    let mut numbers = Seeded::new(seed);
    let mut counts = vec![vec![0_i128; rows.len()]; rows.len()];
    let mut order: Vec<Exact> = Vec::with_capacity(rows.len());
    for _ in 0..DRAWS {
        let weights = simplex(&mut numbers, divisors.len());
        let scores = table.rows.iter().map(|marks| table.score(marks, &weights));
        let scores: Vec<Option<Exact>> = scores.collect();
        order.clear();
        order.extend(scores.iter().flatten().cloned());
        order.sort_unstable_by(|a, b| b.cmp(a));
        for (row, score) in scores.iter().enumerate() {
            if let Some(score) = score {
                let better = order.partition_point(|other| other > score);
                counts[row][better] += 1;
            }
        }
    }
    let share = |count: &i128| {
        let share = Exact::ratio(*count, DRAWS.into());
        share.map_or(Exact::ZERO, |share| share.reduced())
    };
    let shares = counts.iter().map(|ranks| ranks.iter().map(share).collect());
    shares.collect()
}

/// Weights that sum to 2³², uniform over all there are.
fn simplex(numbers: &mut Seeded, count: usize) -> Vec<i128> {
    let mut ends: Vec<u64> = (1..count).map(|_| numbers.next() >> 32).collect();
    ends.push(1 << 32);
    ends.sort_unstable();
    let mut before = 0;
    let gaps = ends.iter().map(|end| {
        let gap = end - before;
        before = *end;
        i128::from(gap)
    });
    gaps.collect()
}

/// Marks and divisors over one common denominator.
struct Whole {
    rows: Vec<Vec<Option<i128>>>,
    divisors: Vec<i128>,
    undivided: bool,
}

impl Whole {
    /// `None` where a sum could be beyond what an integer holds.
    fn new(rows: &[Vec<Option<Exact>>], divisors: &[Exact]) -> Option<Self> {
        let all = rows.iter().flatten().flatten().chain(divisors);
        let over = all.fold(BigInt::one(), |over, one| {
            over.lcm(BigRational::from(one).denom())
        });
        // Times a weight of 32 bits and summed over up to 2¹² criteria this stays below 2¹²⁷.
        let most = BigInt::from(1_u128 << 80);
        let whole = |value: &Exact| {
            let scaled = (BigRational::from(value) * &over).to_integer();
            (scaled.magnitude() < most.magnitude()).then(|| scaled.to_i128())?
        };
        let row = |row: &Vec<Option<Exact>>| {
            let marks = row.iter().map(|mark| match mark {
                Some(mark) => whole(mark).map(Some),
                None => Some(None),
            });
            marks.collect::<Option<Vec<_>>>()
        };
        Some(Self {
            rows: rows.iter().map(row).collect::<Option<_>>()?,
            divisors: divisors.iter().map(whole).collect::<Option<_>>()?,
            undivided: divisors.iter().all(Exact::is_zero),
        })
    }

    /// `None` when no criterion with a mark has any weight.
    fn score(&self, marks: &[Option<i128>], weights: &[i128]) -> Option<Exact> {
        let (mut sum, mut divisor) = (0, 0);
        let columns = marks.iter().zip(weights.iter().zip(&self.divisors));
        for (mark, (weight, one)) in columns {
            if let Some(mark) = mark {
                sum += weight * mark;
                divisor += weight * one;
            }
        }
        if self.undivided {
            let any = marks.iter().any(Option::is_some);
            return any.then(|| Exact::whole(sum));
        }
        Exact::ratio(sum, divisor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimals(row: &[&str]) -> Vec<Option<Exact>> {
        let mark = |text: &&str| Some(text.parse::<crate::Fixed>().ok()?.into());
        row.iter().map(mark).collect()
    }

    #[test]
    fn the_published_pair_is_first_with_four_elevenths() {
        let rows = [decimals(&["0.8", "0.2"]), decimals(&["0.4", "0.9"])];
        let ones = vec![Exact::whole(1); 2];
        let found = acceptability(&rows, &ones, 1);
        let expected = Exact::ratio(7, 11).unwrap();
        // A is better where .8w + .2(1 − w) > .4w + .9(1 − w), that is w > 7/11.
        let first = &Exact::whole(1) - &expected;
        let off = &found[0][0] - &first;
        let four = &standard_error(&first, DRAWS) * &Exact::whole(4);
        assert!(off < four && &Exact::ZERO - &off < four, "{off}");
        assert_eq!(&found[0][0] + &found[0][1], Exact::whole(1));
        assert_eq!(found[0][0], found[1][1]);
    }

    #[test]
    fn who_is_better_in_everything_is_always_first() {
        let rows = [decimals(&["3", "4", "5"]), decimals(&["2", "4", "1"])];
        let found = acceptability(&rows, &vec![Exact::ZERO; 3], 7);
        assert_eq!(found[0], [Exact::whole(1), Exact::ZERO]);
    }

    #[test]
    fn one_standard_error_of_a_half_is_half_a_hundredth() {
        assert_eq!(Acceptability::standard_error().to_string(), "1/200");
    }
}
