//! Large registrations coming in.

use crate::measure::{Measured, Thing, in_turn, run};
use crate::page::{Bar, Section};
use crate::{Run, python, yardstick};
use harness::{Desk, Seeded};
use rust_xlsxwriter::Workbook;
use std::process::Stdio;

const ROWS: u32 = 100_000;
const HEADINGS: [&str; 20] = [
    "No",
    "Kategori",
    "Perangkat Daerah",
    "Nama Inovasi",
    "Nama Inovator",
    "NIP",
    "Jabatan",
    "Email",
    "No HP",
    "Jenis Inovasi",
    "Bentuk Inovasi",
    "Tahapan Inovasi",
    "Urusan Utama",
    "Waktu Uji Coba",
    "Waktu Penerapan",
    "Ringkasan",
    "Tujuan",
    "Manfaat",
    "Hasil Inovasi",
    "Link Video",
];
const WORDS: [&str; 24] = [
    "layanan", "digital", "posyandu", "antrian", "sampah", "kebun", "sungai", "mahakam", "pesisir",
    "guru", "sekolah", "terpadu", "cerdas", "sehat", "warga", "desa", "data", "kartu", "padi",
    "rawa", "tambak", "lansia", "idaman", "cepat",
];

pub fn section() -> Section {
    let desk = Desk::new();
    for rows in [1_000, 10_000, ROWS, 500_000] {
        eprintln!("making a workbook of {rows} rows");
        desk.write(&format!("{rows}.xlsx"), workbook(rows));
    }
    let rows = in_turn(3, things(&desk));
    let bars = vec![
        Bar::at_most(1.6, &rows[0], &rows[1]),
        Bar::at_most(1.0, &rows[0], &rows[2]),
        Bar::at_most(0.1, &rows[0], &rows[3]),
        Bar::megabytes(400, &rows[0]),
        linear(&rows[0], &rows[6]),
    ];
    let megabytes = desk.read("100000.xlsx").len() / 1_000_000;
    Section {
        heading: "Intake",
        about: format!(
            "`timbang import` of a workbook of 100,000 rows × 20 columns ({megabytes} MB): understood, validated with findings, \
             stored and journaled. Its yardsticks do the same without validation: bare calamine cell reading and bare SQLite \
             inserts in one transaction; fastexcel with Polars and sqlite3; pandas with openpyxl and sqlite3."
        ),
        rows,
        bars,
    }
}

fn things(desk: &Desk) -> Vec<Thing<'_>> {
    let workbook = desk.path("100000.xlsx");
    let (database, polars) = (desk.path("bare.db"), desk.path("polars.db"));
    let pandas = desk.path("pandas.db");
    let (same, too) = (workbook.clone(), workbook.clone());
    vec![
        ("timbang import", Box::new(move || import(desk, ROWS))),
        (
            "bare calamine + bare SQLite",
            Box::new(move || {
                run(&mut yardstick::command(
                    "store-cells",
                    &[&same.display(), &database.display()],
                ))
            }),
        ),
        (
            "fastexcel + Polars + sqlite3",
            Box::new(move || run(&mut python("intake_polars.py", &[&workbook, &polars]))),
        ),
        (
            "pandas with openpyxl + sqlite3",
            Box::new(move || run(&mut python("intake_pandas.py", &[&too, &pandas]))),
        ),
        (
            "timbang import, 1,000 rows",
            Box::new(move || import(desk, 1_000)),
        ),
        (
            "timbang import, 10,000 rows",
            Box::new(move || import(desk, 10_000)),
        ),
        (
            "timbang import, 500,000 rows",
            Box::new(move || import(desk, 500_000)),
        ),
    ]
}

/// Time per row stays the same from 100,000 to 500,000 rows.
fn linear(small: &Measured, large: &Measured) -> Bar {
    let ratio = large.median.as_secs_f64() / small.median.as_secs_f64() / 5.0;
    Bar {
        promise: "Time is linear: five times the rows take at most 5 × 1.2 the time".to_owned(),
        found: format!("5 × {ratio:.2}"),
        met: ratio <= 1.2,
    }
}

fn import(desk: &Desk, rows: u32) -> Run {
    let _ = std::fs::remove_file(desk.path("lomba.timbang"));
    desk.types("new lomba.timbang --rules kukar-pekan-inovasi")
        .done();
    run(desk
        .command(&format!("import lomba.timbang {rows}.xlsx"))
        .stdout(Stdio::null())
        .stderr(Stdio::null()))
}

/// A registration of so many rows with 20 columns.
pub fn workbook(rows: u32) -> Vec<u8> {
    let mut chance = Seeded::new(u64::from(rows));
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, HEADINGS).unwrap();
    for row in 1..=rows {
        sheet.write(row, 0, row).unwrap();
        for (column, text) in (1..).zip(line(&mut chance, row)) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// What stands right of the running number.
fn line(chance: &mut Seeded, row: u32) -> [String; 19] {
    let mut sentence = |words: u32| {
        let words: Vec<&str> = (0..words).map(|_| *chance.one_of(&WORDS)).collect();
        words.join(" ")
    };
    let (title, summary) = (sentence(3), sentence(12));
    let (purpose, benefit, outcome) = (sentence(6), sentence(6), sentence(6));
    let (day, month) = (chance.between(1, 28), chance.between(1, 12));
    let born = format!(
        "{}{:02}{:02}",
        chance.between(1965, 1995),
        chance.between(1, 12),
        chance.between(1, 28)
    );
    [
        (*chance.one_of(&[
            "OPD",
            "Kecamatan",
            "Desa/Kelurahan",
            "Puskesmas",
            "Sekolah",
            "Guru",
        ]))
        .to_owned(),
        format!("Unit Kerja {}", row / 3),
        format!("{title} {row}"),
        format!("Inovator {row}"),
        format!(
            "{born}{}{:02}1{:03}",
            chance.between(2005, 2020),
            chance.between(1, 12),
            row % 1_000
        ),
        (*chance.one_of(&[
            "Kepala Dinas",
            "Guru Muda",
            "Analis Kebijakan",
            "Bidan",
            "Camat",
        ]))
        .to_owned(),
        format!("inovator{row}@contoh.go.id"),
        format!("0812{:08}", chance.below(100_000_000)),
        (*chance.one_of(&["Digital", "Non Digital"])).to_owned(),
        (*chance.one_of(&[
            "Tata Kelola Pemerintahan Daerah",
            "Pelayanan Publik",
            "Inovasi Daerah Lainnya",
        ]))
        .to_owned(),
        (*chance.one_of(&["Inisiatif", "Uji Coba", "Penerapan"])).to_owned(),
        (*chance.one_of(&["Kesehatan", "Pendidikan", "Sosial", "Pangan"])).to_owned(),
        format!("{day:02}/{month:02}/2021"),
        format!("{day:02}/{month:02}/2022"),
        summary,
        purpose,
        benefit,
        outcome,
        format!("https://video.contoh.go.id/{row}"),
    ]
}
