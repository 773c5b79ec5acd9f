//! How one judge marks: strict or lenient, far apart or all alike, changing over time, kind to the own institution.
//!
//! Severity is the judge's shift in the additive model. The spread of the own scores (÷ n − 1) stands beside the spread of the
//! levels of the same entries, so that a judge of few or similar entries is not blamed for them: below a third of that, the
//! judge marks everything alike. Drift is the least-squares line through the residuals in the order of marking, and clear
//! beyond three standard errors. What a judge gave the own institution beyond the expected is a mean of residuals.

use super::additive::Additive;
use super::scores::{Scores, mean, squares_about_mean, whole};
use super::spread::Spread;
use crate::{EntryCode, Exact, JudgeCode};
use std::collections::{BTreeMap, BTreeSet};

/// What is known of the judges beside their scores.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Background {
    /// The order in which a judge finished the sheets.
    pub orders: BTreeMap<JudgeCode, Vec<EntryCode>>,
    /// Entries of a judge's own institution.
    pub own: BTreeSet<(JudgeCode, EntryCode)>,
}

/// Sheets below which nothing is said of a judge's habits.
const FEWEST: usize = 3;
/// How many times narrower than the levels a judge's scores are when they are called alike.
const NARROW: i128 = 3;
/// Standard errors beyond which a drift is clear.
const CLEAR: i128 = 3;

/// One judge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgeHabits {
    /// The judge.
    pub judge: JudgeCode,
    /// How many scores the judge gave.
    pub sheets: usize,
    /// The judge's adjusted mean less all: below nought is strict.
    pub severity: Exact,
    /// The spread of the judge's scores; `None` of a single one.
    pub spread: Option<Spread>,
    /// The spread of the levels of the same entries.
    pub levels: Option<Spread>,
    /// Whether the judge marks everything alike.
    pub alike: bool,
    /// How the judge's marks moved in the order of marking; `None` when that is not known of three at least.
    pub drift: Option<Drift>,
    /// What the judge gave entries of the own institution; `None` when there are none.
    pub own: Option<OwnEntries>,
}

/// How a judge's marks moved while marking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drift {
    /// How many scores are in it.
    pub sheets: usize,
    /// From the first to the last, on the line: below nought the judge grew stricter.
    pub change: Exact,
    /// The standard error of that.
    pub error: Spread,
    /// Whether the change is beyond three standard errors.
    pub clear: bool,
}

/// What a judge gave entries of the own institution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnEntries {
    /// The entries.
    pub entries: Vec<EntryCode>,
    /// The mean of what was given beyond the expected.
    pub beyond: Exact,
}

/// The habits of the judge in that column.
pub(super) fn habits(
    scores: &Scores,
    model: &Additive,
    judge: usize,
    background: &Background,
) -> JudgeHabits {
    let given: Vec<&Exact> = scores.of_judge(judge).map(|(_, score)| score).collect();
    let levels = scores
        .of_judge(judge)
        .map(|(entry, _)| &model.levels[entry]);
    let levels: Vec<&Exact> = levels.collect();
    let (spread, expected) = (variance(&given), variance(&levels));
    let narrow = spread
        .as_ref()
        .zip(expected.as_ref())
        .is_some_and(|(own, expected)| &Exact::whole(NARROW).squared() * own < *expected);
    let code = &scores.judges()[judge];
    JudgeHabits {
        judge: code.clone(),
        sheets: given.len(),
        severity: model.severities[judge].clone(),
        alike: narrow && given.len() >= FEWEST,
        spread: spread.map(Spread::of_variance),
        levels: expected.map(Spread::of_variance),
        drift: background
            .orders
            .get(code)
            .and_then(|order| drift(scores, model, judge, order)),
        own: own(scores, model, judge, background),
    }
}

fn variance(values: &[&Exact]) -> Option<Exact> {
    let squares = squares_about_mean(values.iter().copied());
    squares.checked_div(&whole(values.len().checked_sub(1)?))
}

/// What the judge gave an entry beyond the expected.
fn residual(scores: &Scores, model: &Additive, entry: usize, judge: usize) -> Option<Exact> {
    let (_, given) = scores
        .of_entry(entry)
        .find(|(column, _)| *column == judge)?;
    Some((given - &model.expected(entry, judge)).reduced())
}

fn drift(scores: &Scores, model: &Additive, judge: usize, order: &[EntryCode]) -> Option<Drift> {
    let residual = |code| {
        let entry = scores.entries().binary_search(code).ok()?;
        residual(scores, model, entry, judge)
    };
    let rests: Vec<Exact> = order.iter().filter_map(residual).collect();
    if rests.len() < FEWEST {
        return None;
    }
    let positions: Vec<Exact> = (0..rests.len()).map(whole).collect();
    let (middle, level) = (mean(positions.iter())?, mean(rests.iter())?);
    let pairs = positions.iter().zip(&rests);
    let together = pairs.map(|(at, rest)| (&(at - &middle) * &(rest - &level)).reduced());
    let width = squares_about_mean(positions.iter());
    let slope = together.sum::<Exact>().checked_div(&width)?.reduced();
    let explained = &slope.squared() * &width;
    let left = &squares_about_mean(rests.iter()) - &explained;
    let steps = whole(rests.len() - 1);
    let variance = left.checked_div(&(&whole(rests.len() - 2) * &width))?;
    let error = (&variance * &steps.squared()).reduced();
    let change = (&slope * &steps).reduced();
    Some(Drift {
        sheets: rests.len(),
        clear: change.squared() > &Exact::whole(CLEAR).squared() * &error,
        change,
        error: Spread::of_variance(error),
    })
}

fn own(
    scores: &Scores,
    model: &Additive,
    judge: usize,
    background: &Background,
) -> Option<OwnEntries> {
    let code = &scores.judges()[judge];
    let is_own = |entry: &EntryCode| background.own.contains(&(code.clone(), entry.clone()));
    let entries = scores.of_judge(judge).map(|(entry, _)| entry);
    let entries: Vec<usize> = entries
        .filter(|entry| is_own(&scores.entries()[*entry]))
        .collect();
    let beyond = entries
        .iter()
        .filter_map(|entry| residual(scores, model, *entry, judge));
    let beyond: Vec<Exact> = beyond.collect();
    Some(OwnEntries {
        beyond: mean(beyond.iter())?,
        entries: entries
            .iter()
            .map(|entry| scores.entries()[*entry].clone())
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::additive::additive;
    use super::super::scores::tests::table;
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    fn entry(number: usize) -> EntryCode {
        EntryCode::new(&format!("E{number:02}")).unwrap()
    }

    fn of(text: &str, judge: usize, background: &Background) -> JudgeHabits {
        let scores = table(text, false);
        habits(&scores, &additive(&scores).unwrap(), judge, background)
    }

    #[test]
    fn one_mark_for_all_is_alike_and_small_differences_between_like_entries_are_not() {
        let apart = "40 70 / 60 70 / 80 71 / 100 70";
        assert!(of(apart, 1, &Background::default()).alike);
        assert!(!of(apart, 0, &Background::default()).alike);
        let close = "70 70 / 71 70 / 70 71 / 71 71";
        assert!(!of(close, 1, &Background::default()).alike);
    }

    #[test]
    fn a_judge_who_grows_stricter_by_two_points_a_sheet_is_seen() {
        let rows: Vec<String> = (0..12)
            .map(|n| format!("{} {} {}", 50 + n % 3, 51 + n % 2, 72 - 2 * n))
            .collect();
        let order: Vec<EntryCode> = (0..12).map(entry).collect();
        let orders = BTreeMap::from([(JudgeCode::new("J02").unwrap(), order)]);
        let background = Background {
            orders,
            own: BTreeSet::new(),
        };
        let text = rows.join(" / ");
        let drift = of(&text, 2, &background).drift.unwrap();
        assert!(drift.clear && drift.change < Exact::whole(-10), "{drift:?}");
        assert_eq!(of(&text, 0, &background).drift, None);
    }

    #[test]
    fn what_the_own_institution_got_beyond_the_expected_is_counted() {
        let own = BTreeSet::from([(JudgeCode::new("J01").unwrap(), entry(0))]);
        let background = Background {
            orders: BTreeMap::new(),
            own,
        };
        // Without the 4 points for E00 the judge would follow the other exactly.
        let own = of("50 54 / 60 60 / 70 70 / 80 80", 1, &background)
            .own
            .unwrap();
        assert_eq!(
            (own.entries, own.beyond),
            (vec![entry(0)], Exact::ratio(3, 2).unwrap())
        );
    }
}
