//! From the file on disk to the standings, as a cold process: 500,000 marks, and ten times as many.

use crate::measure::{in_turn, run};
use crate::page::{Bar, Section};
use crate::{Run, python, yardstick};
use harness::{Desk, Panel, Registered, Seeded, registration};
use std::fmt::Write;
use std::process::Stdio;
use std::time::Duration;

const JUDGES: usize = 5;
const CRITERIA: usize = 10;

pub fn section() -> Section {
    let (small, large) = (judged(1, 10_000, CRITERIA), judged(1, 100_000, CRITERIA));
    let many = judged(13, 40, 8);
    let typed = |panel: &Panel, command: &str| -> Run {
        run(panel.chair.command(command).stdout(Stdio::null()))
    };
    let (marks, pack) = (
        small.chair.path("nilai.csv"),
        small.chair.path("lomba.hasil"),
    );
    let with_polars =
        || -> Run { run(python("standings_polars.py", &[&marks]).stdout(Stdio::null())) };
    let read = || run(&mut yardstick::command("read-pack", &[&pack.display()]));
    let rows = in_turn(
        5,
        vec![
            (
                "standings of 10,000 entries",
                Box::new(|| typed(&small, "standings lomba.timbang")),
            ),
            ("Polars, from CSV", Box::new(with_polars)),
            (
                "standings of 100,000 entries",
                Box::new(|| typed(&large, "standings lomba.timbang")),
            ),
            (
                "recomputing the pack of 10,000 entries",
                Box::new(|| typed(&small, "recompute lomba.hasil")),
            ),
            ("reading that pack with its signatures", Box::new(read)),
            (
                "explaining two entries",
                Box::new(|| {
                    typed(
                        &many,
                        "explain lomba.timbang --category K01 K01-001 K01-002",
                    )
                }),
            ),
            (
                "firmness",
                Box::new(|| typed(&many, "firmness lomba.timbang")),
            ),
        ],
    );
    let bars = vec![
        Bar::at_most(0.5, &rows[0], &rows[1]),
        Bar::megabytes(120, &rows[0]),
        Bar::at_most(10.0 * 1.1, &rows[2], &rows[0]),
        Bar::at_most(2.0, &rows[3], &rows[4]),
        Bar::within(Duration::from_millis(20), &rows[5]),
        Bar::within(Duration::from_secs(1), &rows[6]),
    ];
    Section {
        heading: "Standings",
        about: "`timbang standings` of a competition of 10,000 and of 100,000 entries, each with 5 sheets of 10 marks, beside Polars, \
                which reads the same marks as a CSV file and ranks them in floats, Python's start included; `timbang recompute` of \
                the result pack, beside reading it with its signatures alone; `timbang explain` and `timbang firmness` in a competition \
                of 13 categories with 40 entries each, 5 judges and 8 criteria."
            .to_owned(),
        rows,
        bars,
    }
}

/// A competition of so many categories with so many entries each, of which every judge has marked every one; the marks as
/// `nilai.csv` beside it, and its result pack.
fn judged(categories: usize, entries: usize, criteria: usize) -> Panel {
    let chair = Desk::new();
    chair.write("aturan.toml", rules(categories, criteria));
    let lines = (0..categories * entries).map(|n| Registered {
        category: category(n / entries),
        agency: format!("Dinas {n}"),
        title: format!("Inovasi Nomor {n}"),
    });
    chair.write("daftar.xlsx", registration(&lines.collect::<Vec<_>>()));
    let codes: Vec<String> = (1..=JUDGES).map(|n| format!("J{n}")).collect();
    let judges: Vec<(&str, &str)> = codes.iter().map(|code| (code.as_str(), "")).collect();
    let panel = Panel::assembled(chair, "aturan.toml", "daftar.xlsx", &judges);
    let mut all = String::from("judge,entry,criterion,mark\n");
    for (n, judge) in panel.judges.iter().enumerate() {
        let mut chance = Seeded::new(n as u64);
        let mut marks = Vec::new();
        for place in 0..categories * entries {
            let entry = format!("{}-{:03}", category(place / entries), place % entries + 1);
            for criterion in 0..criteria {
                let halves = chance.between(0, 200);
                let mark = format!("{}.{}", halves / 2, halves % 2 * 5);
                writeln!(all, "{},{entry},k{criterion},{mark}", judge.code).unwrap();
                marks.push(format!("penilaian,{entry},k{criterion},{mark}"));
            }
        }
        judge.marks(&marks);
        let file = format!("{}.nilai", judge.code);
        judge.hands_over(&file);
        panel.deliver(judge, &file);
        panel
            .chair
            .types(&format!("merge lomba.timbang {file}"))
            .done();
        eprint!(
            "\r{} of {JUDGES} hand-overs of {} entries merged",
            n + 1,
            categories * entries
        );
    }
    eprintln!();
    panel.chair.write("nilai.csv", all);
    panel
        .chair
        .types("export lomba.timbang --pack lomba.hasil")
        .done();
    panel
}

fn category(n: usize) -> String {
    format!("K{:02}", n + 1)
}

fn rules(categories: usize, criteria: usize) -> String {
    let mut rules = String::from("format = 1\nname = \"Banyak inovasi\"\n");
    for n in 0..categories {
        let code = category(n);
        write!(
            rules,
            "[[category]]\ncode = \"{code}\"\nname = \"Kategori {code}\"\n"
        )
        .unwrap();
    }
    rules.push_str(
        "[[stage]]\ncode = \"penilaian\"\nname = \"Penilaian\"\nkind = \"scoring\"\nweight = 100\n",
    );
    for n in 0..criteria {
        let weight = 100 / criteria + usize::from(n < 100 % criteria);
        write!(
            rules,
            "[[stage.criterion]]\ncode = \"k{n}\"\nname = \"Kriteria {n}\"\nweight = {weight}\nscale = {{ min = 0, max = 100, step = 0.5 }}\n"
        )
        .unwrap();
    }
    rules
}
