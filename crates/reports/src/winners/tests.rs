use super::*;
use crate::test_support::{HASH, check_golden, dump, heading, rules};

fn exact(numerator: i128, denominator: i128) -> Exact {
    Exact::ratio(numerator, denominator).unwrap()
}

fn row(rank: u32, code: &str, title: &str, score: Exact) -> Row {
    Row {
        rank,
        entry: code.parse().unwrap(),
        title: title.into(),
        agency: "Dinas Kesehatan".into(),
        stages: vec![Some(score.clone()), None],
        score,
        tied: false,
        decided_by: None,
        deducted: None,
        missing: vec![],
    }
}

fn decided(reason: &str) -> Obstacle {
    Obstacle::Decision {
        hash: HASH,
        reason: reason.into(),
    }
}

fn apart(code: &str, status: Status, obstacle: Obstacle) -> Apart {
    Apart {
        entry: code.parse().unwrap(),
        title: "=HYPERLINK(\"http://x\")".into(),
        agency: "Kecamatan Loa Kulu".into(),
        status,
        obstacle: Some(obstacle),
        stage: (status == Status::Incomplete).then(|| "penilaian".parse().unwrap()),
    }
}

fn winners(rules: &Rules) -> Winners<'_> {
    let long = "Sistem Informasi Pelayanan Terpadu Puskesmas Berbasis Komunitas untuk Penurunan Stunting di Wilayah Hulu Mahakam";
    let mut rows = vec![
        row(1, "OPD-007", "Kukar Cerdas; \"sehat\"", exact(1749, 20)),
        row(2, "OPD-002", long, exact(256, 3)),
        row(2, "OPD-010", "Sehat Bersama", exact(256, 3)),
        row(4, "OPD-003", "+Plus Desa", exact(85, 1)),
        row(5, "OPD-004", "Aplikasi Lapor", exact(847_625, 10_000)),
        row(6, "OPD-005", "Bank Sampah Digital", exact(-1, 3)),
        row(7, "OPD-006", "Taman Baca", exact(12_345_678_901_234_567, 1)),
    ];
    rows[0].decided_by = Some(TieBreak::Criterion("dampak".parse().unwrap()));
    rows[1].tied = true;
    rows[2].tied = true;
    rows[3].deducted = Some(exact(5, 2));
    rows[4].missing = vec!["J2".into(), "J5".into()];
    let opd = Ranked {
        category: "OPD".parse().unwrap(),
        rows,
        apart: vec![
            apart(
                "OPD-008",
                Status::Incomplete,
                Obstacle::Unmarked {
                    criterion: "dampak".parse().unwrap(),
                    marks: 1,
                    needed: 2,
                },
            ),
            apart(
                "OPD-009",
                Status::Disqualified,
                decided("klaim tidak benar"),
            ),
            apart(
                "OPD-011",
                Status::NotNominated,
                Obstacle::Cut("penilaian".parse().unwrap()),
            ),
        ],
    };
    let desa = Ranked {
        category: "DESA".parse().unwrap(),
        rows: vec![],
        apart: vec![apart("DESA-001", Status::Withdrawn, decided("surat"))],
    };
    Winners {
        rules,
        rules_hash: HASH,
        heading: heading(),
        stage: None,
        stages: ["penilaian", "presentasi"]
            .map(|code| code.parse().unwrap())
            .into(),
        categories: vec![opd, desa],
    }
}

#[test]
fn the_winner_list_as_a_workbook_is_as_agreed() {
    let rules = rules();
    let document = xlsx(&winners(&rules)).unwrap();
    check_golden("winners.xlsx", &document, &dump(&document));
}

#[test]
fn the_winner_list_as_csv_is_as_agreed() {
    let rules = rules();
    let document = csv(&winners(&rules)).unwrap();
    let text = String::from_utf8(document.clone()).unwrap();
    assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"));
    check_golden("winners.csv", &document, &text.replace("\r\n", "\n"));
}

#[test]
fn the_same_standing_gives_the_same_bytes() {
    let rules = rules();
    assert_eq!(
        xlsx(&winners(&rules)).unwrap(),
        xlsx(&winners(&rules)).unwrap()
    );
}

#[test]
fn a_standing_without_entries_still_makes_a_document() {
    let rules = rules();
    let mut winners = winners(&rules);
    winners.categories.clear();
    winners.stage = Some("penilaian".parse().unwrap());
    winners.stages.clear();
    let text = dump(&xlsx(&winners).unwrap());
    assert!(text.contains("Daftar Pemenang · Tahap Penilaian"), "{text}");
    assert_eq!(
        csv(&winners).unwrap().split(|&byte| byte == b'\n').count(),
        2
    );
}
