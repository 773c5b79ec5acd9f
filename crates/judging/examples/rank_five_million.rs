//! Ranks five million marks (100,000 entries × 5 judges × 10 criteria) exactly, in memory, next to a bare loop of
//! multiply-and-add in `i128` over the same marks. Prints one JSON document with the milliseconds of every run.
//!
//! `rank_five_million [--runs N] [--write FILE]`: with `--write` the marks are also written as little-endian 64-bit
//! ten-thousandths, a row a sheet, the sheets of one entry side by side, for other programs to do the same job.
#![allow(clippy::print_stdout, clippy::expect_used)]

use judging::ranking::rank;
use judging::rules::{
    Aggregate, Criterion, JudgedBy, Missing, RemarkRule, Rounding, Scale, Score, Stage, StageKind,
    VisitEffect,
};
use judging::scoring::{MarkTable, Rubric, score_table};
use judging::{CriterionCode, Fixed, StageCode};
use std::hint::black_box;
use std::time::Instant;

const ENTRIES: usize = 100_000;
const JUDGES: u32 = 5;
const WEIGHTS: [i32; 10] = [30, 20, 10, 10, 5, 5, 5, 5, 5, 5];

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (mut runs, mut file) = (15, None);
    while let Some(option) = arguments.next() {
        let value = arguments.next().expect("a value after each option");
        if option == "--runs" {
            runs = value.parse().expect("a number of runs");
        } else {
            assert_eq!(option, "--write", "unknown option");
            file = Some(value);
        }
    }
    let marks = made_up();
    if let Some(file) = file {
        let bytes: Vec<u8> = marks.iter().flat_map(|mark| mark.to_le_bytes()).collect();
        std::fs::write(file, bytes).expect("the file can be written");
    }
    let stage = stage();
    let rubric = Rubric::new(&stage);
    let table = table(&marks);

    // In turn, so that both see the same machine.
    let (mut bare, mut exact) = (Vec::new(), Vec::new());
    for _ in 0..runs {
        bare.push(milliseconds(|| black_box(bare_loop(black_box(&marks)))));
        exact.push(milliseconds(|| {
            let scored = score_table(&rubric, Rounding::default(), black_box(&table));
            black_box(rank(&scored));
        }));
    }
    let scored = score_table(&rubric, Rounding::default(), &table);
    let first = rank(&scored)[0];
    println!(
        r#"{{"marks":{},"runs":{runs},"bare_i128_loop":{},"exact_ranking":{},"ratio":{:.3},"first":{{"entry":{},"hundredths":{}}}}}"#,
        marks.len(),
        summary(&mut bare),
        summary(&mut exact),
        median(&mut exact) / median(&mut bare),
        first.entry,
        scored[first.entry as usize].unwrap_or_default(),
    );
}

/// Marks from 0 to 100 in steps of a half, in ten-thousandths, from a fixed seed.
fn made_up() -> Vec<i64> {
    let mut state = 2023_u64;
    let mut roll = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let sheets = ENTRIES * JUDGES as usize;
    let count = sheets * WEIGHTS.len();
    (0..count)
        .map(|_| i64::try_from(roll() % 201).unwrap_or(0) * 5_000)
        .collect()
}

fn stage() -> Stage {
    let criterion = |(number, weight): (usize, i32)| Criterion {
        code: CriterionCode::new(&format!("k{number}")).expect("a code"),
        parent: None,
        name: String::new(),
        weight: Fixed::whole(weight),
        scale: Some(Scale::Range {
            min: Fixed::ZERO,
            max: Fixed::whole(100),
            step: Fixed::from_ten_thousandths(5_000).expect("a half"),
        }),
        required: true,
        remark: RemarkRule::Optional,
        guidance: None,
    };
    Stage {
        code: StageCode::new("penilaian").expect("a code"),
        name: String::new(),
        kind: StageKind::Scoring,
        categories: Default::default(),
        blind: Default::default(),
        from: None,
        to: None,
        weight: None,
        score: Score::WeightedMean,
        aggregate: Aggregate::Mean,
        missing: Missing::RequireAll,
        judged_by: JudgedBy::Entry,
        shortlist: None,
        tie_break: Vec::new(),
        criteria: WEIGHTS.into_iter().enumerate().map(criterion).collect(),
        effect: VisitEffect::None,
        claims: Vec::new(),
        slot_minutes: None,
    }
}

fn table(marks: &[i64]) -> MarkTable {
    let mut table = MarkTable::new(WEIGHTS.len());
    let mut sheets = marks.chunks_exact(WEIGHTS.len());
    for _ in 0..ENTRIES {
        for judge in 0..JUDGES {
            let marks = sheets.next().into_iter().flatten();
            table.sheet(
                judge,
                marks.map(|&mark| Fixed::from_ten_thousandths(mark).ok()),
            );
        }
        table.end_entry();
    }
    table
}

/// What any exact ranking must at least do: multiply every mark by its weight and add.
fn bare_loop(marks: &[i64]) -> i128 {
    let weights = WEIGHTS.map(i64::from);
    let mut total = 0_i128;
    for sheet in marks.chunks_exact(weights.len()) {
        let mut sum = 0_i128;
        for (weight, mark) in weights.iter().zip(sheet) {
            sum += i128::from(*weight) * i128::from(*mark);
        }
        total ^= sum;
    }
    total
}

fn milliseconds<T>(work: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64() * 1_000.0
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn summary(times: &mut [f64]) -> String {
    let median = median(times);
    let (least, most) = (times[0], times[times.len() - 1]);
    format!(r#"{{"median_ms":{median:.3},"least_ms":{least:.3},"most_ms":{most:.3}}}"#)
}
