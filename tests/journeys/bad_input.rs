//! Remit: what is wrong is refused with its place, exit 1, and the file exactly as it was.

use harness::{Desk, Panel, Registered, registration};
use std::collections::BTreeMap;

/// Every file of the folder with its bytes.
fn contents(desk: &Desk) -> BTreeMap<String, Vec<u8>> {
    let files = std::fs::read_dir(desk.path(".")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    names.map(|name| (name.clone(), desk.read(&name))).collect()
}

/// The command is refused, says these words, and every file is as it was.
#[track_caller]
fn check(desk: &Desk, command: &str, words: &[&str]) {
    let before = contents(desk);
    let said = desk.types(command).refused().naming(words);
    let after = contents(desk);
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        names(&after),
        names(&before),
        "{command} left something behind or took something away"
    );
    for (name, bytes) in before {
        assert!(after[&name] == bytes, "{command} changed {name}");
    }
    let json = desk.types(&format!("{command} --json")).refused().json();
    assert!(
        said.err
            .contains(json["error"]["message"].as_str().unwrap()),
        "{json}"
    );
}

const RULES: &str = r#"format = 1
name = "Lomba"
rounding = { digits = 2, mode = "half-up", at = "final" }

[[category]]
code = "OPD"
name = "Perangkat Daerah"

[[stage]]
code = "penilaian"
name = "Penilaian"
kind = "scoring"
weight = 100

[[stage.criterion]]
code = "kebaruan"
name = "Kebaruan"
weight = 30
scale = { min = 0, max = 10, step = 0.5 }

[[stage.criterion]]
code = "dampak"
name = "Dampak"
weight = 70
scale = { min = 0, max = 10, step = 0.5 }
"#;

#[test]
fn a_rules_file_that_does_not_hold_is_refused_by_line_and_key() {
    for (wrong, right, words) in [
        (
            "digts = 2",
            "digits = 2",
            &["line 3", "digts", "digits"] as &[&str],
        ),
        (
            "wieght = 30",
            "weight = 30",
            &["line 18", "wieght", "weight"],
        ),
        (
            "mode = \"half-way\"",
            "mode = \"half-up\"",
            &["line 3", "half-way"],
        ),
        (
            "kind = \"scorring\"",
            "kind = \"scoring\"",
            &["line 12", "scorring"],
        ),
        ("max = -1", "max = 10", &["line 19"]),
        (
            "code = \"kebaruan\"",
            "code = \"dampak\"",
            &["kebaruan", "twice"],
        ),
        ("weight = 1e3", "weight = 100", &["line 13"]),
        ("format = 99", "format = 1", &["99", "newer"]),
        ("name = ", "name = \"Lomba\"", &["line 2"]),
    ] {
        let desk = Desk::new();
        assert!(RULES.contains(right), "{right}");
        desk.write("aturan.toml", RULES.replacen(right, wrong, 1));
        check(&desk, "new lomba.timbang --rules aturan.toml", words);
    }
}

#[test]
fn a_competition_is_not_made_over_another_nor_from_rules_that_are_not_there() {
    let desk = Desk::new();
    desk.write("aturan.toml", RULES);
    check(
        &desk,
        "new lomba.timbang --rules bukan-templat",
        &["bukan-templat"],
    );
    desk.types("new lomba.timbang --rules aturan.toml").done();
    check(
        &desk,
        "new lomba.timbang --rules aturan.toml",
        &["lomba.timbang"],
    );
    check(
        &desk,
        "new tidak/ada/lomba.timbang --rules aturan.toml",
        &["lomba.timbang"],
    );
}

#[test]
fn a_workbook_that_cannot_be_understood_is_refused_whole() {
    let desk = Desk::new();
    desk.write("aturan.toml", RULES);
    desk.types("new lomba.timbang --rules aturan.toml").done();
    let line = Registered {
        category: "OPD".into(),
        agency: "Dinas A".into(),
        title: "Inovasi A".into(),
    };
    let whole = registration(&[line]);
    desk.write("utuh.xlsx", &whole);
    desk.write("bukan.xlsx", "ini bukan buku kerja");
    desk.write("hampa.xlsx", "");
    desk.write("putus.xlsx", &whole[..whole.len() / 2]);
    desk.write("kosong.xlsx", blank_workbook(&[]));
    desk.write(
        "tanpa-judul.xlsx",
        blank_workbook(&["warna", "bentuk", "rasa"]),
    );
    desk.write("peta.toml", "bukan = [peta");
    for (workbook, words) in [
        ("tidak-ada.xlsx", &["tidak-ada.xlsx"] as &[&str]),
        ("bukan.xlsx", &["bukan.xlsx"]),
        ("hampa.xlsx", &["hampa.xlsx", "empty"]),
        ("putus.xlsx", &["putus.xlsx"]),
        ("kosong.xlsx", &["kosong.xlsx"]),
        ("tanpa-judul.xlsx", &["tanpa-judul.xlsx", "heading"]),
        ("utuh.xlsx --category GURU", &["GURU"]),
        ("utuh.xlsx --sheet Lembar9", &["Lembar9"]),
        ("utuh.xlsx --map peta.toml", &["peta.toml", "line 1"]),
        ("utuh.xlsx --duplicate dua=keep", &["dua=keep"]),
    ] {
        check(&desk, &format!("import lomba.timbang {workbook}"), words);
    }
    desk.types("import lomba.timbang utuh.xlsx").done();
}

fn blank_workbook(cells: &[&str]) -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    workbook
        .add_worksheet()
        .write_row(0, 0, cells.iter().copied())
        .unwrap();
    workbook.save_to_buffer().unwrap()
}

/// A chair and one judge with a packet opened, by [`RULES`], on three entries.
fn panel() -> Panel {
    let chair = Desk::new();
    chair.write("aturan.toml", RULES);
    let line = |n: u32| Registered {
        category: "OPD".into(),
        agency: format!("Dinas {n}"),
        title: format!("Inovasi {n}"),
    };
    chair.write("daftar.xlsx", registration(&[line(1), line(2), line(3)]));
    Panel::assembled(chair, "aturan.toml", "daftar.xlsx", &[("J1", "")])
}

#[test]
fn a_table_with_one_wrong_mark_is_refused_by_line_and_none_of_it_is_taken() {
    let panel = panel();
    let desk = &panel.judges[0].desk;
    for (line, words) in [
        (
            "penilaian,OPD-002,kebaruan,11,",
            &["line 3", "11", "kebaruan"] as &[&str],
        ),
        ("penilaian,OPD-002,kebaruan,-1,", &["line 3", "-1"]),
        ("penilaian,OPD-002,kebaruan,7.25,", &["line 3", "7.25"]),
        (
            "penilaian,OPD-002,kebaruan,7.00001,",
            &["line 3", "7.00001"],
        ),
        ("penilaian,OPD-002,kebaruan,1e1,", &["line 3", "1e1"]),
        ("penilaian,OPD-002,kebaruan,NaN,", &["line 3", "NaN"]),
        ("penilaian,OPD-002,keindahan,7,", &["line 3", "keindahan"]),
        ("penilaian,OPD-009,kebaruan,7,", &["line 3", "OPD-009"]),
        ("presentasi,OPD-002,kebaruan,7,", &["line 3", "presentasi"]),
        ("penilaian,OPD-001,kebaruan,8,", &["line 3", "OPD-001"]),
    ] {
        let table =
            format!("stage,entry,criterion,mark,remark\npenilaian,OPD-001,kebaruan,7,\n{line}\n");
        desk.write("nilai.csv", table);
        check(desk, "mark J1.timbang --csv nilai.csv", words);
    }
    desk.write("nilai.csv", "stage,entry,kriteria,mark\n");
    check(
        desk,
        "mark J1.timbang --csv nilai.csv",
        &["line 1", "criterion"],
    );
    check(
        desk,
        "recuse J1.timbang --stage penilaian --entry OPD-009 --reason x",
        &["OPD-009"],
    );
    check(
        desk,
        "recuse J1.timbang --stage penilaian --entry OPD-001 --reason ' '",
        &["reason"],
    );
    let table = "stage,entry,criterion,mark\npenilaian,OPD-001,kebaruan,7\n";
    panel.chair.write("nilai.csv", table);
    check(
        &panel.chair,
        "mark lomba.timbang --csv nilai.csv",
        &["lomba.timbang"],
    );
}

#[test]
fn what_is_the_chairs_to_do_is_not_done_in_a_judges_working_copy() {
    let panel = panel();
    let desk = &panel.judges[0].desk;
    desk.take(&panel.chair, "daftar.xlsx");
    for command in [
        "import J1.timbang daftar.xlsx",
        "judge add J1.timbang --code J2 --name 'Juri Dua'",
        "packet J1.timbang --judge J1 --out J2.paket",
        "merge J1.timbang J1.paket",
        "decide J1.timbang disqualify OPD-001 --reason salinan",
    ] {
        check(desk, command, &["J1.timbang", "working copy"]);
    }
}

#[test]
fn a_packet_is_opened_only_whole_and_with_its_passphrase() {
    let panel = panel();
    let desk = &panel.judges[0].desk;
    let packet = desk.read("J1.paket");
    desk.write("putus.paket", &packet[..packet.len() - 40]);
    desk.write("bukan.paket", "bukan paket");
    let words = String::from_utf8(desk.read("kata.txt")).unwrap();
    let other: Vec<&str> = words.trim().rsplit('-').collect();
    desk.write("salah.txt", other.join("-"));
    desk.write("bukan-kata.txt", words.replacen('-', "x-", 1));
    for (command, words) in [
        (
            "open J1.paket --passphrase-file salah.txt --out baru.timbang",
            &["J1.paket", "passphrase"] as &[&str],
        ),
        (
            "open J1.paket --passphrase-file bukan-kata.txt --out baru.timbang",
            &["did you mean"],
        ),
        (
            "open putus.paket --passphrase-file kata.txt --out baru.timbang",
            &["putus.paket"],
        ),
        (
            "open bukan.paket --passphrase-file kata.txt --out baru.timbang",
            &["bukan.paket"],
        ),
        (
            "open J1.paket --passphrase-file tidak-ada.txt --out baru.timbang",
            &["tidak-ada.txt"],
        ),
        (
            "open J1.paket --passphrase-file kata.txt --out J1.timbang",
            &["J1.timbang"],
        ),
    ] {
        check(desk, command, words);
    }
}

#[test]
fn a_hand_over_that_is_not_whole_or_not_ours_is_refused_and_the_others_are_taken() {
    let panel = panel();
    let judge = &panel.judges[0];
    let marks: Vec<String> = ["kebaruan", "dampak"]
        .map(|c| format!("penilaian,OPD-001,{c},7.5"))
        .to_vec();
    judge.marks(&marks);
    judge.hands_over("J1.nilai");
    let whole = judge.desk.read("J1.nilai");

    let stranger = self::panel();
    stranger.judges[0].marks(&marks);
    stranger.judges[0].hands_over("J1.nilai");

    let chair = &panel.chair;
    let mut flipped = whole.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 0x20;
    chair.write("berubah.nilai", flipped);
    chair.write("putus.nilai", &whole[..whole.len() - 1]);
    let mut newer = whole.clone();
    newer[8..10].copy_from_slice(&99_u16.to_be_bytes()); // the format's version follows the magic
    chair.write("baru.nilai", newer);
    chair.write("hampa.nilai", "");
    chair.write("bukan.nilai", "bukan serah terima");
    chair.write("asing.nilai", stranger.judges[0].desk.read("J1.nilai"));
    chair.take(&judge.desk, "J1.paket");
    for file in [
        "baru.nilai",
        "berubah.nilai",
        "putus.nilai",
        "hampa.nilai",
        "bukan.nilai",
        "asing.nilai",
        "J1.paket",
        "tidak-ada.nilai",
    ] {
        let before = chair.read("lomba.timbang");
        let said = chair
            .types(&format!("merge lomba.timbang {file} --json"))
            .refused();
        let row = &said.json()["rows"][0];
        assert_eq!(row["verdict"], "refused", "{row}");
        assert!(!row["reason"].as_str().unwrap().is_empty(), "{row}");
        assert!(row["file"].as_str().unwrap().ends_with(file), "{row}");
        assert!(
            chair.read("lomba.timbang") == before,
            "{file} changed the competition"
        );
    }
    chair.write("J1.nilai", whole);
    let mixed = chair
        .types("merge lomba.timbang bukan.nilai J1.nilai --json")
        .refused()
        .json();
    assert_eq!(
        (&mixed["rows"][0]["verdict"], &mixed["rows"][1]["verdict"]),
        (&"refused".into(), &"new".into())
    );
}

#[test]
fn a_file_that_is_no_competition_is_refused_and_left_alone() {
    let desk = Desk::new();
    desk.write("aturan.toml", RULES);
    desk.types("new lomba.timbang --rules aturan.toml").done();
    let sound = desk.read("lomba.timbang");
    let mut newer = sound.clone();
    newer[60..64].copy_from_slice(&9_999_u32.to_be_bytes()); // SQLite keeps user_version there
    let mut foreign = sound.clone();
    foreign[68..72].copy_from_slice(&7_u32.to_be_bytes()); // and application_id there
    desk.write("baru.timbang", newer);
    desk.write("asing.timbang", foreign);
    desk.write("bukan.timbang", "bukan lomba");
    desk.write("hampa.timbang", "");
    desk.write("putus.timbang", &sound[..sound.len() / 2]);
    for (file, words) in [
        ("baru.timbang", &["baru.timbang", "newer"] as &[&str]),
        ("asing.timbang", &["asing.timbang"]),
        ("bukan.timbang", &["bukan.timbang"]),
        ("hampa.timbang", &["hampa.timbang"]),
        ("putus.timbang", &["putus.timbang"]),
        ("tidak-ada.timbang", &["tidak-ada.timbang"]),
    ] {
        check(&desk, &format!("entries {file}"), words);
        check(&desk, &format!("standings {file}"), words);
    }
    check(&desk, "recompute bukan.timbang", &["bukan.timbang"]);
}

#[test]
fn a_decision_about_nothing_is_refused_and_one_without_a_reason_is_wrong_usage() {
    let panel = panel();
    let chair = &panel.chair;
    check(
        chair,
        "decide lomba.timbang disqualify OPD-009 --reason salinan",
        &["OPD-009"],
    );
    check(
        chair,
        "decide lomba.timbang deduct OPD-001 banyak --reason terlambat",
        &["banyak"],
    );
    check(
        chair,
        "decide lomba.timbang disqualify OPD-001 --reason ' '",
        &["reason"],
    );
    for command in [
        "decide lomba.timbang disqualify OPD-001",
        "entries",
        "tidak-ada-perintah",
        "merge lomba.timbang",
    ] {
        let said = chair.types(command);
        assert_eq!(said.code, Some(2), "{command}: {}", said.err);
    }
}
