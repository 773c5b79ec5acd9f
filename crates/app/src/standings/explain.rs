//! One entry explained, alone or against another.

use super::subject::{case, stage_of, title};
use crate::api::explain::{
    Bar, BarKind, ExactFigure, ExplainAsked, Explained, ExplainedSheet, ExplainedSide,
    ExplainedStage, JudgePart, NamedCriterion, Term,
};
use crate::{Error, Session};
use judging::case::Case;
use judging::explain::{self as judged, ExplainError, Explanation};
use judging::rules::Rounding;
use judging::{CriterionCode, EntryCode, Exact, StageCode};

/// Explains the score of an entry, or its difference from another's.
///
/// # Errors
/// That nothing is open, or stage, category or an entry is unknown or has no score.
pub fn explain(session: &Session, asked: ExplainAsked) -> Result<Explained, Error> {
    let case = case(session, asked.pack.as_deref())?;
    let stage = stage_of(&case, asked.stage.as_deref())?;
    let category = crate::rules::category_of(case.rules(), &asked.category)?;
    let code = |text: &str| EntryCode::new(text).map_err(|_| Error::unknown("entry", text));
    let (a, b) = (code(&asked.a)?, asked.b.as_deref().map(code).transpose()?);
    let found = judged::explain(&case, stage.as_ref(), &category, &a, b.as_ref())?;
    Ok(explained(&case, &found))
}

fn explained(case: &Case, found: &Explanation) -> Explained {
    let rounding = case.rules().rounding;
    let sides = std::iter::once(&found.a).chain(&found.b);
    let sides = sides.map(|side| ExplainedSide {
        entry: side.entry.to_string(),
        title: title(case, &side.entry),
        rank: side.rank,
        score: ExactFigure {
            shown: side.score.text.clone(),
            exact: side.score.exact.to_string(),
        },
        deducted: (!side.deducted.is_zero()).then(|| figure(&side.deducted, rounding).shown),
    });
    let terms = found.terms.iter().map(|term| Term {
        stage: term.stage.to_string(),
        criterion: term.criterion.as_ref().map(ToString::to_string),
        judge: term.judge.as_ref().map(ToString::to_string),
        exact: term.exact.to_string(),
    });
    Explained {
        a: found.a.entry.to_string(),
        b: found.b.as_ref().map(|side| side.entry.to_string()),
        difference: ExactFigure {
            shown: found.shown.clone(),
            exact: found.difference.to_string(),
        },
        terms: terms.collect(),
        rounding: found.rounding.to_string(),
        deductions: found.deductions.to_string(),
        decided_by: found.decided_by.as_ref().map(ToString::to_string),
        sides: sides.collect(),
        stages: found.stages.iter().map(|part| stage(case, part)).collect(),
        bars: bars(found, rounding),
    }
}

fn figure(value: &Exact, rounding: Rounding) -> ExactFigure {
    ExactFigure {
        shown: value.text(rounding.digits, rounding.mode),
        exact: value.reduced().to_string(),
    }
}

fn stage(case: &Case, part: &judged::StagePart) -> ExplainedStage {
    let rounding = case.rules().rounding;
    let rules = case.rules().stage(&part.stage);
    let leaves = rules.into_iter().flat_map(|stage| stage.leaves());
    let share = &part.share * &Exact::whole(100);
    let sheets = part.sheets.iter().map(|sheet| ExplainedSheet {
        entry: sheet.entry.to_string(),
        judge: sheet.judge.to_string(),
        score: sheet
            .score
            .as_ref()
            .map(|score| figure(score, rounding).shown),
        stays: sheet.stays,
        marks: sheet
            .marks
            .iter()
            .map(|(_, mark)| mark.as_ref().map(|mark| mark.significant(1)))
            .collect(),
    });
    ExplainedStage {
        stage: part.stage.to_string(),
        name: rules.map_or_else(String::new, |stage| stage.name.clone()),
        share: share.significant(3),
        split: part.split.into(),
        part: figure(&part.exact, rounding),
        criteria: leaves
            .map(|leaf| NamedCriterion {
                code: leaf.code.to_string(),
                name: leaf.name.clone(),
                weight: leaf.weight.to_string(),
            })
            .collect(),
        sheets: sheets.collect(),
    }
}

/// What one bar is of, with its judges' parts.
struct Part<'e> {
    kind: BarKind,
    of: Option<(&'e StageCode, Option<&'e CriterionCode>)>,
    exact: Exact,
    judges: Vec<(String, Exact)>,
}

/// The terms summed by stage and criterion, each bar beginning where the one before ends; then deductions and rounding.
fn bars(found: &Explanation, rounding: Rounding) -> Vec<Bar> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    for term in &found.terms {
        let of = Some((&term.stage, term.criterion.as_ref()));
        let at = parts.iter().position(|part| part.of == of);
        let at = at.unwrap_or_else(|| {
            parts.push(Part {
                kind: BarKind::Marks,
                of,
                exact: Exact::ZERO,
                judges: Vec::new(),
            });
            parts.len() - 1
        });
        parts[at].exact += &term.exact;
        let judge = term.judge.as_ref();
        parts[at]
            .judges
            .extend(judge.map(|judge| (judge.to_string(), term.exact.clone())));
    }
    parts.sort_by_key(|part| std::cmp::Reverse(size(&part.exact)));
    let others = [
        (BarKind::Deductions, &found.deductions),
        (BarKind::Rounding, &found.rounding),
    ];
    parts.extend(
        others
            .into_iter()
            .filter(|(_, exact)| !exact.is_zero())
            .map(|(kind, exact)| Part {
                kind,
                of: None,
                exact: exact.clone(),
                judges: Vec::new(),
            }),
    );
    drawn(parts, rounding)
}

fn drawn(parts: Vec<Part<'_>>, rounding: Rounding) -> Vec<Bar> {
    // One digit more, so that a part that would be shown as nought can be seen.
    let finer = Rounding {
        digits: rounding.digits + 1,
        ..rounding
    };
    let mut ends = vec![Exact::ZERO];
    for part in &parts {
        let end = ends[ends.len() - 1].clone();
        ends.push((&end + &part.exact).reduced());
    }
    let widest = ends.iter().map(size).max().unwrap_or(Exact::ZERO);
    let place = |end: &Exact| {
        let share = (end * &Exact::whole(1000)).checked_div(&widest);
        let text = share.map(|share| share.text(0, rounding.mode));
        text.and_then(|text| text.parse().ok()).unwrap_or(0)
    };
    let bars = parts.into_iter().zip(ends.windows(2)).map(|(part, ends)| {
        let mut judges = part.judges;
        judges.sort_by_key(|(_, exact)| std::cmp::Reverse(size(exact)));
        Bar {
            kind: part.kind,
            stage: part.of.map(|(stage, _)| stage.to_string()),
            criterion: part.of.and_then(|(_, code)| code.map(ToString::to_string)),
            part: figure(&part.exact, finer),
            from: place(&ends[0]),
            to: place(&ends[1]),
            judges: judges
                .into_iter()
                .map(|(judge, exact)| JudgePart {
                    judge,
                    part: figure(&exact, finer),
                })
                .collect(),
        }
    });
    bars.collect()
}

fn size(value: &Exact) -> Exact {
    value.clone().max(&Exact::ZERO - value)
}

impl From<ExplainError> for Error {
    fn from(error: ExplainError) -> Self {
        let code = match &error {
            ExplainError::NoCategory(_) => "unknown-category",
            ExplainError::NotInStage { .. } => "not-in-stage",
            ExplainError::Unknown(_) => "unknown-entry",
            ExplainError::NoScore(_) => "no-score",
            ExplainError::TooLarge(_) => "score-too-large",
        };
        Self::new(code, error.to_string())
    }
}
