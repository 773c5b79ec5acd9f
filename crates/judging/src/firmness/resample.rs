//! Who would stand where had other judges of the same kind been appointed: the judges resampled.
//!
//! Source: Efron, *Bootstrap methods* (1979); of panels, Graves, Barnett and Clarke, *Funding grant proposals for scientific research:
//! retrospective analysis of scores by members of grant review panel*, BMJ 343 (2011). A resample draws as many judges as there are, with
//! repetition. Up to [`MOST_JUDGES`] judges every distinct resample is taken once, with the number n! ÷ ∏kᵢ! of draws that make it, so that
//! shares are exact; above, draws are made from a seed. A drawn judge's sheet counts as often as the judge is drawn. An entry none of
//! whose judges is drawn has no score in that resample.

use crate::exact::divide_whole;
use crate::ranking::{RankedCategory, places};
use crate::rules::{Aggregate, JudgedBy, Rounding, Shortlist};
use crate::scoring::ScoredStage;
use crate::seeded::Seeded;
use crate::{EntryCode, Exact};
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, ToPrimitive};
use std::collections::BTreeMap;

/// Judges up to which every resample is taken: 352,716 of eleven.
pub const MOST_JUDGES: usize = 11;

/// Draws that are made above [`MOST_JUDGES`].
const DRAWS: u64 = 20_000;

/// What the resamples say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resampled {
    /// How they were taken.
    pub resampling: Resampling,
    /// The judges drawn from.
    pub judges: usize,
    /// The ranked entries, by code.
    pub entries: Vec<Resample>,
    /// The share in which several entries are first.
    pub shared_first: Exact,
}

/// How resamples are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resampling {
    /// Every one, with the number of draws that make it.
    Enumerated,
    /// So many draws from a seed.
    Sampled {
        /// The seed.
        seed: u64,
        /// How many draws.
        draws: u64,
    },
}

/// One entry over all resamples.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resample {
    /// The entry.
    pub entry: EntryCode,
    /// The share in which it is first, alone or shared.
    pub winner: Exact,
    /// The share in which it passes the cut; `None` without one.
    pub cut: Option<Exact>,
    /// Whether it always passes; of the first place where there is no cut.
    pub firm: Firm,
}

crate::words! {
    /// How often an entry is where it is, in a word.
    pub enum Firm {
        /// In every resample.
        Always = "always",
        /// In some.
        Sometimes = "sometimes",
        /// In none.
        Never = "never",
    }
}

crate::words! {
    /// Why judges are not resampled.
    pub enum NotResampled {
        /// No sheet counts.
        NothingFiled = "nothing-filed",
        /// Each criterion has its own judges.
        JudgedByCriterion = "judged-by-criterion",
        /// Scores are standardised over all entries.
        Standardised = "standardised",
        /// The scores have too many digits to be summed quickly.
        TooLong = "too-long",
    }
}

impl Resampling {
    /// The standard error of a share; nought when every resample is taken.
    #[must_use]
    pub fn standard_error(self, share: &Exact) -> Exact {
        match self {
            Self::Enumerated => Exact::ZERO,
            Self::Sampled { draws, .. } => standard_error(share, draws),
        }
    }
}

/// The standard error √(p(1 − p) ÷ n) of a share of so many draws.
pub(super) fn standard_error(share: &Exact, draws: u64) -> Exact {
    let variance = share * &(&Exact::whole(1) - share);
    let variance = variance.checked_div(&Exact::whole(draws.into()));
    variance.map_or(Exact::ZERO, |variance| variance.root())
}

impl Firm {
    fn of(share: &Exact) -> Self {
        match () {
            () if share.is_zero() => Self::Never,
            () if *share == Exact::whole(1) => Self::Always,
            () => Self::Sometimes,
        }
    }
}

/// The judges of the n-th stage resampled.
pub(super) fn resampled(
    ranked: &RankedCategory<'_>,
    stage: usize,
    seed: u64,
) -> Result<Resampled, NotResampled> {
    let category = &ranked.scored;
    let scored = &category.stages[stage];
    let entries = ranked.competing(stage);
    let sheets: Vec<Vec<(u32, Exact)>> = entries
        .iter()
        .map(|entry| scored.sheet_scores(*entry))
        .collect();
    let found = resampling(&sheets, &Panel::of(scored)?, seed)?;
    let codes = entries.iter().map(|entry| &category.entries[*entry].code);
    let has_cut = scored.rubric.stage.shortlist.is_some();
    let row = |(code, (winner, cut)): (&EntryCode, &(Exact, Exact))| Resample {
        entry: code.clone(),
        firm: Firm::of(if has_cut { cut } else { winner }),
        winner: winner.clone(),
        cut: has_cut.then(|| cut.clone()),
    };
    Ok(Resampled {
        resampling: found.resampling,
        judges: found.judges,
        entries: codes.zip(&found.shares).map(row).collect(),
        shared_first: found.shared_first,
    })
}

/// By what drawn sheets become an order.
#[derive(Debug, Clone, Copy)]
pub struct Panel {
    /// How sheets become a score.
    pub aggregate: Aggregate,
    /// How the score is rounded.
    pub rounding: Rounding,
    /// The cut.
    pub shortlist: Option<Shortlist>,
}

impl Panel {
    fn of(scored: &ScoredStage<'_>) -> Result<Self, NotResampled> {
        let stage = scored.rubric.stage;
        if stage.judged_by == JudgedBy::Criterion {
            return Err(NotResampled::JudgedByCriterion);
        }
        if stage.aggregate == Aggregate::StandardisedMean {
            return Err(NotResampled::Standardised);
        }
        Ok(Self {
            aggregate: stage.aggregate,
            rounding: scored.rounding,
            shortlist: stage.shortlist,
        })
    }
}

/// The shares that resamples give, by entry: first, and inside the cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shares {
    /// How they were taken.
    pub resampling: Resampling,
    /// How many judges there are.
    pub judges: usize,
    /// By entry.
    pub shares: Vec<(Exact, Exact)>,
    /// The share in which several entries are first.
    pub shared_first: Exact,
}

/// Resamples the judges of these sheets: by entry, each judge with a score.
///
/// # Errors
/// [`NotResampled::NothingFiled`], or [`NotResampled::TooLong`] where the scores have no common denominator to sum them by quickly.
pub fn resampling(
    sheets: &[Vec<(u32, Exact)>],
    panel: &Panel,
    seed: u64,
) -> Result<Shares, NotResampled> {
    let mut tally = Tally::new(sheets, panel)?;
    let judges = tally.judges;
    let resampling = if judges <= MOST_JUDGES {
        let mut drawn = vec![0; judges];
        tally.enumerate(&mut drawn, 0, judges, factorial(judges));
        Resampling::Enumerated
    } else {
        let mut numbers = Seeded::new(seed);
        for _ in 0..DRAWS {
            let mut drawn = vec![0; judges];
            for _ in 0..judges {
                drawn[numbers.below(judges)] += 1;
            }
            tally.count(&drawn, 1);
        }
        Resampling::Sampled { seed, draws: DRAWS }
    };
    let share = |count: i128| Exact::ratio(count, tally.draws).map_or(Exact::ZERO, |s| s.reduced());
    let shares = tally.first.iter().zip(&tally.inside);
    Ok(Shares {
        resampling,
        judges,
        shares: shares
            .map(|(first, inside)| (share(*first), share(*inside)))
            .collect(),
        shared_first: share(tally.shared),
    })
}

fn factorial(n: usize) -> i128 {
    (1..=i128::try_from(n).unwrap_or(0)).product()
}

/// What has been counted over resamples so far.
struct Tally<'p> {
    panel: &'p Panel,
    judges: usize,
    /// By entry: its sheets, lowest score first: the judge's place among those drawn from, and the score over `over`.
    sheets: Vec<Vec<(usize, i128)>>,
    over: i128,
    /// 10 to the power of the digits.
    scale: i128,
    draws: i128,
    first: Vec<i128>,
    inside: Vec<i128>,
    shared: i128,
    /// Of the resample at hand, by entry.
    units: Vec<Option<i128>>,
    order: Vec<i128>,
}

impl<'p> Tally<'p> {
    fn new(sheets: &[Vec<(u32, Exact)>], panel: &'p Panel) -> Result<Self, NotResampled> {
        let codes = sheets.iter().flatten().map(|(judge, _)| (*judge, ()));
        let codes: BTreeMap<u32, ()> = codes.collect();
        let place: BTreeMap<u32, usize> = codes.into_keys().zip(0..).collect();
        if place.is_empty() {
            return Err(NotResampled::NothingFiled);
        }
        let rational = |score: &Exact| BigRational::from(score);
        let over = sheets
            .iter()
            .flatten()
            .fold(BigInt::one(), |over, (_, score)| {
                over.lcm(rational(score).denom())
            });
        let whole = |score: &Exact| (rational(score) * &over).to_integer().to_i128();
        let scale = 10_i128.checked_pow(panel.rounding.digits);
        let most = i128::try_from(place.len()).ok();
        let mut integers = Vec::new();
        let mut largest = over.to_i128();
        for entry in sheets {
            let own = entry.iter().map(|(judge, score)| {
                let score = whole(score)?;
                largest = largest.map(|largest| largest.max(score.abs()));
                Some((place[judge], score))
            });
            let mut own: Vec<(usize, i128)> =
                own.collect::<Option<_>>().ok_or(NotResampled::TooLong)?;
            own.sort_unstable_by_key(|(_, score)| *score);
            integers.push(own);
        }
        // The largest sum that is computed, so that nothing can overflow.
        let fits = largest.and_then(|largest| largest.checked_mul(most?)?.checked_mul(scale?));
        let (Some(_), Some(scale), Some(over)) = (fits, scale, over.to_i128()) else {
            return Err(NotResampled::TooLong);
        };
        Ok(Self {
            panel,
            judges: place.len(),
            over,
            scale,
            draws: 0,
            first: vec![0; sheets.len()],
            inside: vec![0; sheets.len()],
            shared: 0,
            units: vec![None; sheets.len()],
            order: Vec::with_capacity(sheets.len()),
            sheets: integers,
        })
    }

    /// Counts every resample that continues this one: the judges before `at` are drawn, so many more are to be.
    fn enumerate(&mut self, drawn: &mut [usize], at: usize, left: usize, orders: i128) {
        if at + 1 == drawn.len() {
            drawn[at] = left;
            self.count(drawn, orders / factorial(left));
            drawn[at] = 0;
            return;
        }
        for times in 0..=left {
            drawn[at] = times;
            self.enumerate(drawn, at + 1, left - times, orders / factorial(times));
        }
        drawn[at] = 0;
    }

    /// Counts a resample that so many draws make.
    fn count(&mut self, drawn: &[usize], draws: i128) {
        self.draws += draws;
        self.order.clear();
        for entry in 0..self.sheets.len() {
            let units = self.score(entry, drawn);
            self.units[entry] = units;
            self.order.extend(units);
        }
        self.order.sort_unstable_by(|a, b| b.cmp(a));
        let Some(best) = self.order.first().copied() else {
            return;
        };
        if self.order.get(1) == Some(&best) {
            self.shared += draws;
        }
        let ranked = self.order.len();
        let rounding = self.panel.rounding;
        let cut = self
            .panel
            .shortlist
            .map(|rule| places(rule, rounding, ranked));
        for (entry, units) in self.units.iter().enumerate() {
            let Some(units) = *units else {
                continue;
            };
            if units == best {
                self.first[entry] += draws;
            }
            let better = self.order.partition_point(|other| *other > units);
            let rank = u32::try_from(better + 1).unwrap_or(u32::MAX);
            if cut.is_some_and(|cut| cut.passes(rank, Some(units))) {
                self.inside[entry] += draws;
            }
        }
    }

    /// The entry's rounded score, each sheet counted as often as its judge is drawn.
    fn score(&self, entry: usize, drawn: &[usize]) -> Option<i128> {
        let sheets = &self.sheets[entry];
        let count: usize = sheets.iter().map(|(judge, _)| drawn[*judge]).sum();
        let kept = self.panel.aggregate.kept(count)?;
        let (mut sum, mut before) = (0_i128, 0);
        for (judge, score) in sheets {
            let after = before + drawn[*judge];
            let times = after.min(kept.end).saturating_sub(before.max(kept.start));
            sum += score * i128::try_from(times).ok()?;
            before = after;
        }
        let divisor = i128::try_from(self.panel.aggregate.divisor(kept.len())).ok()?;
        let mode = self.panel.rounding.mode;
        Some(divide_whole(sum * self.scale, self.over * divisor, mode))
    }
}
