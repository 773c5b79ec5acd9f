//! Remit: a judge marks at the desk by keyboard alone, the power goes, and everything said to be saved is there.

use crate::pictures::picture;
use harness::{Desk, Panel, Window};

const ENTER: &str = "\u{E007}";
const CONTROL_ENTER: &str = "\u{E009}\u{E007}";
const PAGE_DOWN: &str = "\u{E00F}";
const CONTROL_Z: &str = "\u{E009}z";
const CONTROL_Y: &str = "\u{E009}y";

/// A judge of the category KEC with its eight entries.
fn judge() -> harness::Judge {
    let chair = Desk::new();
    chair.fixture("metro-2027-penjaringan.xlsx");
    let workbook = "metro-2027-penjaringan.xlsx";
    let judges = [("J1", "--category KEC")];
    let mut panel = Panel::assembled(chair, "metro-penilaian-judul", workbook, &judges);
    let judge = panel.judges.remove(0);
    judge.desk.types("declare J1.timbang --none").done();
    judge
}

fn is_saved(window: &Window, entry: &str) {
    let saved = format!("Tersimpan · {entry}");
    window.waits(
        |window| window.sees("[data-testid=desk-saved]"),
        |seen| seen == saved,
    );
}

fn lies_open(window: &Window, entry: &str) {
    window.waits(
        |window| window.sees("[data-testid=desk-entry]"),
        |seen| seen.starts_with(entry),
    );
}

fn state(desk: &Desk, entry: &str) -> (String, Option<String>) {
    let answer = desk.asks("desk J1.timbang");
    let row = answer["rows"].as_array().unwrap().iter();
    let row = row.clone().find(|row| row["entry"] == entry).unwrap();
    let score = row["score"].as_str().map(str::to_owned);
    (row["state"].as_str().unwrap().to_owned(), score)
}

#[test]
fn sheets_marked_by_keyboard_alone_are_as_they_were_after_the_program_was_killed() {
    let judge = judge();
    let window = Window::opened(&judge.desk, &["J1.timbang"]);
    lies_open(&window, "KEC-001");
    // The first sheet: the highest level everywhere; Enter goes on, Ctrl Enter finishes and opens the next.
    for _ in 0..6 {
        window.presses(&format!("3{ENTER}"));
    }
    is_saved(&window, "KEC-001");
    window.presses(CONTROL_ENTER);
    lies_open(&window, "KEC-002");
    for _ in 0..6 {
        window.presses(&format!("2{ENTER}"));
    }
    window.presses(CONTROL_ENTER);
    lies_open(&window, "KEC-003");
    // The third stays a draft, with a remark; the fourth has one mark.
    window.types("[data-testid=desk-remark]", "Bandingkan dengan KEC-001.");
    is_saved(&window, "KEC-003");
    window.presses(CONTROL_ENTER);
    let missing = window.sees("[data-testid=desk-missing]");
    assert!(missing.contains("Kelayakan"), "{missing}");
    lies_open(&window, "KEC-003");
    window.presses(&format!("1{ENTER}3"));
    is_saved(&window, "KEC-003");
    picture(&window, "desk");
    window.presses(PAGE_DOWN);
    lies_open(&window, "KEC-004");
    window.presses("2");
    is_saved(&window, "KEC-004");

    window.is_killed(&judge.desk);
    drop(window);
    assert_eq!(
        state(&judge.desk, "KEC-001"),
        ("final".into(), Some("63.00".into()))
    );
    assert_eq!(
        state(&judge.desk, "KEC-002"),
        ("final".into(), Some("42.00".into()))
    );
    assert_eq!(state(&judge.desk, "KEC-003"), ("begun".into(), None));
    let sheet = judge
        .desk
        .asks("sheet J1.timbang --stage penilaian --entry KEC-003");
    assert_eq!(sheet["remark"], "Bandingkan dengan KEC-001.");
    assert_eq!(sheet["running"], "20.00");

    let window = Window::opened(&judge.desk, &["J1.timbang"]);
    lies_open(&window, "KEC-003");
    let progress = window.sees("[data-testid=desk-progress]");
    let wanted = "2 final · 2 dimulai · 4 belum";
    assert!(progress.contains(wanted), "{progress}");

    // What was done before the power went is taken back, across sheets, and done again.
    let turned = |keys: &str, seen: &str| {
        window.presses(keys);
        window.waits(
            |window| window.sees("[data-testid=desk-saved]"),
            |said| said == seen,
        );
    };
    turned(
        CONTROL_Z,
        "Dibatalkan · Kebaruan & orisinalitas KEC-004: 2 → –",
    );
    lies_open(&window, "KEC-004");
    let taken_back = "Dibatalkan · Relevansi & dampak KEC-003: 3 → –";
    turned(CONTROL_Z, taken_back);
    lies_open(&window, "KEC-003");
    turned(CONTROL_Y, "Diulangi · Relevansi & dampak KEC-003: – → 3");
    drop(window);
    assert_eq!(
        state(&judge.desk, "KEC-004"),
        ("untouched".into(), None),
        "no mark is not nought"
    );
    let sheet = judge
        .desk
        .asks("sheet J1.timbang --stage penilaian --entry KEC-003");
    assert_eq!(sheet["running"], "20.00");
}
