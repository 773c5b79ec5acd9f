//! Remit: on a disk that runs full nothing is half done, and the disk is named.

use crate::given;
use harness::{Desk, Registered, registration};
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
    elsewhere.write("banyak.xlsx", workbook(10_000));
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
