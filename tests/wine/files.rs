//! Remit: a file that Windows does not let anybody write, because of its rights or because another program has it open, is
//! named, and nothing is left half done.

use harness::{Desk, start_program};
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Child, Stdio};

fn chair() -> Desk {
    let desk = Desk::new();
    desk.fixture("metro-2027-penjaringan.xlsx");
    desk.types("new lomba.timbang --rules metro-penilaian-judul")
        .done();
    desk
}

/// Another program that has a file open for writing, as a spreadsheet program has: others may read it meanwhile.
struct Elsewhere(Child);

impl Elsewhere {
    fn opened(desk: &Desk, file: &str) -> Self {
        let mut command = start_program("cmd");
        command
            .args(["/c", "pause", "2>>", file])
            .current_dir(desk.path("."))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut child = command.spawn().expect("cmd starts");
        // It asks for a key once the file is open.
        let mut asked = [0];
        let output = child.stdout.as_mut().expect("its output");
        std::io::Read::read_exact(output, &mut asked).expect("cmd asks for a key");
        Self(child)
    }
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_read_only_competition_is_refused_and_left_alone() {
    let desk = chair();
    let before = desk.read("lomba.timbang");
    fs::set_permissions(desk.path("lomba.timbang"), Permissions::from_mode(0o444)).unwrap();
    desk.types("import lomba.timbang metro-2027-penjaringan.xlsx")
        .refused()
        .naming(&["lomba.timbang", "read-only"]);
    assert!(desk.read("lomba.timbang") == before);
}

#[test]
fn a_read_only_folder_is_refused_and_nothing_appears_in_it() {
    let desk = chair();
    fs::create_dir(desk.path("arsip")).unwrap();
    fs::set_permissions(desk.path("arsip"), Permissions::from_mode(0o555)).unwrap();
    desk.types("new arsip/lomba.timbang --rules metro-penilaian-judul")
        .refused()
        .naming(&["read-only"]);
    desk.types("export lomba.timbang --winners arsip/juara.xlsx")
        .refused()
        .naming(&["juara.xlsx"]);
    assert_eq!(fs::read_dir(desk.path("arsip")).unwrap().count(), 0);
}

#[test]
fn a_competition_open_in_another_program_is_refused_until_it_is_closed() {
    let desk = chair();
    let before = desk.read("lomba.timbang");
    let elsewhere = Elsewhere::opened(&desk, "lomba.timbang");
    desk.types("import lomba.timbang metro-2027-penjaringan.xlsx")
        .refused()
        .naming(&["lomba.timbang"]);
    drop(elsewhere);
    assert!(desk.read("lomba.timbang") == before);
    desk.types("import lomba.timbang metro-2027-penjaringan.xlsx")
        .done();
}

#[test]
fn a_workbook_open_in_another_program_can_be_imported_but_not_overwritten() {
    let desk = chair();
    let _elsewhere = Elsewhere::opened(&desk, "metro-2027-penjaringan.xlsx");
    let before = desk.read("metro-2027-penjaringan.xlsx");
    let imported = desk.asks("import lomba.timbang metro-2027-penjaringan.xlsx");
    assert_eq!(imported["taken"], 105);
    desk.types("export lomba.timbang --winners metro-2027-penjaringan.xlsx")
        .refused()
        .naming(&["metro-2027-penjaringan.xlsx"]);
    assert!(desk.read("metro-2027-penjaringan.xlsx") == before);
}
