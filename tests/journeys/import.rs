//! Remit: the two shipped registrations come in whole, once, and with their doubts named.

use harness::Desk;
use serde_json::Value;
use std::collections::BTreeMap;

const METRO: &str = "metro-2027-penjaringan.xlsx";
const KUKAR: &str = "kukar-2023-pendaftaran.xlsx";

/// A chair with a fresh competition and the workbook beside it.
fn chair(template: &str, workbook: &str) -> Desk {
    let chair = Desk::new();
    chair.fixture(workbook);
    chair
        .types(&format!("new lomba.timbang --rules {template}"))
        .done();
    chair
}

fn by_category(entries: &Value) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for row in entries["rows"].as_array().unwrap() {
        *counted
            .entry(row["category"].as_str().unwrap().to_owned())
            .or_default() += 1;
    }
    counted
}

fn findings<'a>(outcome: &'a Value, code: &str) -> Vec<&'a Value> {
    let all = outcome["findings"].as_array().unwrap();
    all.iter()
        .filter(|finding| finding["code"] == code)
        .collect()
}

#[test]
fn metro_gives_105_entries_in_four_groups() {
    let chair = chair("metro-penilaian-judul", METRO);
    let outcome = chair.asks(&format!("import lomba.timbang {METRO}"));
    assert_eq!(outcome["taken"], 105);
    let entries = chair.asks("entries lomba.timbang");
    let expected = [("KEC", 8), ("KES", 16), ("OPD", 52), ("PEN", 29)];
    let expected = expected.map(|(category, count)| (category.to_owned(), count));
    assert_eq!(by_category(&entries), BTreeMap::from(expected));
    let first = &entries["rows"][0];
    assert_eq!(first["entry"], "OPD-001");
    assert_eq!(
        first["title"],
        "Digitalisasi Laporan Ikhtisar Pengawasan APIP"
    );
    assert_eq!(first["agency"], "Inspektorat Daerah");
    assert_eq!(first["source"]["sheet"], "Penjaringan 2027");
    assert_eq!(first["source"]["row"], 8);
    let second = &entries["rows"][1];
    assert_eq!(
        second["agency"], "Inspektorat Daerah",
        "an agency stands for the rows it is merged over"
    );
}

#[test]
fn a_second_import_of_the_same_workbook_changes_nothing() {
    let chair = chair("metro-penilaian-judul", METRO);
    chair.types(&format!("import lomba.timbang {METRO}")).done();
    let before = (
        chair.asks("entries lomba.timbang"),
        chair.asks("journal lomba.timbang"),
    );
    let again = chair.asks(&format!("import lomba.timbang {METRO}"));
    assert_eq!(
        (&again["taken"], &again["changed"], &again["unchanged"]),
        (&0.into(), &0.into(), &105.into())
    );
    let after = (
        chair.asks("entries lomba.timbang"),
        chair.asks("journal lomba.timbang"),
    );
    assert_eq!(after, before);
}

#[test]
fn a_dry_run_says_what_would_happen_and_changes_nothing() {
    let chair = chair("metro-penilaian-judul", METRO);
    let before = chair.read("lomba.timbang");
    let answer = chair.asks(&format!("import lomba.timbang {METRO} --dry-run"));
    assert_eq!(answer["taken"], 105);
    assert_eq!(chair.read("lomba.timbang"), before);
    assert_eq!(chair.asks("entries lomba.timbang")["total"], 0);
}

#[test]
fn kukar_gives_240_entries_one_suspected_duplicate_and_one_row_without_a_title() {
    let chair = chair("kukar-pekan-inovasi", KUKAR);
    let outcome = chair.asks(&format!("import lomba.timbang {KUKAR}"));
    assert_eq!(outcome["taken"], 240);
    assert_eq!(chair.asks("entries lomba.timbang")["total"], 240);
    assert_eq!(findings(&outcome, "suspected-duplicate").len(), 1);
    let untitled = findings(&outcome, "no-title");
    assert_eq!(untitled.len(), 1);
    assert_eq!(
        (&untitled[0]["sheet"], &untitled[0]["row"]),
        (&"Form Responses 1".into(), &253.into())
    );
    let categories = by_category(&chair.asks("entries lomba.timbang"));
    assert_eq!(categories.len(), 13, "{categories:?}");
}

#[test]
fn a_suspected_duplicate_comes_in_when_the_chair_keeps_it() {
    let chair = chair("kukar-pekan-inovasi", KUKAR);
    let answer = chair.asks(&format!("import lomba.timbang {KUKAR} --dry-run"));
    let row = &findings(&answer, "suspected-duplicate")[0]["row"];
    let outcome = chair.asks(&format!(
        "import lomba.timbang {KUKAR} --duplicate {row}=keep"
    ));
    assert_eq!(outcome["taken"], 241);
    let again = chair.asks(&format!("import lomba.timbang {KUKAR}"));
    assert_eq!(
        (&again["taken"], &again["unchanged"]),
        (&0.into(), &241.into()),
        "the choice is remembered"
    );
}

const NEAR: &str = "No;Kategori;Perangkat Daerah;Judul Inovasi
1;OPD;Dinas A;Jemput Bola Adminduk
2;OPD;Dinas A;Jemput Bola Admindukk
3;Dinkes;RSUD;Antrean Cerdas
";

#[test]
fn near_titles_stand_side_by_side_and_one_may_be_merged() {
    let chair = chair("metro-penilaian-judul", METRO);
    chair.write("daftar.csv", NEAR);
    let answer = chair.asks("import lomba.timbang daftar.csv --dry-run");
    let pair = &answer["duplicates"][0];
    assert_eq!(
        (
            &pair["row"],
            &pair["likeness"],
            &pair["other_row"],
            &pair["waits"]
        ),
        (&3.into(), &"near-title".into(), &2.into(), &false.into())
    );
    let outcome = chair.asks("import lomba.timbang daftar.csv --row 3=merge");
    assert_eq!(outcome["taken"], 1);
    let again = chair.asks("import lomba.timbang daftar.csv");
    assert_eq!(
        (&again["taken"], &again["unchanged"]),
        (&0.into(), &1.into())
    );
    chair.write(
        "daftar.csv",
        NEAR.replace("Adminduk\n", "Adminduk Keliling\n"),
    );
    let grown = chair.asks("import lomba.timbang daftar.csv --row 3=drop");
    assert_eq!(grown["taken"], 1, "another title is another innovation");
}

#[test]
fn what_a_category_means_goes_with_the_mapping_from_one_chair_to_another() {
    let chair = chair("metro-penilaian-judul", METRO);
    chair.write("daftar.csv", NEAR);
    let outcome =
        chair.asks("import lomba.timbang daftar.csv --means Dinkes=KES --save-map pola-kolom.toml");
    assert_eq!(outcome["taken"], 3);
    let other = self::chair("metro-penilaian-judul", METRO);
    other.write("daftar.csv", NEAR);
    let unmapped = other.asks("import lomba.timbang daftar.csv --dry-run");
    assert_eq!(unmapped["taken"], 2);
    other.write("pola-kolom.toml", chair.read("pola-kolom.toml"));
    let mapped = other.asks("import lomba.timbang daftar.csv --map pola-kolom.toml");
    assert_eq!(mapped["taken"], 3);
}

#[test]
fn one_field_of_one_entry_is_taken_over_and_the_others_stay() {
    let chair = chair("metro-penilaian-judul", METRO);
    let list = "Kategori;Perangkat Daerah;Judul Inovasi;Nama Inovator;Keterangan\nOPD;Dinas A;Satu;Ani;x\n";
    chair.write("daftar.csv", list);
    chair.types("import lomba.timbang daftar.csv").done();
    chair.write("daftar.csv", list.replace("Ani;x", "Budi;y"));
    let outcome = chair.asks("import lomba.timbang daftar.csv --take OPD-001/innovator");
    assert_eq!(outcome["taken_over"][0], "OPD-001");
    let row = &chair.asks("entries lomba.timbang")["rows"][0];
    assert_eq!(
        (&row["innovator"], &row["remarks"]),
        (&"Budi".into(), &"x".into())
    );
}
