//! A dozen layouts in every format against what is to be understood of them.
//!
//! `fixtures/layouts/NAME.txt` says it for all formats; `NAME.flat.txt` for those that tell no merged cells (ODS, XLSB) and
//! `NAME.text.txt` for text in columns (CSV, TSV), where that makes a difference. `INTAKE_GOLDEN=write` writes them anew.

use crate::rules::of_layouts;
use crate::{fixtures, test};
use intake::{Choices, Finding, Limits, Mapping, Reader, Reading, SkipReason, Table, Taken};
use judging::ClosedSet;
use libtest_mimic::Trial;
use std::fmt::Write;
use std::ops::ControlFlow;
use std::path::Path;

/// Names, with the category that the user chooses where the workbook names none.
const LAYOUTS: [(&str, &str); 13] = [
    ("baris-kategori", ""),
    ("dua-tabel", ""),
    ("formulir", ""),
    ("iga", "OPD"),
    ("instansi-sekali", ""),
    ("judul-dua-baris", ""),
    ("kelompok-instansi", ""),
    ("kipp", ""),
    ("krenova", ""),
    ("lembar-kategori", ""),
    ("rusak", "OPD"),
    ("tersembunyi", ""),
    ("tertukar", "OPD"),
];

/// Endings, and the family whose own word they may have.
const FORMATS: [(&str, &str); 7] = [
    ("xlsx", ""),
    ("xlsm", ""),
    ("xls", ""),
    ("xlsb", "flat"),
    ("ods", "flat"),
    ("csv", "text"),
    ("tsv", "text"),
];

pub fn tests() -> Vec<Trial> {
    let layout = |(name, category): (&'static str, &'static str)| {
        let choices = chosen(category);
        test(
            &format!("layout {name} is understood in every format"),
            move || {
                check(name, &choices);
            },
        )
    };
    let mut tests: Vec<Trial> = LAYOUTS.into_iter().map(layout).collect();
    tests.push(test(
        "a saved mapping gives the same reading again",
        mapping_again,
    ));
    tests.push(test("a corrected mapping is obeyed", mapping_obeyed));
    tests
}

fn chosen(category: &str) -> Choices {
    Choices {
        category: category.parse().ok(),
        ..Choices::default()
    }
}

fn check(name: &str, choices: &Choices) {
    let folder = fixtures().join("layouts");
    let write = std::env::var_os("INTAKE_GOLDEN").is_some();
    for (ending, family) in FORMATS {
        let path = folder.join(format!("{name}.{ending}"));
        if !path.exists() {
            assert_eq!(family, "text", "{} is missing", path.display());
            continue;
        }
        let said = said(&read(&path, choices));
        let common = folder.join(format!("{name}.txt"));
        let own = folder.join(format!("{name}.{family}.txt"));
        if write {
            if ending == "xlsx" {
                std::fs::write(&common, &said).unwrap();
            } else if !family.is_empty() {
                let _ = std::fs::remove_file(&own);
                if std::fs::read_to_string(&common).unwrap() != said {
                    std::fs::write(&own, &said).unwrap();
                }
            }
        }
        let golden = if own.exists() { own } else { common };
        let expected = std::fs::read_to_string(&golden).unwrap();
        let (golden, path) = (golden.display(), path.display());
        assert!(
            said == expected,
            "{path} is not understood as {golden} says, but:\n{said}"
        );
    }
}

fn open(path: &Path) -> intake::Workbook {
    let watch = &mut |_: intake::Progress<'_>| ControlFlow::Continue(());
    intake::open(path, &Reader::InProcess, &Limits::default(), watch).unwrap()
}

fn read(path: &Path, choices: &Choices) -> Reading {
    intake::read(&open(path), &of_layouts(), choices).unwrap()
}

/// A reading as text. Sheets are numbered, because text in columns has no name for its one.
fn said(reading: &Reading) -> String {
    let number = |name: &str| {
        1 + reading
            .sheets
            .iter()
            .position(|sheet| sheet.name == name)
            .unwrap()
    };
    let mut text = String::new();
    for table in &reading.tables {
        table_said(&mut text, number(&table.sheet), table);
    }
    text.push_str("\nTAKEN\n");
    for taken in &reading.taken {
        taken_said(&mut text, number(&taken.registration.source.sheet), taken);
    }
    text.push_str("\nSKIPPED\n");
    for skipped in &reading.skipped {
        let why = match &skipped.reason {
            SkipReason::SuspectedDuplicate(place) => format!(" of {}", place.row),
            SkipReason::UnknownCategory(text) => format!(" “{text}”"),
            _ => String::new(),
        };
        let (sheet, row, reason) = (
            number(&skipped.sheet),
            skipped.row,
            skipped.reason.kind().code(),
        );
        writeln!(text, "{sheet}!{row} {reason}{why}").unwrap();
    }
    text.push_str("\nFINDINGS\n");
    for finding in &reading.findings {
        finding_said(&mut text, number(&finding.sheet), finding);
    }
    text
}

fn table_said(text: &mut String, sheet: usize, table: &Table) {
    let (heading, rows) = (&table.heading_rows, &table.rows);
    writeln!(
        text,
        "TABLE sheet {sheet}, heading {heading:?}, rows {rows:?}"
    )
    .unwrap();
    for column in &table.columns {
        let (letter, target, why) = (&column.letter, ClosedSet::code(column.target), column.why);
        writeln!(text, "  {letter} “{}” → {target} ({why:?})", column.heading).unwrap();
    }
}

fn taken_said(text: &mut String, sheet: usize, taken: &Taken) {
    let registration = &taken.registration;
    let (row, category) = (registration.source.row, &taken.category);
    writeln!(
        text,
        "{sheet}!{row} {category} “{}” | “{}”",
        registration.title, registration.agency
    )
    .unwrap();
    for (field, value) in &registration.fields {
        writeln!(text, "    {} = {value:?}", field.code()).unwrap();
    }
    for (heading, value) in &registration.other {
        writeln!(text, "    “{heading}” = {value:?}").unwrap();
    }
}

fn finding_said(text: &mut String, sheet: usize, finding: &Finding) {
    let row = finding.row.map(|row| row.to_string()).unwrap_or_default();
    let column = finding.column.as_deref().unwrap_or_default();
    let other = finding
        .other
        .as_ref()
        .map(|place| format!(" (row {})", place.row));
    let shown = |text: &Option<String>| {
        text.as_ref()
            .map_or("–".to_owned(), |text| format!("{text:?}"))
    };
    let (code, severity) = (finding.code, finding.severity.code());
    let (cell, made, other) = (
        shown(&finding.cell),
        shown(&finding.made),
        other.unwrap_or_default(),
    );
    writeln!(
        text,
        "{sheet}!{column}{row} {severity} {code}: {cell} → {made}{other}"
    )
    .unwrap();
}

fn mapping_again() {
    for (name, category) in LAYOUTS {
        let path = fixtures().join("layouts").join(format!("{name}.xlsx"));
        let first = read(&path, &chosen(category));
        if first.tables.len() > 1 {
            continue;
        }
        let saved: Mapping = first.mapping().to_toml().parse().unwrap();
        let choices = Choices {
            mapping: Some(saved),
            ..chosen(category)
        };
        let again = read(&path, &choices);
        assert_eq!(again.taken, first.taken, "{name}");
        assert_eq!(again.skipped, first.skipped, "{name}");
        assert_eq!(again.shape, first.shape, "{name}");
    }
}

fn mapping_obeyed() {
    let path = fixtures().join("layouts/krenova.xlsx");
    let text = "[columns]\nB = \"agency\"\nC = \"summary\"\nG = \"title\"\nD = \"ignored\"\n[categories]\n\"Aparatur\" = \"OPD\"";
    let choices = Choices {
        mapping: Some(text.parse().unwrap()),
        ..Choices::default()
    };
    let reading = read(&path, &choices);
    let first = &reading.taken[0].registration;
    assert_eq!(first.title, "Kompor dari limbah padi");
    assert_eq!(first.agency, "Siti Aminah");
    let last = reading
        .skipped
        .iter()
        .find(|skipped| skipped.row == 8)
        .unwrap();
    assert_eq!(last.reason, SkipReason::NoTitle);
}
