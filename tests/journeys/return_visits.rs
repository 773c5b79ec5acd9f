//! Remit: what was found in an earlier competition travels to whoever visits the same innovation again.

use crate::visits::{VISIT, merged, panel, renewed, visits};
use harness::{Desk, Judge, Panel};
use serde_json::{Value, json};

const LAST: &str = "return-visit lomba.timbang --from lalu.timbang";

/// Last year: two verifiers differed on one claim of DESA-001, and the chair settled it.
fn last_year() -> Panel {
    let panel = panel();
    let (one, other) = (&panel.judges[1], &panel.judges[2]);
    let right = visits(one, VISIT);
    visits(other, &VISIT.replace("\"partly\"", "\"refuted\""));
    merged(&panel, one, "V1.nilai");
    merged(&panel, other, "V2.nilai");
    let settle = "decide lomba.timbang settle-visit DESA-001 --stage verifikasi --claim 'Jumlah penerima manfaat'";
    panel
        .chair
        .types(&format!(
            "{settle} --choose {right} --reason 'daftar hadir'"
        ))
        .done();
    panel
}

/// This year: the same innovation under another code, spelled otherwise, and a new one.
fn this_year(last: &Panel) -> Panel {
    let entries = last.chair.asks("entries lomba.timbang --category DESA")["rows"].take();
    let before = entries.as_array().unwrap().iter();
    let mut before = before.filter(|row| row["entry"] == "DESA-001");
    let before = before.next().unwrap();
    let said = |key: &str| before[key].as_str().unwrap().to_lowercase();
    let chair = Desk::new();
    chair.write("aturan.toml", last.chair.read("aturan.toml"));
    chair.write("lalu.timbang", last.chair.read("lomba.timbang"));
    chair.types("new lomba.timbang --rules aturan.toml").done();
    let add = "entry add lomba.timbang --category DESA --title";
    chair.types(&format!("{add} 'Yang Baru'")).done();
    let (title, agency) = (said("title"), said("agency"));
    chair
        .types(&format!("{add} '{title}' --agency '{agency}'"))
        .done();
    for (code, stage) in [("J1", "penilaian"), ("V1", "verifikasi")] {
        let add = format!("judge add lomba.timbang --code {code} --name {code} --stage {stage}");
        chair.types(&add).done();
    }
    Panel {
        chair,
        judges: Vec::new(),
    }
}

fn predecessors(desk: &Desk, file: &str) -> Value {
    desk.asks(&format!("visits {file}"))["predecessors"].take()
}

fn confirmed(panel: &Panel) -> Value {
    panel.chair.asks(LAST)["rows"][0]["confirmed"].take()
}

#[test]
fn what_was_found_then_is_confirmed_travels_and_stands_beside_what_is_found_now() {
    let last = last_year();
    let panel = this_year(&last);
    let matches = panel.chair.asks(LAST);
    let [row] = &matches["rows"].as_array().unwrap()[..] else {
        panic!("one is alike: {matches}");
    };
    let before = &row["before"];
    assert_eq!(
        (&row["likeness"], &row["confirmed"]),
        (&json!("same"), &json!(false))
    );
    assert_eq!(
        (&before["entry"], &before["code"]),
        (&json!("DESA-002"), &json!("DESA-001"))
    );
    let found = |claim: &Value| {
        json!([
            claim["text"],
            claim["found"],
            claim["verdict"],
            claim["day"]
        ])
    };
    let claims: Vec<_> = before["claims"]
        .as_array()
        .unwrap()
        .iter()
        .map(found)
        .collect();
    let legal = json!(["Dasar hukum", "", "confirmed", "2023-11-21"]);
    let users = json!(["Jumlah penerima manfaat", "410", "partly", "2023-11-21"]);
    assert_eq!(
        claims,
        [users, legal.clone(), legal],
        "of what was settled the right one"
    );

    panel
        .chair
        .types(&format!("{LAST} --confirm DESA-002=DESA-001"))
        .done();
    assert_eq!(confirmed(&panel), true);
    panel.chair.types("undo lomba.timbang").done();
    assert_eq!(confirmed(&panel), false);
    panel.chair.types("redo lomba.timbang").done();
    assert_eq!(
        panel.chair.read("lalu.timbang"),
        last.chair.read("lomba.timbang")
    );

    let verifier = panel.invite("V1");
    let carried = predecessors(&verifier.desk, "V1.timbang");
    assert_eq!(carried, json!([before]));
    let judge = panel.invite("J1");
    assert_eq!(predecessors(&judge.desk, "J1.timbang"), json!([]));

    visits(&verifier, &VISIT.replace("DESA-001", "DESA-002"));
    merged(&panel, &verifier, "V1.nilai");
    let seen = panel.chair.asks("visits lomba.timbang --entry DESA-002");
    assert_eq!(seen["rows"][0]["claims"][0]["found"], "410");
    assert_eq!(seen["predecessors"], json!([before]));
    panel.chair.types("check lomba.timbang").done();
}

#[test]
fn a_newer_packet_asks_a_draft_what_lasted_and_takes_back_what_is_not_the_same_after_all() {
    let last = last_year();
    let panel = this_year(&last);
    let verifier = panel.invite("V1");
    let draft = VISIT
        .replace("DESA-001", "DESA-002")
        .replace("\"final\"", "\"draft\"")
        .replace("Dasar hukum", "Pelaksana");
    visits(&verifier, &draft);
    panel
        .chair
        .types(&format!("{LAST} --confirm DESA-002=DESA-001"))
        .done();
    let asked = |verifier: &Judge| {
        let seen = verifier.desk.asks("visits V1.timbang");
        let claims = seen["rows"][0]["claims"].as_array().unwrap();
        let asked = claims.iter().any(|claim| claim["text"] == "Dasar hukum");
        (asked, seen["predecessors"].as_array().unwrap().len())
    };
    assert_eq!(asked(&verifier), (false, 0));
    renewed(&panel, &verifier);
    assert_eq!(asked(&verifier), (true, 1));
    panel
        .chair
        .types("return-visit lomba.timbang --forget DESA-002")
        .done();
    renewed(&panel, &verifier);
    assert_eq!(asked(&verifier), (true, 0), "what was asked stays asked");
}

#[test]
fn codes_say_nothing_across_competitions_and_other_files_are_refused() {
    let last = last_year();
    let panel = this_year(&last);
    let refused = |command: &str, words: &[&str]| {
        panel.chair.types(command).refused().naming(words);
    };
    refused(
        &format!("{LAST} --confirm DESA-002=DESA-001 DESA-001=DESA-001"),
        &["DESA-001", "not alike"],
    );
    assert_eq!(confirmed(&panel), false, "none of them is confirmed");
    panel
        .chair
        .write("ini.timbang", panel.chair.read("lomba.timbang"));
    refused(
        "return-visit lomba.timbang --from ini.timbang",
        &["the competition that is open"],
    );
    let copy = last.judges[1].desk.read("V1.timbang");
    panel.chair.write("V1.timbang", copy);
    refused(
        "return-visit lomba.timbang --from V1.timbang",
        &["judge's working copy"],
    );
    refused(
        "return-visit lomba.timbang --forget DESA-001",
        &["DESA-001"],
    );
}
