//! Ranking five million marks.

use crate::measure::Measured;
use crate::page::{Bar, Section};
use crate::python;
use serde_json::Value;
use std::process::Command;

pub fn section() -> Section {
    let folder = tempfile::tempdir().unwrap();
    let marks = folder.path().join("marks.bin");
    let this = std::env::current_exe().unwrap();
    let program = this
        .ancestors()
        .nth(2)
        .unwrap()
        .join("examples/rank_five_million");
    let ours = said(Command::new(program).arg("--write").arg(&marks));
    let floats = said(&mut python("rank_floats.py", &[&marks]));
    let rows = vec![
        Measured::reported("exact ranking", &ours["exact_ranking"]),
        Measured::reported(
            "bare loop of multiply-and-add in i128",
            &ours["bare_i128_loop"],
        ),
        Measured::reported("Polars, in floats", &floats["polars"]),
        Measured::reported("pandas, in floats", &floats["pandas"]),
    ];
    let bars = vec![
        Bar::at_most(3.0, &rows[0], &rows[1]),
        Bar::at_most(1.0 / 3.0, &rows[0], &rows[2]),
    ];
    Section {
        heading: "Ranking",
        about: "Five million marks (100,000 entries × 5 judges × 10 criteria) in memory become sheet scores, entry scores, rounded \
                scores and ranks with ties: exactly by the program, in floats by Polars and pandas. Measured inside each \
                process, without reading the marks."
            .to_owned(),
        rows,
        bars,
    }
}

/// The JSON document that the program prints.
fn said(command: &mut Command) -> Value {
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(
        output.status.success(),
        "{command:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).unwrap()
}
