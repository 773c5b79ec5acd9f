//! Laws: any grid is read without a panic, every row is accounted for, and what was read is read again from a list of it.

use crate::rules::of_layouts;
use crate::test;
use intake::{Choices, Limits, Reader, Reading, Workbook};
use judging::entry::Field;
use libtest_mimic::Trial;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::Write as _;
use std::ops::ControlFlow;

pub fn tests() -> Vec<Trial> {
    vec![
        test("every row of any grid is accounted for", any_grid),
        test(
            "an exported list of entries gives the same entries",
            export_again,
        ),
        test("a grown file gives the old entries and the new ones", grown),
    ]
}

/// Texts that mean something to intake, and some that do not.
fn cell() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "No",
        "Judul Inovasi",
        "OPD",
        "Kategori",
        "NIP",
        "Jenis",
        "Bentuk",
        "Tanggal Mulai",
        "Skor",
        "Digital",
        "Pelayanan Publik",
        "Kecamatan",
        "Desa",
        "1",
        "2",
        "3",
        "Jumlah",
        "TOTAL",
        "Dinas A",
        "Mengetahui,",
        "NIP. 1",
        "198609262015051001",
        "1,99E+17",
        "18 November 2022",
        "1.234",
        "0812",
        "-",
        "A",
        "II",
        "a@b.go.id",
        "KESEHATAN",
        "Batang, 1 Mei 2024",
        "\u{202E}x",
        "\"",
        "x\ny",
    ]);
    prop_oneof![4 => known.prop_map(str::to_owned), 3 => Just(String::new()), 1 => "\\PC{0,12}"]
}

fn csv(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in rows {
        let cells = row
            .iter()
            .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        writeln!(text, "{}", cells.collect::<Vec<_>>().join(";")).unwrap();
    }
    text
}

fn open(text: &str) -> Option<Workbook> {
    let mut file = tempfile::NamedTempFile::with_suffix(".csv").unwrap();
    file.write_all(text.as_bytes()).unwrap();
    let watch = &mut |_: intake::Progress<'_>| ControlFlow::Continue(());
    intake::open(file.path(), &Reader::InProcess, &Limits::default(), watch).ok()
}

fn read(text: &str) -> Option<Reading> {
    intake::read(&open(text)?, &of_layouts(), &Choices::default()).ok()
}

fn run<S: Strategy>(cases: u32, strategy: &S, check: impl Fn(S::Value)) {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    let outcome = TestRunner::new(config).run(strategy, |value| {
        check(value);
        Ok(())
    });
    outcome.unwrap();
}

fn any_grid() {
    let heading = ["No", "Judul Inovasi", "OPD", "Kategori", "NIP"]
        .map(str::to_owned)
        .to_vec();
    let rows = prop::collection::vec(prop::collection::vec(cell(), 1..7), 0..14);
    run(300, &(rows, 0..4_usize), |(mut rows, place)| {
        // Without a heading nearly every grid is refused: put one in most.
        if place > 0 {
            rows.insert(place.min(rows.len()), heading.clone());
        }
        let text = csv(&rows);
        let (Some(workbook), Some(reading)) = (open(&text), read(&text)) else {
            return;
        };
        let mut seen: BTreeMap<u32, usize> = BTreeMap::new();
        let taken = reading
            .taken
            .iter()
            .map(|taken| taken.registration.source.row);
        let skipped = reading.skipped.iter().map(|skipped| skipped.row);
        taken
            .chain(skipped)
            .for_each(|row| *seen.entry(row).or_default() += 1);
        let last = workbook.sheets[0].rows().next_back().unwrap().number;
        for row in 1..=last {
            assert_eq!(seen.get(&row), Some(&1), "row {row} of\n{text}");
        }
        assert!(
            reading
                .taken
                .iter()
                .all(|taken| !taken.registration.title.is_empty()),
            "{text}"
        );
    });
}

/// A list as `entries` exports it: the fields by their names in English.
fn list(reading: &Reading) -> String {
    let mut heading = vec!["title", "agency", "category"]
        .into_iter()
        .map(str::to_owned)
        .collect::<Vec<_>>();
    heading.extend(Field::ALL.iter().map(|field| field.code().to_owned()));
    let mut rows = vec![heading];
    for taken in &reading.taken {
        let registration = &taken.registration;
        let mut row = vec![
            registration.title.clone(),
            registration.agency.clone(),
            taken.category.to_string(),
        ];
        let field = |field: &Field| registration.fields.get(field).cloned().unwrap_or_default();
        row.extend(Field::ALL.iter().map(field));
        rows.push(row);
    }
    csv(&rows)
}

fn entries(reading: &Reading) -> Vec<(String, String, String, BTreeMap<Field, String>)> {
    let entry = |taken: &intake::Taken| {
        let registration = &taken.registration;
        let (title, agency) = (registration.title.clone(), registration.agency.clone());
        (
            taken.category.to_string(),
            title,
            agency,
            registration.fields.clone(),
        )
    };
    reading.taken.iter().map(entry).collect()
}

fn export_again() {
    let field = |values: &[&'static str]| prop::sample::select(values.to_vec());
    let row = (
        "[A-Z][a-z]{2,8} [a-z]{2,8} [a-z]{2,8}",
        field(&["Dinas A", "Dinas B", "Kec. Utara"]),
        field(&["OPD", "Kecamatan", "Desa/Kelurahan"]),
        field(&["18 November 2022", "02/03/2020", "2021", "segera", ""]),
        field(&["198609262015051001", "19860926 201505 1 002", "12", ""]),
        field(&["81234567890", "+62 812 3456 789", "-", "tidak ada"]),
        field(&["65,01", "7.10", "1.234", "90%", ""]),
        field(&["digital", "NonDigital", "Robotik", ""]),
    );
    run(40, &prop::collection::vec(row, 1..12), |rows| {
        let mut grid = vec![
            [
                "Judul Inovasi",
                "OPD",
                "Kategori",
                "Tanggal Mulai",
                "NIP",
                "No HP",
                "Skor",
                "Jenis",
            ]
            .map(str::to_owned)
            .to_vec(),
        ];
        for (title, agency, category, date, nip, phone, score, kind) in rows {
            let row = [&title, agency, category, date, nip, phone, score, kind];
            grid.push(row.map(str::to_owned).to_vec());
        }
        let first = read(&csv(&grid)).unwrap();
        let again = read(&list(&first)).unwrap();
        assert_eq!(entries(&again), entries(&first));
    });
}

fn grown() {
    let rows = "No;Judul Inovasi;OPD;Kategori\n1;Satu Dua;Dinas A;OPD\n2;Tiga Empat;Dinas B;OPD\n";
    let before = entries(&read(rows).unwrap());
    let after = entries(&read(&format!("{rows}3;Lima Enam;Dinas C;OPD\n")).unwrap());
    assert_eq!(after[..2], before);
    assert_eq!(after.len(), 3);
}
