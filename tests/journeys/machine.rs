//! Remit: what the machine does to people: names of folders, ends of lines, another program at the same file.

use harness::{Desk, Panel, Registered, registration};
use serde_json::Value;
use std::process::Stdio;

const RULES: &str = r#"format = 1
name = "Lomba di mesin apa pun"
[[category]]
code = "OPD"
name = "Perangkat Daerah"
[[stage]]
code = "penilaian"
name = "Penilaian"
kind = "scoring"
weight = 100
[[stage.criterion]]
code = "dampak"
name = "Dampak"
scale = { min = 0, max = 100 }
"#;

fn workbook() -> Vec<u8> {
    let line = |n: u32| Registered {
        category: "OPD".into(),
        agency: format!("Dinas {n}"),
        title: format!("Inovasi {n}"),
    };
    registration(&[line(1), line(2), line(3)])
}

/// The whole way of the data with every file in a folder of that name.
fn check(folder: &str) {
    let desk = Desk::new();
    std::fs::create_dir_all(desk.path(folder)).unwrap();
    let within = |file: &str| format!("{folder}/{file}");
    desk.write(&within("aturan.toml"), RULES);
    desk.write(&within("daftar pendaftaran.xlsx"), workbook());
    let at = |file: &str| format!("'{}'", within(file));
    let lomba = at("lomba 2027.timbang");
    let does = |command: String| desk.asks(&command);
    does(format!("new {lomba} --rules {}", at("aturan.toml")));
    let imported = does(format!("import {lomba} {}", at("daftar pendaftaran.xlsx")));
    assert_eq!(imported["taken"], 3, "{folder}");
    does(format!("judge add {lomba} --code J1 --name 'Dr. Sri'"));
    let made = does(format!(
        "packet {lomba} --judge J1 --out {}",
        at("J1.paket")
    ));
    desk.write(&within("kata.txt"), made["passphrase"].as_str().unwrap());
    does(format!(
        "open {} --passphrase-file {} --out {}",
        at("J1.paket"),
        at("kata.txt"),
        at("J1.timbang")
    ));
    let table = "stage,entry,criterion,mark,remark\npenilaian,OPD-001,dampak,70,\n";
    desk.write(&within("nilai.csv"), table);
    does(format!(
        "mark {} --csv {} --finish",
        at("J1.timbang"),
        at("nilai.csv")
    ));
    does(format!(
        "hand-over {} --out {}",
        at("J1.timbang"),
        at("J1.nilai")
    ));
    let merged = does(format!("merge {lomba} {}", at("J1.nilai")));
    assert_eq!(merged["rows"][0]["verdict"], "new", "{folder}");
    does(format!(
        "export {lomba} --winners {} --csv {} --pack {}",
        at("juara.xlsx"),
        at("juara.csv"),
        at("lomba.hasil")
    ));
    let again = does(format!("recompute {}", at("lomba.hasil")));
    assert_eq!(again["equal"], true, "{folder}");
    does(format!("check {lomba}"));
}

#[test]
fn folders_may_have_blanks_umlauts_and_names_of_any_script() {
    check("Lomba Inovasi Daerah");
    check("Größe der Übersicht & 100% (baru)");
    check("Kelurahan Ma’rang, Désa Åtas ꦧꦭꦶ");
}

#[test]
fn a_path_may_be_longer_than_260_characters() {
    let folder = ["Berkas penilaian lomba inovasi daerah"; 9].join("/");
    assert!(folder.len() > 260);
    check(&folder);
}

#[test]
fn text_files_may_end_their_lines_as_windows_does() {
    let chair = Desk::new();
    let windows = |text: &str| text.replace('\n', "\r\n");
    chair.write("aturan.toml", windows(RULES));
    chair.write(
        "daftar.csv",
        windows("Kategori;Perangkat Daerah;Judul Inovasi\nOPD;Dinas A;Satu\nOPD;Dinas B;Dua\n"),
    );
    let panel = Panel::assembled(chair, "aturan.toml", "daftar.csv", &[("J1", "")]);
    let chair = &panel.chair;
    let entries = chair.asks("entries lomba.timbang");
    assert_eq!(entries["rows"][1]["title"], "Dua");

    // The passphrase, copied into a file by an editor that ends the line.
    let made = chair.asks("packet lomba.timbang --judge J1 --out lagi.paket");
    let desk = &panel.judges[0].desk;
    desk.take(chair, "lagi.paket");
    desk.write(
        "kata.txt",
        format!("{}\r\n", made["passphrase"].as_str().unwrap()),
    );
    desk.types("open lagi.paket --passphrase-file kata.txt --out lagi.timbang")
        .done();

    let table = "stage,entry,criterion,mark,remark\npenilaian,OPD-001,dampak,70,\"dua\nbaris\"\npenilaian,OPD-002,dampak,80,\n";
    desk.write("nilai.csv", windows(table));
    let marked = desk.asks("mark lagi.timbang --csv nilai.csv --finish");
    assert_eq!(marked["final_sheets"], 2, "{marked}");

    let stricter = RULES.replace("max = 100", "max = 90");
    chair.write("baru.toml", windows(&stricter));
    chair
        .types(
            "rules lomba.timbang --change baru.toml --marks penilaian/dampak=rescale --reason 'rapat'",
        )
        .done();
    chair.types("check lomba.timbang").done();
}

#[test]
fn a_mapping_and_the_words_of_a_keys_backup_may_end_their_lines_as_windows_does() {
    let windows = |text: &[u8]| String::from_utf8_lossy(text).replace('\n', "\r\n");
    let chair = Desk::new();
    chair.write("aturan.toml", RULES);
    chair.write("daftar.csv", "Kelompok;OPD;Inovasi\nDinkes;Dinas A;Satu\n");
    chair.types("new lomba.timbang --rules aturan.toml").done();
    chair
        .types("import lomba.timbang daftar.csv --means Dinkes=OPD --save-map peta.toml")
        .done();
    let made = chair.asks("keys back-up lomba.timbang --out kunci.cadangan");

    let other = Desk::new();
    other.write("aturan.toml", RULES);
    other.write("peta.toml", windows(&chair.read("peta.toml")));
    other.write("daftar.csv", windows(&chair.read("daftar.csv")));
    other.types("new lain.timbang --rules aturan.toml").done();
    let imported = other.asks("import lain.timbang daftar.csv --map peta.toml");
    assert_eq!(imported["taken"], 1, "{imported}");

    for file in ["lomba.timbang", "kunci.cadangan"] {
        other.take(&chair, file);
    }
    let words = made["passphrase"].as_str().unwrap();
    other.write("kata.txt", format!("{words}\r\n"));
    other
        .types("keys restore lomba.timbang --from kunci.cadangan --passphrase-file kata.txt")
        .done();
}

#[test]
fn of_programs_that_change_one_file_at_once_each_does_it_whole_or_says_that_it_is_in_use() {
    let desk = Desk::new();
    desk.write("aturan.toml", RULES);
    desk.types("new lomba.timbang --rules aturan.toml").done();
    let started: Vec<_> = (1..=6)
        .map(|n| {
            let code = format!("J{n}");
            let add = format!("judge add lomba.timbang --code {code} --name 'Juri {n}'");
            let mut command = desk.command(&add);
            let child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn();
            (code, child.unwrap())
        })
        .collect();
    let mut done = Vec::new();
    for (code, child) in started {
        let ended = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&ended.stderr);
        match ended.status.code() {
            Some(0) => done.push(code),
            Some(1) => assert!(
                said.contains("lomba.timbang") && said.contains("open in another"),
                "{said}"
            ),
            other => panic!("{code} ended with {other:?}: {said}"),
        }
    }
    let listed = desk.asks("judge list lomba.timbang");
    let codes = listed["rows"].as_array().unwrap().iter();
    let codes: Vec<&Value> = codes.map(|row| &row["judge"]).collect();
    assert!(!done.is_empty());
    assert_eq!(codes, done.iter().collect::<Vec<_>>());
    desk.types("check lomba.timbang").done();
}
