//! The same standings, computed anew: plainly, from the definitions, with nothing of the program.

use super::case::{Aggregate, Case, RoundedAt, Score, Stage, Statement};
use super::fraction::{Fraction, hundredths, round, shown, sum, whole};
use num_traits::{One, Zero};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// What a row must say. An entry listed apart has neither rank nor score here.
#[derive(Debug, PartialEq, Eq)]
pub struct Expected {
    pub title: String,
    pub rank: Option<u64>,
    pub status: String,
    pub score: Option<String>,
    pub exact: Option<String>,
    pub tied: bool,
}

/// The standing of the stage at this place: of the entries that go through it.
pub fn stage(case: &Case, at: usize) -> Vec<Expected> {
    let stage = &case.stages[at];
    let rows = rank(case, &case.stages[at..=at], |entry| {
        stage_score(case, at, entry)
    });
    let listed = rows.into_iter().zip(&case.entries);
    let listed = listed.filter(|(_, entry)| stage.is_for(&entry.category));
    listed.map(|(row, _)| row).collect()
}

/// The final standing.
pub fn overall(case: &Case) -> Vec<Expected> {
    let ladders = if case.stages.len() == 1 {
        &case.stages[..]
    } else {
        &[]
    };
    rank(case, ladders, |entry| {
        let mut weights = Fraction::zero();
        let mut score = Fraction::zero();
        for (at, stage) in case
            .stages
            .iter()
            .enumerate()
            .filter(|(at, _)| begun(case, *at, entry))
        {
            let counts = stage_score(case, at, entry)?;
            let counts = if case.at <= RoundedAt::Stage {
                rounded(case, &counts)
            } else {
                counts
            };
            score += counts * hundredths(stage.weight);
            weights += hundredths(stage.weight);
        }
        let (deducted, points) = case.deducted;
        let less = if deducted == entry {
            hundredths(points)
        } else {
            Fraction::zero()
        };
        Some(score / weights - less)
    })
}

/// Whether anybody filed in this stage for the entry's category.
fn begun(case: &Case, stage: usize, entry: usize) -> bool {
    let category = &case.entries[entry].category;
    case.said.iter().any(|((at, other, _), said)| {
        *at == stage
            && case.entries[*other].category == *category
            && matches!(said, Statement::Marks(_))
    })
}

fn rounded(case: &Case, value: &Fraction) -> Fraction {
    round(value, case.digits, case.mode)
}

/// The stage score before it is rounded; none when the entry is incomplete.
fn stage_score(case: &Case, at: usize, entry: usize) -> Option<Fraction> {
    let stage = &case.stages[at];
    let mut sheets: Vec<Fraction> = Vec::new();
    let mut owing = 0;
    for judge in 0..case.judges.len() {
        match case.said.get(&(at, entry, judge)) {
            Some(Statement::Recused) => {}
            Some(Statement::Marks(marks)) => {
                let score = sheet_score(stage, marks);
                sheets.push(if case.at == RoundedAt::Sheet {
                    rounded(case, &score)
                } else {
                    score
                });
            }
            None => owing += 1,
        }
    }
    let enough = match stage.min_judges {
        None => owing == 0,
        Some(least) => sheets.len() >= least,
    };
    if enough {
        aggregated(stage.aggregate, sheets)
    } else {
        None
    }
}

fn sheet_score(stage: &Stage, marks: &BTreeMap<usize, i64>) -> Fraction {
    let mut gained = Fraction::zero();
    let mut most = Fraction::zero();
    for (leaf, mark) in marks {
        let criterion = &stage.criteria[*leaf];
        let weight = match stage.score {
            Score::Points => hundredths(criterion.weight),
            Score::WeightedMean | Score::Percent => share(stage, *leaf),
        };
        let (_, max, _) = criterion.scale.unwrap();
        gained += &weight * hundredths(*mark);
        most += &weight * hundredths(max);
    }
    match stage.score {
        Score::WeightedMean | Score::Points => gained,
        Score::Percent => whole(100) * gained / most,
    }
}

/// A leaf's share of the whole: weight ÷ sum of the siblings' weights, multiplied along its path.
fn share(stage: &Stage, place: usize) -> Fraction {
    let criterion = &stage.criteria[place];
    let siblings = stage
        .criteria
        .iter()
        .filter(|other| other.parent == criterion.parent);
    let all: i64 = siblings.map(|other| other.weight).sum();
    let own = hundredths(criterion.weight) / hundredths(all);
    own * criterion
        .parent
        .map_or_else(Fraction::one, |parent| share(stage, parent))
}

fn aggregated(how: Aggregate, mut values: Vec<Fraction>) -> Option<Fraction> {
    values.sort();
    let kept = match how {
        Aggregate::Mean | Aggregate::Sum => &values[..],
        Aggregate::Trimmed => values.get(1..values.len().checked_sub(1)?)?,
        Aggregate::Median => &values[values.len().checked_sub(1)? / 2..=values.len() / 2],
    };
    if kept.is_empty() {
        return None;
    }
    let total = sum(kept);
    Some(if how == Aggregate::Sum {
        total
    } else {
        total / whole(kept.len())
    })
}

/// Orders the entries of each category by their rounded scores and the ladder of the one stage given, if any.
fn rank(
    case: &Case,
    ladder_of: &[Stage],
    score: impl Fn(usize) -> Option<Fraction>,
) -> Vec<Expected> {
    let steps: &[usize] = ladder_of.first().map_or(&[], |stage| &stage.ladder);
    let scores: Vec<Option<Fraction>> = (0..case.entries.len()).map(score).collect();
    let ranked = |entry: usize| {
        scores[entry]
            .as_ref()
            .filter(|_| entry != case.disqualified)
    };
    let stage = ladder_of.first().map_or(0, |stage| {
        case.stages
            .iter()
            .position(|s| s.code == stage.code)
            .unwrap()
    });
    let key = |entry: usize| {
        let criterion = |leaf: &usize| criterion_marks(case, stage, *leaf, entry);
        ranked(entry).map(|exact| {
            (
                rounded(case, exact),
                steps.iter().map(criterion).collect::<Vec<_>>(),
            )
        })
    };
    let one = |entry: usize| {
        let registered = &case.entries[entry];
        let Some(exact) = ranked(entry) else {
            let status = if entry == case.disqualified {
                "disqualified"
            } else {
                "incomplete"
            };
            return Expected {
                title: registered.title.clone(),
                rank: None,
                status: status.into(),
                score: None,
                exact: None,
                tied: false,
            };
        };
        let own = key(entry);
        let rivals = (0..case.entries.len()).filter(|other| {
            *other != entry && case.entries[*other].category == registered.category
        });
        let against: Vec<Ordering> = rivals
            .filter_map(|other| key(other).map(|key| Some(key).cmp(&own)))
            .collect();
        Expected {
            title: registered.title.clone(),
            rank: Some(1 + against.iter().filter(|order| order.is_gt()).count() as u64),
            status: "ranked".into(),
            score: Some(shown(&rounded(case, exact), case.digits)),
            exact: Some(exact.to_string()),
            tied: against.contains(&Ordering::Equal),
        }
    };
    (0..case.entries.len()).map(one).collect()
}

/// One criterion's marks, aggregated as the stage aggregates.
fn criterion_marks(case: &Case, stage: usize, leaf: usize, entry: usize) -> Option<Fraction> {
    let said = (0..case.judges.len()).filter_map(|judge| case.said.get(&(stage, entry, judge)));
    let marks = said.filter_map(|said| match said {
        Statement::Marks(marks) => Some(hundredths(marks[&leaf])),
        Statement::Recused => None,
    });
    aggregated(case.stages[stage].aggregate, marks.collect())
}
