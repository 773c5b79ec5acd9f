//! Remit: a judge's receipt says of every final sheet whether it counts in the published result as it was given, and why
//! not: settled otherwise, late, changed since, not handed over, recused.

use crate::declarations::panel;
use harness::{Desk, Judge, Panel};
use serde_json::Value;

const ENTRIES: [&str; 3] = ["OPD-001", "OPD-002", "OPD-003"];

fn marks(mark: u8) -> Vec<String> {
    let of = |entry: &&str| {
        [
            format!("penilaian,{entry},dampak,{mark}"),
            format!("presentasi,{entry},jawaban,{mark}"),
        ]
    };
    ENTRIES.iter().flat_map(of).collect()
}

/// Both judges mark and hand over; the chair has merged all.
fn merged() -> Panel {
    let panel = panel();
    for judge in &panel.judges {
        judge.marks(&marks(70));
        deliver(&panel, judge, "1.nilai");
    }
    panel
}

fn deliver(panel: &Panel, judge: &Judge, file: &str) -> String {
    let name = format!("{}-{file}", judge.code);
    let hash = judge.hands_over(&name);
    panel.deliver(judge, &name);
    let _ = panel.chair.types(&format!("merge lomba.timbang {name}"));
    hash
}

fn publish(panel: &Panel) {
    panel
        .chair
        .types("decide lomba.timbang publish --reason 'rapat pleno'")
        .done();
}

/// The receipt of a judge for the pack as the chair writes it now: whether all count, and the reason by stage and entry.
fn receipt(panel: &Panel, judge: &Judge) -> (bool, Value) {
    panel
        .chair
        .types("export lomba.timbang --pack lomba.hasil")
        .done();
    judge.desk.take(&panel.chair, "lomba.hasil");
    let said = judge.desk.types(&format!(
        "receipt {}.timbang lomba.hasil --json",
        judge.code
    ));
    let json = said.json();
    assert_eq!(said.code, Some(i32::from(json["all"] != true)), "{json}");
    (json["all"] == true, json)
}

fn reason<'a>(receipt: &'a Value, stage: &str, entry: &str) -> &'a Value {
    let mut rows = receipt["rows"].as_array().unwrap().iter();
    let row = rows.find(|row| row["stage"] == stage && row["entry"] == entry);
    let row = row.unwrap();
    assert_eq!(row["counted"] == true, row["reason"].is_null(), "{row}");
    &row["reason"]
}

#[test]
fn all_sheets_of_a_published_result_count_as_they_were_given() {
    let panel = merged();
    publish(&panel);
    let (all, receipt) = receipt(&panel, &panel.judges[0]);
    assert!(all);
    assert_eq!(receipt["rows"].as_array().unwrap().len(), 6);
    assert!(receipt["published_at"].is_string());
}

#[test]
fn what_was_marked_after_the_publication_is_told_apart_from_what_counts() {
    let panel = merged();
    publish(&panel);
    let judge = &panel.judges[0];
    let correct = |mark: u8| {
        judge.marks(&[format!("penilaian,OPD-001,dampak,{mark}")]);
    };
    correct(90);
    assert_eq!(
        reason(&receipt(&panel, judge).1, "penilaian", "OPD-001"),
        "changed-since"
    );
    let late = deliver(&panel, judge, "2.nilai");
    let (all, told) = receipt(&panel, judge);
    assert!(!all);
    assert_eq!(reason(&told, "penilaian", "OPD-001"), "late");
    assert_eq!(*reason(&told, "penilaian", "OPD-002"), Value::Null);
    panel
        .chair
        .types(&format!(
            "decide lomba.timbang accept-late {late} --reason 'rapat kedua'"
        ))
        .done();
    assert!(receipt(&panel, judge).0);
}

#[test]
fn a_settled_conflict_counts_for_one_laptop_and_not_for_the_other() {
    let panel = merged();
    let judge = &panel.judges[0];
    let copy = Judge {
        code: judge.code.clone(),
        desk: judge.desk.copied(),
    };
    judge.marks(&["penilaian,OPD-001,dampak,10".to_owned()]);
    copy.marks(&["penilaian,OPD-001,dampak,95".to_owned()]);
    let here = deliver(&panel, judge, "2.nilai");
    let there = deliver(&panel, &copy, "2-salinan.nilai");
    assert_eq!(
        reason(&receipt(&panel, judge).1, "penilaian", "OPD-001"),
        "conflict"
    );
    let settle = |chosen: &str, why: &str| {
        let settled = format!(
            "decide lomba.timbang settle-conflict --judge J1 --stage penilaian --entry OPD-001 --choose {chosen} --reason '{why}'"
        );
        let decided = panel.chair.asks(&settled);
        let last = decided["rows"].as_array().unwrap().last().unwrap();
        last["hash"].as_str().unwrap().to_owned()
    };
    let first = settle(&here, "juri ditelepon");
    assert!(receipt(&panel, judge).0);
    assert_eq!(
        reason(&receipt(&panel, &copy).1, "penilaian", "OPD-001"),
        "settled"
    );
    // Settled anew: now the other one counts, with the chair's reason.
    panel
        .chair
        .types(&format!(
            "decide lomba.timbang undo {first} --reason 'salah pilih'"
        ))
        .done();
    settle(&there, "salinan yang benar");
    let (all, told) = receipt(&panel, judge);
    assert!(!all);
    assert_eq!(reason(&told, "penilaian", "OPD-001"), "settled");
    let rows = told["rows"].as_array().unwrap();
    assert!(rows.iter().any(|row| row["detail"] == "salinan yang benar"));
    // What the chair chose was corrected since: it is no longer the settlement that stands against the other laptop's mark.
    copy.marks(&["penilaian,OPD-001,dampak,96".to_owned()]);
    deliver(&panel, &copy, "3-salinan.nilai");
    assert!(receipt(&panel, &copy).0);
    assert_eq!(
        reason(&receipt(&panel, judge).1, "penilaian", "OPD-001"),
        "superseded"
    );
}

#[test]
fn recused_later_superseded_and_never_handed_over_are_said_so() {
    let panel = merged();
    let judge = &panel.judges[0];
    // The laptop as it was after the first hand-over.
    let restored = Judge {
        code: judge.code.clone(),
        desk: judge.desk.copied(),
    };
    let desk = &judge.desk;
    desk.types("declare J1.timbang --entry OPD-001 --kind actual --ground family")
        .done();
    judge.marks(&["penilaian,OPD-002,dampak,71".to_owned()]);
    desk.types("reopen J1.timbang --stage penilaian --entry OPD-003")
        .done();
    deliver(&panel, judge, "2.nilai");
    let (_, told) = receipt(&panel, &restored);
    assert_eq!(reason(&told, "penilaian", "OPD-001"), "recused");
    assert_eq!(reason(&told, "penilaian", "OPD-002"), "superseded");
    let own = receipt(&panel, judge).1;
    assert_eq!(reason(&own, "penilaian", "OPD-001"), "recused");
    assert_eq!(*reason(&own, "penilaian", "OPD-002"), Value::Null);
    assert_eq!(reason(&own, "penilaian", "OPD-003"), "superseded");

    let fresh = panel.invite("J1");
    fresh.marks(&["penilaian,OPD-002,dampak,1".to_owned()]);
    assert_eq!(
        reason(&receipt(&panel, &fresh).1, "penilaian", "OPD-002"),
        "not-handed-over"
    );
}

#[test]
fn a_pack_of_another_competition_and_what_is_no_pack_are_refused() {
    let (mine, other) = (merged(), merged());
    other
        .chair
        .types("export lomba.timbang --pack lain.hasil")
        .done();
    let desk: &Desk = &mine.judges[0].desk;
    desk.take(&other.chair, "lain.hasil");
    desk.types("receipt J1.timbang lain.hasil")
        .refused()
        .naming(&["competition"]);
    desk.types("receipt J1.timbang J1-1.nilai").refused();
}
