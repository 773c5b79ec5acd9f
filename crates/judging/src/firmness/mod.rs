//! How firm a standing is: how little would change who stands at each place that matters. Advisory; never in a result.
//!
//! The way: [`Boundary`] names a place, `base` holds who stands there; `mark` and `weight` look for the smallest change of one
//! mark and of one weight that changes it, exactly; `without` leaves one judge out; `resample` asks who would stand there had other
//! judges of the same kind been appointed; `acceptability` asks the same of other weights.
//!
//! What is decided here:
//! - **Who stands at a place** is the set of entries with that rank, or inside the cut, after rounding and tie-breaks. A rank that
//!   nobody holds, since the one above is shared, is no place.
//! - **One mark** moves on its scale, in its steps. It is one of a sheet that counts in the standing, or in a stage that the ladder
//!   of tie-breaks looks at.
//! - **One weight** moves in its written digits, from nought to twice its value, and only to where the rules have no flaw.
//! - **Ties in resamples and under other weights** are not broken: who shares a place has it.
//! - **Who is out stays out.** Marks and weights move scores. Who was nominated before, and whom a gate holds back, stays as it is:
//!   nobody knows what a visit to another entry would have found. Without one judge the earlier cuts are made anew.
//! - In `standardised-mean` every mark moves every score: no smallest change is sought.

mod acceptability;
mod base;
mod boundary;
mod mark;
mod resample;
mod scale_steps;
mod weight;
mod without;

pub use acceptability::{Acceptability, DRAWS, acceptability};
pub use boundary::{Boundary, PRIZES};
pub use mark::MarkChange;
pub use resample::{
    Firm, MOST_JUDGES, NotResampled, Panel, Resample, Resampled, Resampling, Shares, resampling,
};
pub use weight::WeightChange;
pub use without::Without;

use crate::agreement::{Scores, disagreement};
use crate::case::Case;
use crate::ranking::{RankedBy, RankedCategory};
use crate::results::ResultsError;
use crate::rules::Aggregate;
use crate::scoring::{Inputs, ScoredCategory, ScoredStage};
use crate::{CategoryCode, EntryCode, Exact, StageCode};
use base::Base;

/// How firm the standing of one category is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Firmness {
    /// The category.
    pub category: CategoryCode,
    /// The places that matter, from the first down, then the cut.
    pub places: Vec<Place>,
    /// The stage that all below is of: the one asked for, or the last one that counts. `None` while nothing is judged.
    pub stage: Option<StageCode>,
    /// What would be without each judge, in the panel's order.
    pub without: Vec<Without>,
    /// What other judges of the same kind would say.
    pub resampled: Result<Resampled, NotResampled>,
    /// How often each entry has each rank over all weights.
    pub acceptability: Vec<Acceptability>,
}

/// One place that matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Which.
    pub boundary: Boundary,
    /// The entries with that rank; at the cut the last ones inside.
    pub above: Vec<EntryCode>,
    /// The next ones below; empty when nobody is.
    pub below: Vec<EntryCode>,
    /// How far their rounded scores are apart.
    pub margin: Option<Exact>,
    /// The smallest change of one mark that changes who stands there.
    pub mark: Result<MarkChange, NoChange>,
    /// The smallest change of one weight that does.
    pub weight: Result<WeightChange, NoChange>,
    /// In a stage, whether the distance is smaller than two entries of equal worth differ by chance: margin² < 2·σ² ÷ judges, with
    /// the variance σ² of one judge's score about what entry and judge explain.
    pub within_disagreement: bool,
}

crate::words! {
    /// Why no single change is named.
    pub enum NoChange {
        /// No change within the bounds does it.
        Nothing = "nothing-does-it",
        /// Scores are standardised over all entries.
        Standardised = "standardised",
    }
}

/// How firm the standings are: of a stage, or the final ones; of one category, or of all that go through it.
///
/// # Errors
/// [`ResultsError`] as for the results of the case.
pub fn firmness(
    case: &Case,
    stage: Option<&StageCode>,
    category: Option<&CategoryCode>,
    seed: u64,
) -> Result<Vec<Firmness>, ResultsError> {
    if let Some(flaw) = case.rules().validate().into_iter().next() {
        return Err(ResultsError::Rules(flaw));
    }
    let view = case.view();
    let inputs = Inputs::new(case, &view);
    let categories = case
        .rules()
        .categories
        .iter()
        .map(|category| &category.code);
    let asked = categories.filter(|code| category.is_none_or(|only| only == *code));
    let of_category = |code: &CategoryCode| {
        let too_large = || ResultsError::TooLarge(code.clone());
        let scored = ScoredCategory::score(&inputs, code).ok_or_else(too_large)?;
        let ranked = RankedCategory::rank(scored);
        let Some(by) = ranked.by(stage) else {
            return Ok(None);
        };
        let base = Base::new(&ranked.scored, &by).ok_or_else(too_large)?;
        Ok(Some(of_standing(ranked, &by, &base, seed)))
    };
    let found = asked.map(of_category).collect::<Result<Vec<_>, _>>()?;
    Ok(found.into_iter().flatten().collect())
}

fn of_standing(ranked: RankedCategory<'_>, by: &RankedBy, base: &Base, seed: u64) -> Firmness {
    let scored = &ranked.scored;
    let stage = by.stages.last().copied();
    let of_stage = stage.map(|stage| &scored.stages[stage]);
    let (without, resampled, acceptability) = match stage {
        Some(stage) => (
            without::without(&ranked, stage),
            resample::resampled(&ranked, stage, seed),
            acceptability::of_stage(&ranked, stage, seed),
        ),
        None => (Vec::new(), Err(NotResampled::NothingFiled), Vec::new()),
    };
    let chance = of_stage
        .filter(|_| !by.is_final)
        .and_then(|stage| chance(scored, stage));
    let code = of_stage.map(|stage| stage.rubric.stage.code.clone());
    Firmness {
        category: scored.category.clone(),
        stage: code,
        without,
        resampled,
        acceptability,
        places: places(ranked.scored, by, base, chance.as_ref()),
    }
}

/// The places with the smallest changes.
fn places(
    mut scored: ScoredCategory<'_>,
    by: &RankedBy,
    base: &Base,
    chance: Option<&Exact>,
) -> Vec<Place> {
    let lines = base.lines.len();
    let relevant = base::relevant_stages(&scored, by);
    let is_standardised =
        |stage: &usize| scored.stages[*stage].rubric.stage.aggregate == Aggregate::StandardisedMean;
    let (weights, marks) = if relevant.iter().any(is_standardised) {
        let none = NoChange::Standardised;
        (vec![Err(none); lines], vec![Err(none); lines])
    } else {
        (
            weight::smallest(&scored, by, base, &relevant),
            mark::smallest(&mut scored, by, base, &relevant),
        )
    };
    let codes = |entries: &[u32]| {
        let codes = entries
            .iter()
            .map(|entry| &scored.entries[*entry as usize].code);
        codes.cloned().collect::<Vec<_>>()
    };
    let changes = marks.into_iter().zip(weights);
    let places = base
        .lines
        .iter()
        .zip(changes)
        .map(|(line, (mark, weight))| {
            let margin = base.margin(line, scored.inputs.rules.rounding.digits);
            Place {
                boundary: line.boundary,
                above: codes(&line.above),
                below: codes(&line.below),
                within_disagreement: margin
                    .as_ref()
                    .zip(chance)
                    .is_some_and(|(margin, chance)| margin.squared() < *chance),
                margin,
                mark,
                weight,
            }
        });
    places.collect()
}

/// The variance of the difference of two entries of equal worth: 2·σ² ÷ judges. `None` where sheets have no score, or nothing is
/// left to judge by.
fn chance(category: &ScoredCategory<'_>, stage: &ScoredStage<'_>) -> Option<Exact> {
    let mut given = Vec::new();
    for (entry, of) in category.entries.iter().enumerate() {
        for (judge, score) in stage.sheet_scores(entry) {
            let judge = category.inputs.judges.get(usize::try_from(judge).ok()?)?;
            given.push((of.code.clone(), judge.code.clone(), score.reduced()));
        }
    }
    let sheets = Exact::whole(i128::try_from(given.len()).ok()?);
    let scores = Scores::new(given);
    let entries = Exact::whole(i128::try_from(scores.entries().len()).ok()?);
    let judges = sheets.checked_div(&entries)?;
    let twice = &disagreement(&scores)? * &Exact::whole(2);
    twice.checked_div(&judges)
}
