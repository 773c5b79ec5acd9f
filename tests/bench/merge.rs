//! Merging a million marks.

use crate::measure::{in_turn, run};
use crate::page::{Bar, Section};
use crate::{Run, yardstick};
use harness::{Desk, Panel, Registered, Seeded, registration};
use std::fmt::Write;
use std::fs::copy;
use std::process::Stdio;
use std::time::Duration;

const JUDGES: usize = 100;
const ENTRIES: usize = 1_000;
const CRITERIA: usize = 10;

pub fn section() -> Section {
    let panel = prepared();
    let chair = &panel.chair;
    let fresh = |from: &str| {
        copy(chair.path(from), chair.path("lomba.timbang")).unwrap();
    };
    let files: String = panel
        .judges
        .iter()
        .map(|judge| format!(" {}.nilai", judge.code))
        .collect();
    let merge = || -> Run {
        fresh("asal.timbang");
        run(chair
            .command(&format!("merge lomba.timbang{files}"))
            .stdout(Stdio::null()))
    };
    let more = || -> Run {
        fresh("tergabung.timbang");
        run(chair
            .command("merge lomba.timbang lagi.nilai")
            .stdout(Stdio::null()))
    };
    let bare = || {
        run(&mut yardstick::command(
            "insert-marks",
            &[&JUDGES, &ENTRIES, &CRITERIA],
        ))
    };
    let rows = in_turn(
        5,
        vec![
            ("merging 100 hand-overs of 1,000 sheets", Box::new(merge)),
            ("bare SQLite insert of these marks", Box::new(bare)),
            ("merging one hand-over more", Box::new(more)),
        ],
    );
    let bars = vec![
        Bar::at_most(2.0, &rows[0], &rows[1]),
        Bar::megabytes(300, &rows[0]),
        Bar::within(Duration::from_millis(150), &rows[2]),
    ];
    Section {
        heading: "Merging",
        about: "`timbang merge` of 100 sealed and signed hand-overs, each with 1,000 sheets of 10 marks, into a competition of \
                1,000 entries, beside inserting the same million marks as rows of a bare SQLite table in one transaction; \
                then one more hand-over of a judge into the competition that holds all of them."
            .to_owned(),
        rows,
        bars,
    }
}

/// A competition before (`asal.timbang`) and after (`tergabung.timbang`) the merge, the hand-overs, and one more.
fn prepared() -> Panel {
    let chair = Desk::new();
    chair.write("aturan.toml", rules());
    let line = |n: usize| Registered {
        category: "OPD".to_owned(),
        agency: format!("Dinas {}", n / 4),
        title: format!("Inovasi Nomor {n}"),
    };
    chair.write(
        "daftar.xlsx",
        registration(&(0..ENTRIES).map(line).collect::<Vec<_>>()),
    );
    let codes: Vec<String> = (1..=JUDGES).map(|n| format!("J{n:03}")).collect();
    let judges: Vec<(&str, &str)> = codes.iter().map(|code| (code.as_str(), "")).collect();
    let panel = Panel::assembled(chair, "aturan.toml", "daftar.xlsx", &judges);
    copy(
        panel.chair.path("lomba.timbang"),
        panel.chair.path("asal.timbang"),
    )
    .unwrap();
    for (n, judge) in panel.judges.iter().enumerate() {
        judge.marks(&marks(n as u64));
        let file = format!("{}.nilai", judge.code);
        judge.hands_over(&file);
        panel.deliver(judge, &file);
        eprint!("\r{} of {JUDGES} hand-overs made", n + 1);
    }
    eprintln!();
    let files = codes.join(".nilai ");
    panel
        .chair
        .types(&format!("merge lomba.timbang {files}.nilai"))
        .done();
    copy(
        panel.chair.path("lomba.timbang"),
        panel.chair.path("tergabung.timbang"),
    )
    .unwrap();
    panel.judges[0].marks(&marks(JUDGES as u64));
    panel.judges[0].hands_over("lagi.nilai");
    panel.deliver(&panel.judges[0], "lagi.nilai");
    panel
}

fn rules() -> String {
    let mut rules = String::from(
        "format = 1\nname = \"Sejuta nilai\"\n[[category]]\ncode = \"OPD\"\nname = \"Perangkat Daerah\"\n\
         [[stage]]\ncode = \"penilaian\"\nname = \"Penilaian\"\nkind = \"scoring\"\nweight = 100\n",
    );
    for n in 0..CRITERIA {
        write!(rules, "[[stage.criterion]]\ncode = \"k{n}\"\nname = \"Kriteria {n}\"\nweight = 10\nscale = {{ min = 0, max = 100, step = 0.5 }}\n")
            .unwrap();
    }
    rules
}

fn marks(seed: u64) -> Vec<String> {
    let mut chance = Seeded::new(seed);
    let mut lines = Vec::with_capacity(ENTRIES * CRITERIA);
    for entry in 1..=ENTRIES {
        for criterion in 0..CRITERIA {
            let halves = chance.between(0, 200);
            lines.push(format!(
                "penilaian,OPD-{entry:03},k{criterion},{}.{}",
                halves / 2,
                halves % 2 * 5
            ));
        }
    }
    lines
}
