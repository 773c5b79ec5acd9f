//! The made-up competitions reach what the laws speak of: a law over cases that never happen holds of anything.

use crate::competition::Competition;
use judging::progress::{Covered, coverage, owed};
use judging::ranking::Row;
use judging::results::results;
use std::collections::BTreeSet;

/// What a row shows, in words.
fn features(row: &Row, of: &str) -> BTreeSet<String> {
    let mut features = BTreeSet::from([format!("{of} {}", row.status.code())]);
    let mut note = |holds: bool, what: &str| {
        if holds {
            features.insert(format!("{of} {what}"));
        }
    };
    note(row.tied, "tied");
    note(row.across_cut, "across the cut");
    note(row.of_filed, "of filed");
    note(!row.recused.is_empty(), "recused");
    note(!row.unassigned.is_empty(), "unassigned");
    note(row.shortlisted == Some(false), "cut off");
    note(!row.deducted.is_zero(), "deducted");
    if let Some(step) = &row.decided_by {
        let step = step.to_string();
        let kind = step.split(':').next().unwrap();
        features.insert(format!("{of} decided by {kind}"));
    }
    features
}

#[test]
fn made_up_competitions_reach_every_corner() {
    let mut seen = BTreeSet::new();
    for seed in 0..2500 {
        let competition = Competition::made_up(seed);
        let case = competition.case();
        let results = results(&case).unwrap();
        let stages = results.stages.iter();
        let all = stages.map(|result| ("stage", &result.standings));
        for (of, standings) in all.chain([("final", &results.overall)]) {
            let some = standings.rankings.len() < competition.rules.categories.len();
            seen.extend(some.then(|| format!("{of} of some categories")));
            for row in standings.rankings.iter().flat_map(|ranking| &ranking.rows) {
                seen.extend(features(row, of));
            }
        }
        let owed = owed(&case, &results);
        let assigned: usize = owed.iter().map(|owed| owed.assigned()).sum();
        let coverage = coverage(&case, &results);
        assert_eq!(
            assigned,
            coverage.iter().map(|entry| entry.assigned as usize).sum()
        );
        for one in &coverage {
            seen.insert(format!("{:?}", one.covered));
            assert!(one.filed + one.recused + one.conflict <= one.assigned);
            assert_eq!(one.covered == Covered::NoJudge, one.assigned == one.recused);
        }
    }
    let statuses = [
        "ranked",
        "incomplete",
        "conflict",
        "withdrawn",
        "disqualified",
    ];
    let notes = ["tied", "of filed", "recused", "unassigned"];
    let steps = [
        "criterion",
        "stage",
        "highest-median",
        "head-to-head",
        "chair",
    ];
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    for of in ["stage", "final"] {
        wanted.extend(statuses.map(|what| format!("{of} {what}")));
        wanted.extend(notes.map(|what| format!("{of} {what}")));
        wanted.extend(steps.map(|step| format!("{of} decided by {step}")));
    }
    let others = [
        "stage across the cut",
        "stage cut off",
        "stage of some categories",
        "stage at-gate",
        "stage failed-gate",
        "final at-gate",
        "final failed-gate",
        "final not-nominated",
        "final deducted",
    ];
    wanted.extend(others.map(str::to_owned));
    wanted.extend(["Fully", "Enough", "TooFew", "TooFewJudges", "NoJudge"].map(str::to_owned));
    let missed: Vec<_> = wanted.difference(&seen).collect();
    assert!(missed.is_empty(), "never seen: {missed:?}");
}
