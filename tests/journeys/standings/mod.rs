//! Remit: `standings --json` says what an independent recomputation by exact fractions says, on rules and marks made at
//! random.

mod case;
mod fraction;
mod recompute;

use case::Case;
use harness::{Panel, sample};
use recompute::Expected;

/// Plays a made-up competition through the command line and compares every standing of it.
fn check(seed: u64) {
    let case = Case::made_from(seed);
    let panel = case.played();
    for (at, stage) in case.stages.iter().enumerate() {
        let asked = format!("standings lomba.timbang --stage {}", stage.code);
        compare(seed, &panel, &asked, &recompute::stage(&case, at));
    }
    compare(
        seed,
        &panel,
        "standings lomba.timbang",
        &recompute::overall(&case),
    );
}

fn compare(seed: u64, panel: &Panel, asked: &str, expected: &[Expected]) {
    let answer = panel.chair.asks(asked);
    let rows = answer["rows"].as_array().unwrap();
    assert_eq!(rows.len(), expected.len(), "seed {seed}, {asked}");
    for one in expected {
        let row = rows
            .iter()
            .find(|row| row["title"] == one.title.as_str())
            .unwrap();
        let text = |name: &str| {
            row[name]
                .as_str()
                .filter(|_| row["status"] == "ranked")
                .map(str::to_owned)
        };
        let computed = Expected {
            title: one.title.clone(),
            rank: row["rank"].as_u64(),
            status: row["status"].as_str().unwrap().to_owned(),
            score: text("score"),
            exact: text("exact"),
            tied: row["tied"].as_bool().unwrap(),
        };
        assert_eq!(&computed, one, "seed {seed}, {asked}\n{row:#}");
    }
}

#[test]
fn standings_agree_with_a_recomputation_by_exact_fractions() {
    for seed in 0..sample(12, 1_000) {
        check(seed);
    }
}
