//! Remit: conflicts of interest are declared by command, taken back and declared whole; an actual one takes the judge out
//! of the computation wherever the entry is judged, a potential one leaves the marks counting.

use harness::{Desk, Panel, Registered, registration};
use serde_json::{Value, json};

const RULES: &str = r#"format = 1
name = "Lomba dengan benturan kepentingan"
[[category]]
code = "OPD"
name = "Perangkat Daerah"
[[stage]]
code = "penilaian"
name = "Penilaian"
weight = 50
[[stage.criterion]]
code = "dampak"
name = "Dampak"
scale = { min = 0, max = 100 }
[[stage]]
code = "presentasi"
name = "Presentasi"
weight = 50
[[stage.criterion]]
code = "jawaban"
name = "Jawaban"
scale = { min = 0, max = 100 }
"#;

/// Two judges and the entries OPD-001 to OPD-003.
pub fn panel() -> Panel {
    let chair = Desk::new();
    chair.write("aturan.toml", RULES);
    let line = |n| Registered {
        category: "OPD".into(),
        agency: format!("Dinas {n}"),
        title: format!("Inovasi {n}"),
    };
    chair.write(
        "daftar.xlsx",
        registration(&(1..=3).map(line).collect::<Vec<_>>()),
    );
    Panel::assembled(
        chair,
        "aturan.toml",
        "daftar.xlsx",
        &[("J1", ""), ("J2", "")],
    )
}

fn all_marks(mark: u8) -> Vec<String> {
    let of = |entry: u8| {
        [
            format!("penilaian,OPD-{entry:03},dampak,{mark}"),
            format!("presentasi,OPD-{entry:03},jawaban,{mark}"),
        ]
    };
    (1..=3).flat_map(of).collect()
}

fn states(desk: &Value, entry: &str) -> Vec<String> {
    let rows = desk["rows"].as_array().unwrap().iter();
    rows.filter(|row| row["entry"] == entry)
        .map(|row| row["state"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn an_actual_conflict_leaves_the_computation_and_a_potential_one_stays_in_it() {
    let panel = panel();
    for (judge, mark) in panel.judges.iter().zip([60, 80]) {
        judge.marks(&all_marks(mark));
    }
    let first = &panel.judges[0].desk;
    let listed = first.asks("declare J1.timbang");
    assert_eq!(listed["declared_at"], Value::Null);
    assert_eq!(listed["rows"].as_array().unwrap().len(), 3);
    assert_eq!(listed["rows"][0]["marks"], 2);

    let actual =
        "declare J1.timbang --entry OPD-001 --kind actual --ground keluarga --text 'adik ipar'";
    let declared = first.asks(actual);
    assert_eq!(
        declared["row"]["conflict"],
        json!({ "kind": "actual", "ground": "family", "text": "adik ipar", "stage": null })
    );
    first
        .types("declare J1.timbang --entry OPD-002 --kind potential --ground affiliation")
        .done();
    let made = first.asks("declare J1.timbang --none");
    assert!(made["declared_at"].is_string());
    let desk = first.asks("desk J1.timbang");
    assert_eq!(states(&desk, "OPD-001"), ["recused", "recused"]);
    assert_eq!(states(&desk, "OPD-002"), ["final", "final"]);
    first
        .types("mark J1.timbang --stage presentasi --entry OPD-001 --criterion jawaban --mark 5")
        .refused()
        .naming(&["OPD-001"]);

    for judge in &panel.judges {
        judge.hands_over("serah.nilai");
        panel.chair.write(
            &format!("{}.nilai", judge.code),
            judge.desk.read("serah.nilai"),
        );
    }
    panel
        .chair
        .types("merge lomba.timbang J1.nilai J2.nilai")
        .done();
    let standings = panel.chair.asks("standings lomba.timbang");
    let row = |entry: &str| {
        let mut rows = standings["rows"].as_array().unwrap().iter();
        rows.find(|row| row["entry"] == entry).unwrap().clone()
    };
    assert_eq!(row("OPD-001")["score"], "80.00");
    assert_eq!(row("OPD-002")["score"], "70.00");
}

#[test]
fn what_was_declared_is_taken_back_and_undone_and_nonsense_is_refused() {
    let panel = panel();
    let judge = &panel.judges[0];
    judge.marks(&all_marks(70));
    let desk = &judge.desk;
    let declare = |words: &str| desk.types(&format!("declare J1.timbang --entry OPD-001 {words}"));
    declare("--kind actual --ground business").done();
    desk.types("undo J1.timbang").done();
    let rows = || desk.asks("desk J1.timbang");
    assert_eq!(states(&rows(), "OPD-001"), ["final", "final"]);
    desk.types("redo J1.timbang").done();
    assert_eq!(states(&rows(), "OPD-001"), ["recused", "recused"]);
    declare("--take-back").done();
    assert_eq!(states(&rows(), "OPD-001"), ["untouched", "untouched"]);

    declare("--kind actual --ground other")
        .refused()
        .naming(&["reason"]);
    declare("--kind maybe --ground other").naming(&["maybe", "actual, potential"]);
    declare("--kind actual --ground teman").naming(&["teman", "business"]);
    desk.types("declare J1.timbang --entry OPD-009 --kind actual --ground family")
        .refused()
        .naming(&["OPD-009"]);
    desk.types("declare lomba.timbang --none").refused();
}

#[test]
fn standing_aside_in_one_stage_leaves_the_other_stage_to_be_judged() {
    let panel = panel();
    let judge = &panel.judges[0];
    judge.marks(&all_marks(70));
    let desk = &judge.desk;
    desk.types("recuse J1.timbang --stage presentasi --entry OPD-001 --reason 'penyusun paparan'")
        .done();
    let rows = desk.asks("desk J1.timbang");
    assert_eq!(states(&rows, "OPD-001"), ["final", "recused"]);
    let listed = desk.asks("declare J1.timbang --entry OPD-001");
    assert_eq!(listed["rows"][0]["conflict"]["stage"], "presentasi");
}
