//! Explanations add up exactly, and to what the independent recomputation says of unrounded scores.

use crate::competition::Competition;
use crate::naive::Naive;
use judging::explain::{Explanation, Split, explain};
use judging::ranking::Row;
use judging::results::results;
use judging::rules::{Aggregate, RoundingLevel};
use judging::{CategoryCode, Exact, StageCode};
use num_rational::BigRational;
use proptest::prelude::*;

fn sum<'a>(terms: impl Iterator<Item = &'a Exact>) -> BigRational {
    terms.map(BigRational::from).sum()
}

/// A standing with the rows that have a score.
struct Scored<'r> {
    stage: Option<(usize, StageCode)>,
    category: CategoryCode,
    rows: Vec<&'r Row>,
}

fn check(
    competition: &Competition,
    scored: &Scored<'_>,
    found: &Explanation,
) -> Result<(), TestCaseError> {
    let terms = sum(found.terms.iter().map(|term| &term.exact));
    let all = &terms + sum([&found.rounding, &found.deductions].into_iter());
    let rounded = |code: &judging::EntryCode| {
        let row = scored.rows.iter().find(|row| row.entry == *code).unwrap();
        BigRational::from(&row.score.as_ref().unwrap().rounded)
    };
    let b = found.b.as_ref().map(|side| rounded(&side.entry));
    let difference = rounded(&found.a.entry) - b.unwrap_or_default();
    prop_assert_eq!(&all, &difference);
    prop_assert_eq!(BigRational::from(&found.difference), difference);
    prop_assert_eq!(&sum(found.stages.iter().map(|stage| &stage.exact)), &terms);

    // Rounded at the end alone, the exact scores are the unrounded ones.
    if competition.rules.rounding.at == RoundingLevel::Final {
        let naive = Naive::new(competition);
        let lines = match &scored.stage {
            Some((n, _)) => naive.stage(*n, &scored.category),
            None => naive.overall(&scored.category),
        };
        let exact = |code| lines[code].exact.clone().unwrap();
        let b = found.b.as_ref().map(|side| exact(&side.entry));
        let unrounded = exact(&found.a.entry) - b.unwrap_or_default();
        prop_assert_eq!(terms + BigRational::from(&found.deductions), unrounded);
    }
    Ok(())
}

/// The row below another is parted from it by the step that its own row names.
fn same_step(scored: &Scored<'_>, at: usize, found: &Explanation) -> Result<(), TestCaseError> {
    let (Some(b), Some(below)) = (&found.b, scored.rows.get(at + 1)) else {
        return Ok(());
    };
    let (Some(rank), Some(lower)) = (found.a.rank, b.rank) else {
        return Ok(());
    };
    let parted = below.parted_by.clone().filter(|_| rank < lower);
    prop_assert_eq!(&found.decided_by, &parted);
    let equal = found.a.score.rounded == b.score.rounded;
    prop_assert_eq!(parted.is_some() || rank == lower, equal);
    Ok(())
}

/// The judge's part by going through every order in which the judges can change from the one entry to the other.
fn by_all_orders(aggregate: Aggregate, a: &[BigRational], b: &[BigRational]) -> Vec<BigRational> {
    let judges = a.len();
    let mut parts = vec![BigRational::default(); judges];
    let mut orders = 0;
    let mut order: Vec<usize> = (0..judges).collect();
    permute(&mut order, 0, &mut |order| {
        orders += 1;
        let mut scores = b.to_vec();
        let mut before = middle(aggregate, &scores);
        for &judge in order {
            scores[judge] = a[judge].clone();
            let after = middle(aggregate, &scores);
            parts[judge] += &after - &before;
            before = after;
        }
    });
    parts
        .iter()
        .map(|part| part / BigRational::from_integer(orders.into()))
        .collect()
}

fn permute(order: &mut Vec<usize>, at: usize, each: &mut impl FnMut(&[usize])) {
    if at == order.len() {
        each(order);
    }
    for other in at..order.len() {
        order.swap(at, other);
        permute(order, at + 1, each);
        order.swap(at, other);
    }
}

/// A median or trimmed mean.
fn middle(aggregate: Aggregate, scores: &[BigRational]) -> BigRational {
    let mut sorted = scores.to_vec();
    sorted.sort();
    let off = match aggregate {
        Aggregate::Median => (sorted.len() - 1) / 2,
        Aggregate::TrimmedMean { trim } => trim as usize,
        _ => panic!("by order only"),
    };
    let kept = &sorted[off..sorted.len() - off];
    kept.iter().sum::<BigRational>() / BigRational::from_integer(kept.len().into())
}

/// In a stage with Shapley values: each judge's terms together are the judge's part.
fn check_shapley(competition: &Competition, found: &Explanation) -> Result<(), TestCaseError> {
    let (Some(b), [stage]) = (&found.b, &found.stages[..]) else {
        return Ok(());
    };
    let scores = |code: &judging::EntryCode| {
        let sheets = stage.sheets.iter().filter(|sheet| sheet.entry == *code);
        let scores = sheets.map(|sheet| sheet.score.as_ref().map(BigRational::from));
        scores.collect::<Option<Vec<_>>>()
    };
    let (Some(ours), Some(theirs)) = (scores(&found.a.entry), scores(&b.entry)) else {
        return Ok(());
    };
    if stage.split != Split::Shapley || ours.len() > 5 {
        return Ok(());
    }
    let aggregate = competition.rules.stage(&stage.stage).unwrap().aggregate;
    let parts = by_all_orders(aggregate, &ours, &theirs);
    let sheets = stage.sheets.iter().filter(|sheet| sheet.entry == b.entry);
    for (sheet, part) in sheets.zip(parts) {
        let own = found
            .terms
            .iter()
            .filter(|term| term.judge.as_ref() == Some(&sheet.judge));
        let own = sum(own.map(|term| &term.exact));
        prop_assert_eq!(own, part * BigRational::from(&stage.share));
    }
    Ok(())
}

fn holds(seed: u64) -> Result<(), TestCaseError> {
    let competition = Competition::made_up(seed);
    let case = competition.case();
    let results = results(&case).unwrap();
    let stages = results.stages.iter().enumerate();
    let stages = stages.map(|(n, result)| (Some((n, result.stage.clone())), &result.standings));
    for (stage, standings) in stages.chain([(None, &results.overall)]) {
        for ranking in &standings.rankings {
            let rows = ranking.rows.iter().filter(|row| row.score.is_some());
            let scored = Scored {
                stage: stage.clone(),
                category: ranking.category.clone(),
                rows: rows.collect(),
            };
            let of = stage.as_ref().map(|(_, code)| code);
            for (at, row) in scored.rows.iter().enumerate() {
                let b = scored.rows.get((at + 1) % scored.rows.len());
                for b in [None, b.map(|row| &row.entry)] {
                    let found = explain(&case, of, &scored.category, &row.entry, b).unwrap();
                    prop_assert_eq!(found.a.rank, row.rank);
                    same_step(&scored, at, &found)?;
                    check(&competition, &scored, &found)?;
                    check_shapley(&competition, &found)?;
                }
            }
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn terms_rounding_and_deductions_are_the_difference_exactly(seed: u64) {
        holds(seed)?;
    }
}
