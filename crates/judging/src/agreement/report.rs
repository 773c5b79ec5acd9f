//! All that is said of the judges of one stage, with what it rests on.

use super::additive::{additive, residual_variance};
use super::alpha::alpha;
use super::concordance::kendall_w;
use super::disputes::{Dispute, disputes};
use super::habits::{Background, JudgeHabits, habits};
use super::reading::Reading;
use super::residuals::{Expected, Outlier, outliers};
use super::scores::Scores;
use super::variance::{MeanSquares, judges_needed};
use crate::results::{SheetOutcome, StageResult};
use crate::rules::RoundingLevel;
use crate::{CategoryCode, Exact, JudgeCode};

/// How far the judges agree, and how each of them marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// Entries with a score.
    pub entries: usize,
    /// Judges who gave one.
    pub judges: usize,
    /// Scores there are.
    pub sheets: usize,
    /// Entries that every judge marked: on them the two ICC and W rest, alpha and severities on all.
    pub complete: usize,
    /// How far one judge's marks would do; `None` with fewer than two complete entries, or when nothing varies.
    pub icc21: Option<Exact>,
    /// How far the mean of these judges will do.
    pub icc2k: Option<Exact>,
    /// How alike judges order the entries.
    pub kendall_w: Option<Exact>,
    /// Agreement beyond chance.
    pub alpha: Option<Exact>,
    /// `icc2k` in a word.
    pub reading: Option<Reading>,
    /// Judges needed for a reliability of .7, enough for low stakes.
    pub needed_70: Option<u32>,
    /// Judges needed for .9, enough for high stakes.
    pub needed_90: Option<u32>,
    /// The variance of one score about what entry and judge explain.
    pub disagreement: Option<Exact>,
    /// The judges, by code.
    pub rows: Vec<JudgeHabits>,
    /// Scores that stand out, the furthest first.
    pub outliers: Vec<Outlier>,
    /// Entries to talk about, the most disputed first.
    pub discuss: Vec<Dispute>,
}

impl Agreement {
    /// Whether every judge marked every entry, so that severity alone moves no rank.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.complete == self.entries
    }
}

/// Why nothing can be said.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Nobody has a whole sheet to compare.
    #[error("each criterion has its own judges: they cannot be compared")]
    JudgedByCriterion,
    /// It takes two judges and two entries.
    #[error("it takes two judges and two entries with sheets that count")]
    TooFew,
    /// Groups of judges have no entry in common.
    #[error("judges have no entry in common: {}", list(.0))]
    Apart(Vec<Vec<JudgeCode>>),
}

fn list(groups: &[Vec<JudgeCode>]) -> String {
    let group = |group: &Vec<JudgeCode>| {
        let codes: Vec<&str> = group.iter().map(JudgeCode::as_str).collect();
        codes.join(", ")
    };
    let groups: Vec<String> = groups.iter().map(group).collect();
    groups.join(" | ")
}

impl Scores {
    /// The scores of the sheets that count in a stage, as they enter an entry's score; of one category, or of all.
    ///
    /// # Errors
    /// [`Refused::JudgedByCriterion`] where sheets have no score.
    pub fn of_stage(stage: &StageResult, category: Option<&CategoryCode>) -> Result<Self, Refused> {
        let rounded = stage.standings.rounding.at == RoundingLevel::Sheet;
        let rankings = stage.standings.rankings.iter();
        let asked =
            rankings.filter(|ranking| category.is_none_or(|code| ranking.category == *code));
        let mut given = Vec::new();
        for row in asked.flat_map(|ranking| &ranking.rows) {
            for sheet in stage.sheets_of(&row.entry) {
                let SheetOutcome::Counted { score } = &sheet.outcome else {
                    continue;
                };
                let score = score.as_ref().ok_or(Refused::JudgedByCriterion)?;
                let score = if rounded {
                    &score.rounded
                } else {
                    &score.exact
                };
                given.push((row.entry.clone(), sheet.judge.clone(), score.reduced()));
            }
        }
        Ok(Self::new(given))
    }
}

/// The variance of one score about what entry and judge explain; `None` where judges have no entries in common, or nothing
/// is left to judge it by.
#[must_use]
pub fn disagreement(scores: &Scores) -> Option<Exact> {
    residual_variance(scores, &additive(scores).ok()?)
}

/// What is said of the judges who gave these scores.
///
/// # Errors
/// [`Refused`] when there is too little, or the judges have no entries in common.
pub fn agreement(scores: &Scores, background: &Background) -> Result<Agreement, Refused> {
    if scores.judges().len() < 2 || scores.entries().len() < 2 {
        return Err(Refused::TooFew);
    }
    let model = additive(scores).map_err(Refused::Apart)?;
    let complete = scores.complete();
    let squares = MeanSquares::new(&complete);
    let icc21 = squares.as_ref().and_then(MeanSquares::icc21);
    let icc2k = squares.as_ref().and_then(MeanSquares::icc2k);
    let expected = Expected::new(scores, &model);
    let needed = |tenths| judges_needed(icc21.as_ref()?, &Exact::ratio(tenths, 10)?);
    let judges = 0..scores.judges().len();
    Ok(Agreement {
        entries: scores.entries().len(),
        judges: scores.judges().len(),
        sheets: scores.count(),
        complete: complete.len(),
        needed_70: needed(7),
        needed_90: needed(9),
        reading: icc2k.as_ref().map(Reading::of),
        kendall_w: kendall_w(&complete),
        alpha: alpha(scores),
        disagreement: residual_variance(scores, &model),
        rows: judges
            .map(|judge| habits(scores, &model, judge, background))
            .collect(),
        outliers: expected
            .as_ref()
            .map_or_else(Vec::new, |e| outliers(scores, &model, e)),
        discuss: expected
            .as_ref()
            .map_or_else(Vec::new, |e| disputes(scores, &model, e)),
        icc21,
        icc2k,
    })
}

#[cfg(test)]
mod tests {
    use super::super::scores::tests::{PARIS, WITH_GAPS, table};
    use super::*;

    #[test]
    fn the_report_rests_icc_on_complete_entries_and_severity_on_all() {
        let paris = agreement(&table(PARIS, true), &Background::default()).unwrap();
        assert_eq!((paris.entries, paris.judges, paris.complete), (10, 11, 10));
        assert_eq!((paris.needed_70, paris.needed_90), (Some(9), Some(32)));
        assert_eq!(paris.reading, Some(Reading::Good));
        assert!(paris.is_complete());
        let gaps = agreement(&table(WITH_GAPS, false), &Background::default()).unwrap();
        assert_eq!((gaps.complete, &gaps.icc21), (1, &None));
        assert_eq!(gaps.rows.len(), 4);
        assert!(!gaps.is_complete());
    }

    #[test]
    fn too_little_and_panels_without_a_common_entry_are_refused_in_words() {
        let refused = |text| agreement(&table(text, false), &Background::default()).unwrap_err();
        assert_eq!(refused("1 2"), Refused::TooFew);
        let apart = refused("1 2 · · / · · 5 6").to_string();
        assert_eq!(apart, "judges have no entry in common: J00, J01 | J02, J03");
    }
}
