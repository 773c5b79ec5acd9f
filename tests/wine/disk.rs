//! Remit: on a disk that runs full nothing is half done, and the disk is named.

use crate::given;
use harness::{Desk, Registered, registration};
use std::fs::File;
use std::io::Write as _;
use std::path::Path;

fn workbook(rows: usize) -> Vec<u8> {
    let line = |n: usize| Registered {
        category: "OPD".into(),
        agency: format!("Dinas Percobaan {}", n / 5),
        title: format!("Inovasi Percobaan Nomor {n}"),
    };
    registration(&(0..rows).map(line).collect::<Vec<_>>())
}

#[test]
fn an_import_that_does_not_fit_the_disk_is_refused_and_changes_nothing() {
    let elsewhere = Desk::new();
    elsewhere.write("banyak.xlsx", workbook(30_000));
    let desk = Desk::on(Path::new(&given("TIMBANG_FULL_DISK")));
    desk.types("new lomba.timbang --rules metro-penilaian-judul")
        .done();
    desk.write("sedikit.xlsx", workbook(3));
    desk.types("import lomba.timbang sedikit.xlsx").done();
    let before = desk.asks("entries lomba.timbang");
    let banyak = elsewhere.path("banyak.xlsx");
    desk.types(&format!("import lomba.timbang '{}'", banyak.display()))
        .refused()
        .naming(&["lomba.timbang", "disk is full"]);
    assert_eq!(desk.asks("entries lomba.timbang"), before);
    desk.types("check lomba.timbang").done();
}

/// Takes every byte that is free on the disk.
fn fill(desk: &Desk) {
    let mut filler = File::create(desk.path("penuh")).unwrap();
    for size in [1 << 16, 1] {
        while filler.write_all(&vec![0; size]).is_ok() {}
    }
}

#[test]
fn on_a_full_disk_every_step_is_refused_and_can_be_done_once_there_is_room() {
    let desk = Desk::on(Path::new(&given("TIMBANG_FULL_DISK")));
    desk.write("sedikit.xlsx", workbook(3));
    for typed in [
        "new lomba.timbang --rules metro-penilaian-judul",
        "import lomba.timbang sedikit.xlsx",
        "judge add lomba.timbang --code J1 --name Juri",
    ] {
        desk.types(typed).done();
    }
    let made = desk.asks("packet lomba.timbang --judge J1 --out J1.paket");
    desk.write("kata.txt", made["passphrase"].as_str().unwrap());
    let open = "open J1.paket --passphrase-file kata.txt --out J1.timbang";
    desk.types(open).done();
    desk.types("hand-over J1.timbang --out J1.nilai").done();

    for (typed, changed) in [
        (
            "judge add lomba.timbang --code J2 --name Juri",
            "lomba.timbang",
        ),
        (
            "packet lomba.timbang --judge J1 --out J1-lagi.paket",
            "lomba.timbang",
        ),
        (
            "mark J1.timbang --stage penilaian --entry OPD-001 --criterion kebaruan --mark 2",
            "J1.timbang",
        ),
        ("hand-over J1.timbang --out J1-lagi.nilai", "J1.timbang"),
        ("merge lomba.timbang J1.nilai", "lomba.timbang"),
        ("export lomba.timbang --winners juara.xlsx", "lomba.timbang"),
    ] {
        let before = desk.read(changed);
        fill(&desk);
        desk.types(typed).refused().naming(&["disk is full"]);
        std::fs::remove_file(desk.path("penuh")).unwrap();
        assert!(desk.read(changed) == before, "{typed} changed {changed}");
        desk.types(&format!("check {changed}")).done();
        desk.types(typed).done();
    }
}
