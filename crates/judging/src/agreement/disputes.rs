//! Entries on which the panel disagrees most: the list for the plenary.
//!
//! The spread of an entry's scores (÷ n − 1) once each judge's severity is taken off, against the spread to expect at its level.
//! An entry is on the list when its variance is more than twice the expected; the worst comes first.

use super::additive::Additive;
use super::residuals::Expected;
use super::scores::{Scores, squares_about_mean, whole};
use super::spread::Spread;
use crate::{EntryCode, Exact, JudgeCode};

/// How many times the expected variance puts an entry on the list.
const TOO_FAR: i128 = 2;

/// An entry to talk about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispute {
    /// The entry.
    pub entry: EntryCode,
    /// How far its judges are apart, severities taken off.
    pub spread: Spread,
    /// How far they were to be expected.
    pub expected: Spread,
    /// Who gave least for what the judge usually gives, and what.
    pub lowest: (JudgeCode, Exact),
    /// Who gave most, and what.
    pub highest: (JudgeCode, Exact),
}

/// The disputed entries, the worst first.
pub(super) fn disputes(scores: &Scores, model: &Additive, expected: &Expected) -> Vec<Dispute> {
    let entries = 0..scores.entries().len();
    let disputed = entries.filter_map(|entry| dispute(scores, model, expected, entry));
    let mut disputed: Vec<(Exact, Dispute)> = disputed.collect();
    disputed.sort_by(|(a, _), (b, _)| b.cmp(a));
    disputed.into_iter().map(|(_, dispute)| dispute).collect()
}

fn dispute(
    scores: &Scores,
    model: &Additive,
    expected: &Expected,
    entry: usize,
) -> Option<(Exact, Dispute)> {
    let fair = scores
        .of_entry(entry)
        .map(|(judge, score)| ((score - &model.severities[judge]).reduced(), judge, score));
    let fair: Vec<(Exact, usize, &Exact)> = fair.collect();
    let squares = squares_about_mean(fair.iter().map(|(score, ..)| score));
    let variance = squares.checked_div(&whole(fair.len().checked_sub(1)?))?;
    let usual = expected.variance(&model.levels[entry]);
    let times = variance.checked_div(&usual)?;
    if times <= Exact::whole(TOO_FAR) {
        return None;
    }
    let named = |(_, judge, score): &(Exact, usize, &Exact)| {
        (scores.judges()[*judge].clone(), (*score).clone())
    };
    let dispute = Dispute {
        entry: scores.entries()[entry].clone(),
        spread: Spread::of_variance(variance.reduced()),
        expected: Spread::of_variance(usual),
        lowest: named(fair.iter().min_by(|a, b| a.0.cmp(&b.0))?),
        highest: named(fair.iter().max_by(|a, b| a.0.cmp(&b.0))?),
    };
    Some((times, dispute))
}

#[cfg(test)]
mod tests {
    use super::super::additive::additive;
    use super::super::scores::tests::table;
    use super::*;

    #[test]
    fn the_entry_that_split_the_panel_is_on_the_list_and_severity_alone_is_not() {
        let scores = table(
            "50 51 40 / 55 54 45 / 60 61 50 / 65 64 55 / 70 71 60 / 40 80 50 / 75 74 65 / 80 81 70",
            false,
        );
        let model = additive(&scores).unwrap();
        let expected = Expected::new(&scores, &model).unwrap();
        let disputes = disputes(&scores, &model, &expected);
        assert_eq!(disputes.len(), 1);
        assert_eq!(disputes[0].entry.as_str(), "E05");
        assert_eq!(disputes[0].lowest.0.as_str(), "J00");
        assert_eq!(
            disputes[0].highest,
            (JudgeCode::new("J01").unwrap(), Exact::whole(80))
        );
    }
}
