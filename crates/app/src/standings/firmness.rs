//! How firm standings are.

use super::subject::{case, category_of, stage_of};
use crate::api::firmness::{
    AcceptabilityRow, FirmPlace, Firmness, FirmnessAsked, MarkMargin, OtherWeights, ResampledEntry,
    ResamplingRow, WeightMargin, WithoutJudge,
};
use crate::{Error, Session};
use judging::firmness::{self as judged, Acceptability, Place, Resampling};
use judging::rules::Rounding;
use judging::{EntryCode, Exact};

/// One seed for all, written beside what was drawn, so that anybody draws the same.
const SEED: u32 = 2027;

/// How firm the standings are: of a stage, or the final ones.
///
/// # Errors
/// That nothing is open, or the stage or category is unknown.
pub fn firmness(session: &Session, asked: FirmnessAsked) -> Result<Firmness, Error> {
    let case = case(session, asked.pack.as_deref())?;
    let stage = stage_of(&case, asked.stage.as_deref())?;
    let category = category_of(&case, asked.category.as_deref())?;
    let found = judged::firmness(&case, stage.as_ref(), category.as_ref(), SEED.into())?;
    let rounding = case.rules().rounding;
    let places = |firm: &judged::Firmness| {
        let places = firm.places.iter();
        let category = firm.category.to_string();
        places
            .map(|firm| place(&category, firm, rounding))
            .collect::<Vec<_>>()
    };
    Ok(Firmness {
        rows: found.iter().flat_map(places).collect(),
        without: found.iter().flat_map(without).collect(),
        resampled: found.iter().flat_map(resampled).collect(),
        resampling: found.iter().map(resampling).collect(),
        weights: OtherWeights {
            seed: SEED,
            draws: u32::try_from(judged::DRAWS).unwrap_or(u32::MAX),
            standard_error: Acceptability::standard_error().significant(3),
            rows: found.iter().flat_map(acceptability).collect(),
        },
    })
}

fn codes(entries: &[EntryCode]) -> Vec<String> {
    entries.iter().map(ToString::to_string).collect()
}

fn place(category: &str, place: &Place, rounding: Rounding) -> FirmPlace {
    let mark = place.mark.as_ref().ok().map(|change| MarkMargin {
        stage: change.stage.to_string(),
        judge: change.judge.to_string(),
        entry: change.entry.to_string(),
        criterion: change.criterion.to_string(),
        from: change.from.to_string(),
        to: change.to.to_string(),
        distance: change.distance().significant(1),
        up: change.to > change.from,
    });
    let weight = place.weight.as_ref().ok().map(|change| WeightMargin {
        stage: change.stage.to_string(),
        criterion: change.criterion.as_ref().map(ToString::to_string),
        from: change.from.to_string(),
        to: change.to.to_string(),
    });
    let margin = place.margin.as_ref();
    FirmPlace {
        category: category.to_owned(),
        boundary: place.boundary.to_string(),
        above: codes(&place.above),
        below: codes(&place.below),
        margin: margin.map(|margin| margin.text(rounding.digits, rounding.mode)),
        no_mark: place.mark.as_ref().err().map(|none| (*none).into()),
        no_weight: place.weight.as_ref().err().map(|none| (*none).into()),
        mark,
        weight,
        within_disagreement: place.within_disagreement,
    }
}

fn stage(firm: &judged::Firmness) -> String {
    let stage = firm.stage.as_ref();
    stage.map_or_else(String::new, ToString::to_string)
}

fn without(firm: &judged::Firmness) -> Vec<WithoutJudge> {
    let row = |without: &judged::Without| WithoutJudge {
        judge: without.judge.to_string(),
        category: firm.category.to_string(),
        stage: stage(firm),
        winners: codes(&without.winners),
        entering: codes(&without.entering),
        leaving: codes(&without.leaving),
        same_order: without.same_order,
    };
    firm.without.iter().map(row).collect()
}

fn resampled(firm: &judged::Firmness) -> Vec<ResampledEntry> {
    let rows = firm.resampled.iter().flat_map(|found| &found.entries);
    let row = |entry: &judged::Resample| ResampledEntry {
        category: firm.category.to_string(),
        stage: stage(firm),
        entry: entry.entry.to_string(),
        winner: entry.winner.to_string(),
        cut: entry.cut.as_ref().map(ToString::to_string),
        word: entry.firm.into(),
        permille: permille(entry.cut.as_ref().unwrap_or(&entry.winner)),
    };
    rows.map(row).collect()
}

/// A share in thousandths, cut off.
fn permille(share: &Exact) -> u32 {
    let thousandths = share * &Exact::whole(1000);
    let text = thousandths.text(0, judging::rules::RoundingMode::Down);
    text.parse().unwrap_or(0)
}

fn resampling(firm: &judged::Firmness) -> ResamplingRow {
    let found = firm.resampled.as_ref();
    let (seed, draws) = match found.map(|found| found.resampling) {
        Ok(Resampling::Sampled { seed, draws }) => (Some(seed), Some(draws)),
        Ok(Resampling::Enumerated) | Err(_) => (None, None),
    };
    let half = Exact::ratio(1, 2).unwrap_or(Exact::ZERO);
    let error = found.map_or(Exact::ZERO, |found| found.resampling.standard_error(&half));
    ResamplingRow {
        category: firm.category.to_string(),
        stage: firm.stage.as_ref().map(ToString::to_string),
        refused: found.err().map(|refused| (*refused).into()),
        judges: found.map_or(0, |found| u32::try_from(found.judges).unwrap_or(u32::MAX)),
        enumerated: found.is_ok() && seed.is_none(),
        seed: seed.map(|seed| seed.to_string()),
        draws: draws.and_then(|draws| u32::try_from(draws).ok()),
        standard_error: error.significant(3),
    }
}

fn acceptability(firm: &judged::Firmness) -> Vec<AcceptabilityRow> {
    let row = |entry: &Acceptability| AcceptabilityRow {
        category: firm.category.to_string(),
        stage: stage(firm),
        entry: entry.entry.to_string(),
        ranks: entry.ranks.iter().map(ToString::to_string).collect(),
        permille: entry.ranks.iter().map(permille).collect(),
    };
    firm.acceptability.iter().map(row).collect()
}
