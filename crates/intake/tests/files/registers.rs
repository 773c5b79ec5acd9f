//! The two registers as published, read from the file to the last row.

use crate::rules::rules;
use crate::{child, fixtures, test};
use intake::{Choices, Limits, Reading, SkipReason};
use judging::entry::Field;
use judging::rules::Rules;
use libtest_mimic::Trial;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

pub fn tests() -> Vec<Trial> {
    vec![
        test(
            "kukar gives 240 entries, one suspected duplicate and one row without a title",
            kukar_rows,
        ),
        test(
            "kukar's values are canonical and its damaged numbers are left out",
            kukar_values,
        ),
        test(
            "metro gives 105 entries in 4 groups with the agency of each",
            metro,
        ),
    ]
}

fn read(file: &str, rules: &Rules) -> Reading {
    let watch = &mut |_: intake::Progress<'_>| ControlFlow::Continue(());
    let workbook =
        intake::open(&fixtures().join(file), &child(), &Limits::default(), watch).unwrap();
    intake::read(&workbook, rules, &Choices::default()).unwrap()
}

fn count<T: Ord>(items: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    items.for_each(|item| *counts.entry(item).or_default() += 1);
    counts
}

fn kukar() -> Reading {
    let rules = rules(&[
        ("OPD", "Organisasi Perangkat Daerah", ""),
        ("RSUD", "RSUD", ""),
        ("KEC", "Kecamatan", ""),
        ("DESA", "Kelurahan/Desa", ""),
        ("BUMDES", "BUMDes", ""),
        ("PKM", "Puskesmas", ""),
        ("SEKOLAH", "Sekolah", ""),
        ("GURU", "Guru", ""),
        ("SISWA", "Siswa", ""),
        ("TANI", "Petani-Nelayan", ""),
        ("PEREMPUAN", "Perempuan", ""),
        ("DIFABEL", "Penyandang Difabel", ""),
        ("PEMUDA", "Mahasiswa dan Pemuda", ""),
    ]);
    read("kukar-2023-pendaftaran.xlsx", &rules)
}

fn kukar_rows() {
    let reading = kukar();
    assert_eq!(reading.taken.len(), 240);
    assert_eq!(reading.tables.len(), 1);
    assert_eq!(reading.tables[0].sheet, "Form Responses 1");
    assert_eq!(reading.tables[0].heading_rows, 6..=7);
    let skipped = count(
        reading
            .skipped
            .iter()
            .map(|skipped| skipped.reason.kind().code()),
    );
    let expected = [
        ("blank", 8),
        ("footer", 4),
        ("heading", 2),
        ("no-title", 1),
        ("suspected-duplicate", 1),
        ("title-block", 4),
    ];
    assert_eq!(skipped, expected.into());
    let findings = count(reading.findings.iter().map(|finding| finding.code.code()));
    assert_eq!(findings.get("no-title"), Some(&1), "{findings:?}");
    assert_eq!(findings.get("suspected-duplicate"), Some(&1));
    assert_eq!(findings.get("unknown-category"), None);
    assert_eq!(findings.get("damaged-nip"), Some(&27));
    assert_eq!(findings.get("phone-restored"), Some(&48));
}

fn kukar_values() {
    let reading = kukar();
    let entry = |row: u32| {
        let mut taken = reading.taken.iter();
        &taken
            .find(|taken| taken.registration.source.row == row)
            .unwrap()
            .registration
    };
    let field = |row, field| entry(row).fields.get(&field).map(String::as_str);
    assert_eq!(entry(8).title, "GERBANG RAWA SEKOLAH 1");
    assert_eq!(field(8, Field::OwnScore), Some("104.62"));
    assert_eq!(field(8, Field::Timestamp), Some("2023-10-11 08:00:00"));
    assert_eq!(field(9, Field::Phone), Some("081252806087"));
    assert_eq!(field(9, Field::StartDate), Some("2021-10-10"));
    assert_eq!(field(10, Field::StartDate), Some("2022-12-26"));
    assert_eq!(field(12, Field::Nip), None);
    assert_eq!(field(13, Field::Nip), Some("197006061995062006"));
    let damaged = reading.findings.iter().find(|f| f.row == Some(12)).unwrap();
    assert_eq!(damaged.code.code(), "damaged-nip");
    assert_eq!(damaged.column.as_deref(), Some("G"));
    assert_eq!(damaged.cell.as_deref(), Some("1.96905051994051E+17"));
    assert_eq!(damaged.made, None);
    let duplicate = reading
        .skipped
        .iter()
        .find(|skipped| skipped.row == 252)
        .unwrap();
    assert!(matches!(&duplicate.reason, SkipReason::SuspectedDuplicate(place) if place.row == 18));
}

fn metro() {
    let rules = rules(&[
        ("OPD", "OPD", ""),
        ("KEC", "Kecamatan", ""),
        ("KES", "Kesehatan", ""),
        ("DIK", "Pendidikan", ""),
    ]);
    let reading = read("metro-2027-penjaringan.xlsx", &rules);
    let groups = count(reading.taken.iter().map(|taken| taken.category.to_string()));
    let expected = [("OPD", 52), ("KEC", 8), ("KES", 16), ("DIK", 29)];
    assert_eq!(
        groups,
        expected.map(|(code, n)| (code.to_owned(), n)).into()
    );
    assert!(
        reading
            .taken
            .iter()
            .all(|taken| !taken.registration.agency.is_empty())
    );
    let skipped = count(
        reading
            .skipped
            .iter()
            .map(|skipped| skipped.reason.kind().code()),
    );
    let expected = [
        ("blank", 5),
        ("category-row", 4),
        ("column-numbers", 1),
        ("footer", 4),
        ("heading", 1),
        ("subtotal", 5),
        ("title-block", 3),
    ];
    assert_eq!(skipped, expected.into());
    assert_eq!(reading.findings, []);
}
