//! Remit: the whole way of the data, from the registration to the documents, as a secretariat and three judges walk it.

use calamine::{Data, DataType, Reader, Xlsx};
use harness::{Desk, Panel};
use serde_json::Value;
use std::io::Cursor;

const RUBRIC: [(&str, i64); 6] = [
    ("kebaruan", 5),
    ("relevansi", 5),
    ("kelayakan", 4),
    ("keberlanjutan", 3),
    ("kolaborasi", 2),
    ("dokumentasi", 2),
];

/// The level a judge gives: spread, but with ties, and 3 throughout for one entry.
fn level(entry: usize, judge: usize, criterion: usize) -> usize {
    if entry == 40 {
        3
    } else {
        1 + (entry * 7 + judge * entry + criterion * 5) % 3
    }
}

fn panel() -> Panel {
    let chair = Desk::new();
    chair.fixture("metro-2027-penjaringan.xlsx");
    let judges = [("J1", ""), ("J2", ""), ("J3", "")];
    Panel::assembled(
        chair,
        "metro-penilaian-judul",
        "metro-2027-penjaringan.xlsx",
        &judges,
    )
}

fn entries(panel: &Panel) -> Vec<String> {
    let listed = panel.chair.asks("entries lomba.timbang");
    let rows = listed["rows"].as_array().unwrap();
    rows.iter()
        .map(|row| row["entry"].as_str().unwrap().to_owned())
        .collect()
}

fn row<'a>(standings: &'a Value, entry: &str) -> &'a Value {
    let rows = standings["rows"].as_array().unwrap();
    rows.iter().find(|row| row["entry"] == entry).unwrap()
}

#[test]
fn from_the_registration_to_the_winner_list() {
    let panel = panel();
    let codes = entries(&panel);
    for (judge, who) in panel.judges.iter().enumerate() {
        let mut lines = Vec::new();
        for (entry, code) in codes.iter().enumerate() {
            if (judge, entry) == (2, 7) {
                continue; // stands aside below
            }
            for (criterion, (name, _)) in RUBRIC.iter().enumerate() {
                lines.push(format!(
                    "penilaian,{code},{name},{}",
                    level(entry, judge, criterion)
                ));
            }
        }
        who.marks(&lines);
    }
    let aside = &codes[7];
    let third = &panel.judges[2];
    third
        .desk
        .types(&format!(
            "recuse J3.timbang --stage penilaian --entry {aside} --reason 'unit kerja saya'"
        ))
        .done();

    let board = panel.chair.asks("progress lomba.timbang");
    assert_eq!(board["rows"][0]["state"], "none");
    for judge in &panel.judges {
        judge.hands_over("serah.nilai");
        panel.chair.write(
            &format!("{}.nilai", judge.code),
            judge.desk.read("serah.nilai"),
        );
    }
    let files = "J1.nilai J2.nilai J3.nilai";
    let looked = panel
        .chair
        .asks(&format!("merge lomba.timbang {files} --dry-run"));
    assert_eq!(looked["rows"][0]["verdict"], "new");
    assert_eq!(
        panel.chair.asks("progress lomba.timbang"),
        board,
        "looking changes nothing"
    );
    let merged = panel.chair.asks(&format!("merge lomba.timbang {files}"));
    for row in merged["rows"].as_array().unwrap() {
        assert_eq!(row["verdict"], "new", "{row}");
    }
    let again = panel.chair.asks(&format!("merge lomba.timbang {files}"));
    assert_eq!(again["rows"][2]["verdict"], "same");
    assert_eq!(
        panel.chair.asks("progress lomba.timbang")["rows"][0]["state"],
        "complete"
    );

    let standings = panel
        .chair
        .asks("standings lomba.timbang --stage penilaian");
    assert_eq!(standings["rows"].as_array().unwrap().len(), 105);
    for (entry, code) in codes.iter().enumerate() {
        let row = row(&standings, code);
        let judges: Vec<usize> = (0..3).filter(|judge| (*judge, entry) != (2, 7)).collect();
        let points = |judge: usize| -> i64 {
            let given = |(criterion, (_, weight)): (usize, &(&str, i64))| {
                level(entry, judge, criterion) as i64 * weight
            };
            RUBRIC.iter().enumerate().map(given).sum()
        };
        let sum: i64 = judges.iter().map(|judge| points(*judge)).sum();
        let count = judges.len() as i64;
        let hundredths = (sum * 200 + count) / (2 * count); // half up
        let score = format!("{}.{:02}", hundredths / 100, hundredths % 100);
        assert_eq!(row["score"], score.as_str(), "{row}");
        assert_eq!(row["sheets"], judges.len());
        assert_eq!(row["status"], "ranked");
    }
    assert_eq!(row(&standings, &codes[40])["score"], "63.00");
    assert_eq!(row(&standings, aside)["recused"][0], "J3");

    documents(&panel, &standings);
    panel.chair.types("check lomba.timbang").done();
}

/// The documents say the same as the standings.
fn documents(panel: &Panel, standings: &Value) {
    let chair = &panel.chair;
    chair
        .types("export lomba.timbang --winners juara.xlsx --recap rekap.xlsx --csv juara.csv")
        .done();
    let mut winners = Xlsx::new(Cursor::new(chair.read("juara.xlsx"))).unwrap();
    let (_, sheet) = winners.worksheets().remove(0);
    let best = &standings["rows"][0];
    let line = sheet
        .rows()
        .find(|line| {
            line.iter()
                .any(|cell| cell.as_string().as_deref() == best["title"].as_str())
        })
        .expect("the best entry stands in the winner list");
    let score: f64 = best["score"].as_str().unwrap().parse().unwrap();
    assert!(
        line.contains(&Data::Float(score)),
        "a score is a typed number: {line:?}"
    );
    let recap = Xlsx::new(Cursor::new(chair.read("rekap.xlsx"))).unwrap();
    assert!(!recap.sheet_names().is_empty());
    let csv = String::from_utf8(chair.read("juara.csv")).unwrap();
    let comma = best["score"].as_str().unwrap().replace('.', ",");
    let title = best["title"].as_str().unwrap();
    assert!(
        csv.lines()
            .any(|line| line.contains(title) && line.contains(&comma)),
        "{csv}"
    );
}

#[test]
fn an_entry_without_all_sheets_is_listed_apart_and_its_missing_judge_named() {
    let panel = panel();
    let code = entries(&panel).remove(0);
    for judge in &panel.judges[..2] {
        let lines: Vec<String> = RUBRIC
            .iter()
            .map(|(name, _)| format!("penilaian,{code},{name},2"))
            .collect();
        judge.marks(&lines);
        let file = format!("{}.nilai", judge.code);
        judge.hands_over(&file);
        panel.deliver(judge, &file);
    }
    panel
        .chair
        .types("merge lomba.timbang J1.nilai J2.nilai")
        .done();
    let standings = panel
        .chair
        .asks("standings lomba.timbang --stage penilaian");
    let row = row(&standings, &code);
    assert_eq!(
        (&row["rank"], &row["status"]),
        (&Value::Null, &"incomplete".into())
    );
    assert_eq!(row["missing"], serde_json::json!(["J3"]));
    let thin = panel.chair.asks("progress lomba.timbang");
    assert!(
        thin["thin"]
            .as_array()
            .unwrap()
            .iter()
            .any(|row| row["entry"] == code.as_str()),
        "{thin}"
    );
}
