//! Rules changed after scoring began: files made before and after the change, in any order, give one result, and an auditor
//! comes to it from the result pack alone.

use harness::{Desk, Panel, Registered, registration};
use serde_json::Value;

const RULES: &str = r#"format = 1
name = "Lomba yang aturannya berubah"
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
weight = 40
scale = { min = 1, max = 10 }
[[stage.criterion]]
code = "dampak"
name = "Dampak"
weight = 40
scale = { min = 0, max = 100 }
[[stage.criterion]]
code = "biaya"
name = "Biaya"
weight = 20
scale = { min = 1, max = 5 }
"#;

fn panel() -> Panel {
    let chair = Desk::new();
    chair.write("aturan.toml", RULES);
    let line = |n| Registered {
        category: "OPD".into(),
        agency: format!("Dinas {n}"),
        title: format!("Inovasi {n}"),
    };
    let lines: Vec<_> = (1..=3).map(line).collect();
    chair.write("daftar.xlsx", registration(&lines));
    let judges = [("J1", ""), ("J2", "")];
    Panel::assembled(chair, "aturan.toml", "daftar.xlsx", &judges)
}

/// Marks of all three entries, in the order of the criteria.
fn marks(of: [[u32; 3]; 3]) -> Vec<String> {
    let mut lines = Vec::new();
    for (entry, marks) in (1..).zip(of) {
        for (code, mark) in ["kebaruan", "dampak", "biaya"].iter().zip(marks) {
            lines.push(format!("penilaian,OPD-{entry:03},{code},{mark}"));
        }
    }
    lines
}

fn row(standings: &Value, entry: &str, key: &str) -> Value {
    let rows = standings["rows"].as_array().expect("rows");
    let row = rows.iter().find(|row| row["entry"] == entry);
    row.expect("the entry")[key].clone()
}

/// Merges the files in this order, with the change of the rules after so many of them, and gives the result.
fn result(panel: &Panel, files: &[&str], after: usize) -> Value {
    let chair = panel.chair.copied();
    let merge = |files: &[&str]| {
        if !files.is_empty() {
            let _ = chair.types(&format!("merge lomba.timbang {}", files.join(" ")));
        }
    };
    merge(&files[..after]);
    chair
        .types("rules lomba.timbang --change baru.toml --marks penilaian/kebaruan=rescale --marks penilaian/biaya=again --reason 'rapat 4 November'")
        .done();
    merge(&files[after..]);
    chair.types("check lomba.timbang").done();
    chair
        .types("export lomba.timbang --pack hasil.hasil")
        .done();
    let auditor = Desk::new();
    auditor.take(&chair, "hasil.hasil");
    let recomputed = auditor.asks("recompute hasil.hasil");
    assert_eq!(recomputed["equal"], true);
    let standings = chair.asks("standings lomba.timbang");
    assert_eq!(recomputed["standings"]["rows"], standings["rows"]);
    standings
}

#[test]
fn marks_pass_into_changed_rules_whatever_the_order_of_files_and_change() {
    let panel = panel();
    let [one, two] = &panel.judges[..] else {
        panic!("two judges")
    };
    let all = marks([[10, 80, 5], [4, 90, 3], [1, 70, 4]]);
    one.marks(&all);
    one.hands_over("J1-1.nilai");
    two.marks(&all);
    two.hands_over("J2-1.nilai");

    // Novelty is now marked from 0 to 100, cost from 1 to 10, and the weights are others.
    let rules = RULES
        .replace(
            "scale = { min = 1, max = 10 }",
            "scale = { min = 0, max = 100 }",
        )
        .replace(
            "scale = { min = 1, max = 5 }",
            "scale = { min = 1, max = 10 }",
        )
        .replacen("weight = 40", "weight = 30", 1)
        .replace("weight = 20", "weight = 30");
    panel.chair.write("baru.toml", rules);
    panel.deliver(one, "J1-1.nilai");
    panel.deliver(two, "J2-1.nilai");

    // The chair sees what it does, and it is not done yet.
    panel.chair.types("merge lomba.timbang J1-1.nilai").done();
    let shown = panel.chair.asks("rules lomba.timbang --change baru.toml");
    let open = |code: &str| {
        let criteria = shown["criteria"].as_array().expect("criteria");
        let one = criteria
            .iter()
            .find(|criterion| criterion["criterion"] == code);
        one.expect("the criterion")["open"].clone()
    };
    assert_eq!(
        [open("kebaruan"), open("dampak"), open("biaya")],
        [true, false, true]
    );
    panel
        .chair
        .types("rules lomba.timbang --change baru.toml --reason 'rapat'")
        .refused()
        .naming(&["penilaian/kebaruan"]);

    // Judge 1 gets a packet of the new rules, and finds novelty and impact as they were meant.
    let before = panel.chair.copied();
    panel
        .chair
        .types("rules lomba.timbang --change baru.toml --marks penilaian/kebaruan=rescale --marks penilaian/biaya=again --reason 'rapat 4 November'")
        .done();
    let made = panel
        .chair
        .asks("packet lomba.timbang --judge J1 --out J1-baru.paket");
    one.desk.take(&panel.chair, "J1-baru.paket");
    one.desk
        .write("kata.txt", made["passphrase"].as_str().expect("words"));
    let renewed = one
        .desk
        .asks("open J1-baru.paket --passphrase-file kata.txt --out J1.timbang");
    assert_eq!(renewed["renewed"]["rules_changed"], true);
    assert_eq!(
        (&renewed["renewed"]["kept"], &renewed["renewed"]["again"]),
        (&6.into(), &3.into())
    );
    let cost = |entry: usize, mark: &str| format!("penilaian,OPD-{entry:03},biaya,{mark}");
    one.marks(&[cost(1, "10"), cost(2, "6"), cost(3, "8")]);
    one.hands_over("J1-2.nilai");
    two.desk.take(&panel.chair, "J1-baru.paket");

    // Files and change in every order: what judge 1 said last counts, judge 2 still owes the cost.
    let before = Panel {
        chair: before,
        judges: Vec::new(),
    };
    before.chair.take(&one.desk, "J1-2.nilai");
    let orders: [(&[&str], usize); 4] = [
        (&["J1-1.nilai", "J2-1.nilai", "J1-2.nilai"], 2),
        (&["J2-1.nilai", "J1-1.nilai", "J1-2.nilai"], 1),
        (&["J1-2.nilai", "J1-1.nilai", "J2-1.nilai"], 0),
        (&["J1-1.nilai", "J1-2.nilai", "J2-1.nilai", "J1-1.nilai"], 1),
    ];
    let results: Vec<Value> = orders
        .iter()
        .map(|(files, after)| result(&before, files, *after))
        .collect();
    for other in &results[1..] {
        assert_eq!(other["rows"], results[0]["rows"]);
    }
    assert_eq!(row(&results[0], "OPD-001", "status"), "incomplete");
    assert_eq!(row(&results[0], "OPD-001", "rank"), Value::Null);
}

#[test]
fn a_change_is_signed_journaled_and_undone_with_every_mark_given_back() {
    let panel = panel();
    let judge = &panel.judges[0];
    judge.marks(&marks([[10, 80, 5], [4, 90, 3], [1, 70, 4]]));
    judge.hands_over("1.nilai");
    panel.deliver(judge, "1.nilai");
    let chair = &panel.chair;
    chair.types("merge lomba.timbang 1.nilai").done();
    let first = chair.asks("standings lomba.timbang --stage penilaian");
    chair.write("baru.toml", RULES.replace("max = 100", "max = 10"));
    chair
        .types("rules lomba.timbang --change baru.toml --marks penilaian/dampak=rescale --reason 'skala disamakan'")
        .done();
    let line = &chair.asks("journal lomba.timbang --op change-rules")["rows"][0];
    let detail = line["detail"].as_str().expect("a text");
    for said in ["skala disamakan", "rescale", "min = 0, max = 10"] {
        assert!(detail.contains(said), "{detail}");
    }
    let hash = serde_json::from_str::<Value>(detail).expect("JSON")["hash"].clone();
    let hash = hash.as_str().expect("a hash");
    chair
        .types(&format!("decide lomba.timbang undo {hash} --reason keliru"))
        .done();
    let undone = chair.asks("standings lomba.timbang --stage penilaian");
    assert_eq!(undone, first);
    chair.types("check lomba.timbang").done();
}
