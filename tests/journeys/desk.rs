//! Remit: a judge's desk by command: one mark, one sheet, undo and redo across sheets, each command a start of the program.

use harness::{Desk, Judge, Panel, Registered, Said, registration};
use serde_json::{Value, json};

const RULES: &str = r#"format = 1
name = "Lomba di meja nilai"
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
weight = 60
scale = { min = 0, max = 100 }
[[stage.criterion]]
code = "kebaruan"
name = "Kebaruan"
weight = 40
scale = { min = 0, max = 100, step = 0.5 }
"#;

/// A judge with three entries to mark.
fn judge() -> (Panel, Judge) {
    let chair = Desk::new();
    chair.write("aturan.toml", RULES);
    let line = |n: u32| Registered {
        category: "OPD".into(),
        agency: format!("Dinas {n}"),
        title: format!("Inovasi {n}"),
    };
    chair.write("daftar.xlsx", registration(&[line(1), line(2), line(3)]));
    let mut panel = Panel::assembled(chair, "aturan.toml", "daftar.xlsx", &[("J1", "")]);
    let judge = panel.judges.remove(0);
    (panel, judge)
}

/// `verb` for one sheet.
fn on(verb: &str, entry: &str) -> String {
    format!("{verb} J1.timbang --stage penilaian --entry {entry}")
}

#[track_caller]
fn mark(judge: &Judge, entry: &str, criterion: &str, mark: &str) -> Said {
    let typed = format!(
        "{} --criterion {criterion} --mark {mark}",
        on("mark", entry)
    );
    judge.desk.types(&typed).done()
}

fn sheet(judge: &Judge, entry: &str) -> Value {
    judge.desk.asks(&on("sheet", entry))
}

/// The marks of a sheet, `criterion mark`.
fn marks(judge: &Judge, entry: &str) -> Vec<String> {
    let sheet = sheet(judge, entry);
    let marks = sheet["marks"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    marks
        .map(|one| format!("{} {}", text(&one["criterion"]), text(&one["mark"])))
        .collect()
}

#[test]
fn a_sheet_is_marked_finished_and_reopened_by_command() {
    let (_panel, judge) = judge();
    let desk = &judge.desk;
    let row = |at: usize| desk.asks("desk J1.timbang")["rows"][at].clone();
    let untouched = row(0);
    assert_eq!(untouched["state"], "untouched");
    assert_eq!(untouched["missing"], json!(["dampak", "kebaruan"]));
    assert_eq!(untouched["score"], Value::Null);

    mark(&judge, "OPD-001", "dampak", "80");
    let begun = sheet(&judge, "OPD-001");
    assert_eq!(
        (&begun["state"], &begun["score"], &begun["exact"]),
        (&json!("begun"), &Value::Null, &Value::Null)
    );
    assert_eq!(begun["running"], "80.00");
    assert_eq!(begun["missing"], json!(["kebaruan"]));
    assert_eq!(
        begun["marks"],
        json!([{ "criterion": "dampak", "mark": "80", "remark": "" }])
    );
    desk.types(&on("finish", "OPD-001"))
        .refused()
        .naming(&["OPD-001", "Kebaruan"]);
    let given = format!(
        "{} --criterion kebaruan --mark 70,5 --remark 'baru di sini'",
        on("mark", "OPD-001")
    );
    desk.types(&given).done();
    assert_eq!(desk.asks(&on("finish", "OPD-001"))["state"], "final");
    let done = row(0);
    assert_eq!(
        (&done["state"], &done["score"]),
        (&json!("final"), &json!("76.20"))
    );
    desk.types(&format!(
        "{} --criterion dampak --clear",
        on("mark", "OPD-001")
    ))
    .refused()
    .naming(&["final"]);
    assert_eq!(desk.asks(&on("reopen", "OPD-001"))["state"], "begun");
    let cleared = desk.asks(&format!(
        "{} --criterion dampak --clear",
        on("mark", "OPD-001")
    ));
    assert_eq!(cleared["missing"], json!(["dampak"]));
    assert_eq!(cleared["score"], Value::Null);
}

#[test]
fn finish_all_finishes_what_misses_nothing_and_says_what_is_left_and_why() {
    let (_panel, judge) = judge();
    let desk = &judge.desk;
    desk.write(
        "nilai.csv",
        "stage,entry,criterion,mark\npenilaian,OPD-001,dampak,80\npenilaian,OPD-001,kebaruan,70\npenilaian,OPD-002,dampak,60\npenilaian,OPD-002,kebaruan,\n",
    );
    let taken = desk.asks("mark J1.timbang --csv nilai.csv");
    assert_eq!(
        (&taken["final_sheets"], &taken["draft_sheets"]),
        (&json!(0), &json!(2))
    );
    let said = desk.types("finish J1.timbang --all").done();
    assert!(
        said.out
            .contains("1 sheets made final; 2 left, of which 1 untouched"),
        "{}",
        said.out
    );
    assert!(
        said.out.contains("OPD-002: missing kebaruan"),
        "{}",
        said.out
    );
    let again = desk.asks("finish J1.timbang --all");
    assert_eq!(again["finished"], 0, "nothing more");
    assert_eq!(again["left"].as_array().unwrap().len(), 2);
    desk.types("mark J1.timbang --csv nilai.csv").done();
    desk.write(
        "lain.csv",
        "stage,entry,criterion,mark\npenilaian,OPD-001,dampak,81\n",
    );
    desk.types("mark J1.timbang --csv lain.csv")
        .refused()
        .naming(&["line 2", "OPD-001", "final"]);
    desk.types("mark J1.timbang --csv lain.csv --finish").done();
    assert_eq!(sheet(&judge, "OPD-001")["state"], "final");
    assert_eq!(marks(&judge, "OPD-001"), ["dampak 81", "kebaruan 70"]);
}

#[test]
fn undo_and_redo_go_over_marks_remarks_recusals_and_finishing_of_all_sheets() {
    let (_panel, judge) = judge();
    let desk = &judge.desk;
    mark(&judge, "OPD-001", "dampak", "80");
    mark(&judge, "OPD-001", "dampak", "85");
    mark(&judge, "OPD-002", "dampak", "60");
    let remarked = format!(
        "{} --criterion dampak --mark 60 --remark 'cukup'",
        on("mark", "OPD-002")
    );
    desk.types(&remarked).done();
    mark(&judge, "OPD-001", "kebaruan", "70");
    desk.types(&on("finish", "OPD-001")).done();
    let aside = format!("{} --reason 'unit kerja saya'", on("recuse", "OPD-002"));
    desk.types(&aside).done();
    assert_eq!(sheet(&judge, "OPD-002")["state"], "recused");

    // Each command starts the program anew.
    let undo = || desk.types("undo J1.timbang").done().out;
    undo();
    let back = sheet(&judge, "OPD-002");
    assert_eq!(back["state"], "begun");
    assert_eq!(back["marks"][0]["remark"], "cukup");
    undo();
    assert_eq!(sheet(&judge, "OPD-001")["state"], "begun");
    undo();
    let said = undo();
    assert!(said.contains("dampak OPD-002: “cukup” → –"), "{said}");
    assert_eq!(sheet(&judge, "OPD-002")["marks"][0]["remark"], "");
    undo();
    assert_eq!(sheet(&judge, "OPD-002")["state"], "untouched");
    let said = undo();
    assert!(said.contains("dampak OPD-001: 85 → 80"), "{said}");
    assert_eq!(marks(&judge, "OPD-001"), ["dampak 80"]);
    let said = undo();
    assert!(said.contains("dampak OPD-001: 80 → –"), "{said}");
    desk.types("undo J1.timbang").refused().naming(&["packet"]);

    let said = desk.types("redo J1.timbang").done().out;
    assert!(said.contains("dampak OPD-001: – → 80"), "{said}");
    for _ in 0..6 {
        desk.types("redo J1.timbang").done();
    }
    desk.types("redo J1.timbang").refused();
    assert_eq!(sheet(&judge, "OPD-001")["state"], "final");
    assert_eq!(marks(&judge, "OPD-001"), ["dampak 85", "kebaruan 70"]);
    assert_eq!(sheet(&judge, "OPD-002")["recusal"], "unit kerja saya");
    desk.types("check J1.timbang").done();
}

#[test]
fn a_signed_decision_is_not_taken_back_but_its_cancelling_decision_is_named() {
    let (panel, judge) = judge();
    let chair = &panel.chair;
    chair
        .types("decide lomba.timbang withdraw OPD-003 --reason ditarik")
        .done();
    chair
        .types("export lomba.timbang --entries daftar-keluar.xlsx")
        .done();
    let said = chair.types("undo lomba.timbang --json").refused();
    let offered = said.json()["offers"].clone();
    assert_eq!(offered["number"], 1);
    let said = chair.types("undo lomba.timbang").refused().out;
    let hash = offered["decision"].as_str().unwrap();
    assert!(said.contains("timbang decide"), "{said}");
    assert!(said.contains(hash), "{said}");
    chair
        .types(&format!(
            "decide lomba.timbang undo {hash} --reason 'tidak jadi'"
        ))
        .done();
    chair
        .types("undo lomba.timbang")
        .refused()
        .naming(&["cancels another decision"]);
    drop(judge);
}

#[test]
fn a_note_stays_in_the_working_copy_until_it_is_chosen_for_hand_over() {
    let (_panel, judge) = judge();
    let desk = &judge.desk;
    let note = on("note", "OPD-001");
    desk.types(&format!("{note} --text 'tanya dampaknya'"))
        .done();
    let noted = sheet(&judge, "OPD-001");
    assert_eq!(
        (&noted["note"], &noted["note_handed_over"]),
        (&json!("tanya dampaknya"), &json!(false))
    );
    assert_eq!(noted["state"], "untouched", "a note is no mark");
    let chosen = desk.asks(&format!("{note} --hand-over"));
    assert_eq!(chosen["note_handed_over"], true);
    let said = desk.types("undo J1.timbang").done().out;
    assert!(said.contains("set-note OPD-001"), "{said}");
    assert_eq!(sheet(&judge, "OPD-001")["note_handed_over"], false);
    desk.types(&format!("{note} --text ''")).done();
    assert_eq!(sheet(&judge, "OPD-001")["note"], "");
    desk.types(&format!("{note} --hand-over")).refused();
    desk.types("undo J1.timbang").done();
    assert_eq!(sheet(&judge, "OPD-001")["note"], "tanya dampaknya");
}
