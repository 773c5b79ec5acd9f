//! How far the judges of a stage agree, and how each of them marks.

use super::subject::{case, category_of, judged, title};
use crate::api::agreement::{
    Agreement, AgreementAsked, DiscussRow, JudgeGave, JudgeHabitsRow, Needed, OutlierRow,
};
use crate::{Error, Session};
use judging::agreement::{Background, Dispute, JudgeHabits, Outlier, Scores, Spread};
use judging::case::Case;
use judging::results::results;
use judging::{Exact, JudgeCode};

/// Significant digits of coefficients.
const DIGITS: u32 = 16;

/// How far the judges of a stage agree.
///
/// # Errors
/// That nothing is open, or the stage or category is unknown.
pub fn agreement(session: &Session, asked: AgreementAsked) -> Result<Agreement, Error> {
    let case = case(session, asked.pack.as_deref())?;
    let stage = judged(&case, &asked.stage)?;
    let category = category_of(&case, asked.category.as_deref())?;
    let results = results(&case)?;
    let result = results.stage(&stage);
    let result = result.ok_or_else(|| Error::unknown("stage", &stage))?;
    let scores = Scores::of_stage(result, category.as_ref());
    // The order of marking travels with the hand-overs of a later format; own institutions are not known yet.
    let background = Background::default();
    let found = scores.and_then(|scores| judging::agreement::agreement(&scores, &background));
    Ok(match found {
        Ok(found) => said(&case, &found),
        Err(refused) => Agreement {
            refused: Some(refused.to_string()),
            ..Agreement::default()
        },
    })
}

fn said(case: &Case, found: &judging::agreement::Agreement) -> Agreement {
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let coefficient = |value: &Option<Exact>| value.as_ref().map(|exact| exact.significant(DIGITS));
    let shown = Shown { case };
    Agreement {
        entries: count(found.entries),
        judges: count(found.judges),
        sheets: count(found.sheets),
        complete: count(found.complete),
        icc21: coefficient(&found.icc21),
        icc2k: coefficient(&found.icc2k),
        kendall_w: coefficient(&found.kendall_w),
        alpha: coefficient(&found.alpha),
        reading: found.reading.map(Into::into),
        needed: Needed {
            low: found.needed_70,
            high: found.needed_90,
        },
        rows: found.rows.iter().map(|judge| shown.judge(judge)).collect(),
        outliers: found
            .outliers
            .iter()
            .map(|outlier| shown.outlier(outlier))
            .collect(),
        discuss: found
            .discuss
            .iter()
            .map(|dispute| shown.dispute(dispute))
            .collect(),
        refused: None,
    }
}

/// Numbers with the digits of the rules.
struct Shown<'a> {
    case: &'a Case,
}

impl Shown<'_> {
    fn text(&self, value: &Exact) -> String {
        let rounding = self.case.rules().rounding;
        value.text(rounding.digits, rounding.mode)
    }

    fn judge(&self, habits: &JudgeHabits) -> JudgeHabitsRow {
        let mut judges = self.case.judges.iter();
        let judge = judges.find(|judge| judge.code == habits.judge);
        let spread = habits.spread.as_ref().map(Spread::value);
        let drift = habits.drift.as_ref();
        JudgeHabitsRow {
            judge: habits.judge.to_string(),
            name: judge.map_or_else(String::new, |judge| judge.name.clone()),
            severity: habits.severity.significant(DIGITS),
            severity_shown: self.text(&habits.severity),
            spread_shown: spread.as_ref().map(|spread| self.text(spread)),
            spread: spread.map(|spread| spread.significant(DIGITS)),
            sheets: u32::try_from(habits.sheets).unwrap_or(u32::MAX),
            alike: habits.alike,
            drift: drift.map(|drift| self.text(&drift.change)),
            drift_clear: drift.is_some_and(|drift| drift.clear),
        }
    }

    fn outlier(&self, outlier: &Outlier) -> OutlierRow {
        OutlierRow {
            entry: outlier.entry.to_string(),
            judge: outlier.judge.to_string(),
            given: self.text(&outlier.given),
            expected: self.text(&outlier.expected),
        }
    }

    fn dispute(&self, dispute: &Dispute) -> DiscussRow {
        let gave = |(judge, score): &(JudgeCode, Exact)| JudgeGave {
            judge: judge.to_string(),
            score: self.text(score),
        };
        DiscussRow {
            entry: dispute.entry.to_string(),
            title: title(self.case, &dispute.entry),
            spread: self.text(&dispute.spread.value()),
            expected: self.text(&dispute.expected.value()),
            lowest: gave(&dispute.lowest),
            highest: gave(&dispute.highest),
        }
    }
}
