//! Standings agree with an independent recomputation.

use crate::competition::Competition;
use crate::naive::{Line, Lines, Naive};
use judging::ranking::{Ranking, Row};
use judging::results::results;
use judging::rules::RoundingLevel;
use judging::{EntryCode, Exact};
use num_rational::BigRational;
use proptest::prelude::*;

fn seen(row: &Row) -> Line {
    let sum: Exact = row.criteria.iter().map(|c| c.weighted.clone()).sum();
    Line {
        status: row.status.code(),
        rank: row.rank,
        tied: row.tied,
        decided_by: row.decided_by.as_ref().map(ToString::to_string),
        exact: row
            .score
            .as_ref()
            .map(|score| BigRational::from(&score.exact)),
        text: row.score.as_ref().map(|score| score.text.clone()),
        shortlisted: row.shortlisted,
        contributions: (!row.criteria.is_empty()).then(|| BigRational::from(&sum)),
    }
}

/// Compares every line, and that ranked rows stand in the order of their ranks before the others.
fn same(ranking: &Ranking, expected: &Lines) -> Result<(), TestCaseError> {
    let lines = ranking.rows.iter().map(|row| {
        (
            row.entry.clone(),
            Line {
                contributions: None,
                ..seen(row)
            },
        )
    });
    let lines: Vec<(EntryCode, Line)> = lines.collect();
    let mut sorted = lines.clone();
    sorted.sort_by_key(|(entry, _)| entry.clone());
    let wanted: Vec<(EntryCode, Line)> = expected.clone().into_iter().collect();
    prop_assert_eq!(sorted, wanted);
    let ranks: Vec<u32> = lines
        .iter()
        .map(|(_, l)| l.rank.unwrap_or(u32::MAX))
        .collect();
    prop_assert!(ranks.is_sorted(), "{:?}", ranks);
    Ok(())
}

fn agree(seed: u64) -> Result<(), TestCaseError> {
    let competition = Competition::made_up(seed);
    let results = results(&competition.case()).unwrap();
    let naive = Naive::new(&competition);
    prop_assert_eq!(
        results.stages.len(),
        competition.rules.judged_stages().count()
    );
    for (n, result) in results.stages.iter().enumerate() {
        let standings = &result.standings;
        let categories = competition.rules.categories.iter();
        let through = categories.filter(|category| naive.goes_through(n, &category.code));
        prop_assert_eq!(through.count(), standings.rankings.len());
        for ranking in &standings.rankings {
            prop_assert!(naive.goes_through(n, &ranking.category));
            same(ranking, &naive.stage(n, &ranking.category))?;
            for row in &ranking.rows {
                let line = seen(row);
                if competition.rules.rounding.at != RoundingLevel::Sheet {
                    prop_assert_eq!(line.contributions, line.exact, "contributions add up");
                }
            }
        }
    }
    for ranking in &results.overall.rankings {
        same(ranking, &naive.overall(&ranking.category))?;
    }
    Ok(())
}

proptest! {
    #[test]
    fn standings_agree_with_a_recomputation_by_hand(seed: u64) {
        agree(seed)?;
    }
}
