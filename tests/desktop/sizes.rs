//! Remit: every screen fits on the screens people have, and with larger text: titles can be read, nothing is cut off, every
//! control can be reached.

use crate::screens::panel;
use harness::Window;
use serde_json::json;
use std::collections::BTreeMap;

/// Widths and heights of windows, and of the text in percent. The first two are the laptops of judges and secretariats, one of
/// them at 125 % of Windows.
const SIZES: [(u32, u32, u32); 6] = [
    (1366, 768, 100),
    (1093, 576, 100),
    (1024, 600, 100),
    (1920, 1080, 100),
    (1366, 768, 125),
    (1366, 768, 150),
];
const LARGER: &str = "\u{E009}+\u{E000}";
const USUAL: &str = "\u{E009}0\u{E000}";

/// Makes the text so large, as a person does, with Ctrl and plus.
fn text(window: &Window, percent: u32) {
    for known in [110, 125, 150] {
        if known <= percent {
            window.presses(LARGER);
        }
    }
    let kept = window.runs("return localStorage.getItem('timbang.text')", &json!([]));
    assert_eq!(kept, Some(json!(percent.to_string())), "the size is kept");
}

/// Presses a button as the page has it: the driver's pointer misses while a window changes its size.
#[track_caller]
fn press(window: &Window, css: &str) {
    window.sees(css);
    let script = "document.querySelector(arguments[0]).click()";
    window
        .runs(script, &json!([css]))
        .expect("the page is there");
}

/// Goes by `steps` (what is clicked, what comes up, what is clicked to leave it) from screen to screen in every size.
#[track_caller]
fn check(window: &Window, steps: &[(&str, &str, &str)]) {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (width, height, percent) in SIZES {
        window.presses(USUAL);
        window.is_sized(width, height);
        text(window, percent);
        for (click, wanted, leave) in steps {
            if !click.is_empty() {
                press(window, &format!("[data-testid={click}]"));
            }
            window.sees(&format!("[data-testid={wanted}]"));
            for fault in window.cut_off() {
                let met = found.entry(format!("{wanted}: {fault}")).or_default();
                met.push(format!("{width} × {height} at {percent} %"));
            }
            if !leave.is_empty() {
                press(window, &format!("[data-testid={wanted}] {leave}"));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

const CLOSE: &str = "[aria-label=Tutup]";

#[test]
fn every_screen_of_the_chair_fits() {
    let panel = panel();
    let window = Window::opened(&panel.chair, &["lomba.timbang", "J2.nilai"]);
    window.sees("[data-testid=screen-handover]");
    check(
        &window,
        &[
            ("nav-rules", "screen-rules", ""),
            ("nav-entries", "screen-entries", ""),
            ("coverage", "coverage-dialog", CLOSE),
            ("nav-panel", "screen-panel", ""),
            ("judge-add", "add-judge", CLOSE),
            ("nav-handover", "screen-handover", ""),
            ("nav-standings", "screen-standings", ""),
            ("nav-decisions", "screen-decisions", ""),
            ("decision-add", "new-decision", CLOSE),
            ("nav-documents", "screen-documents", ""),
            ("open-journal", "screen-journal", ""),
            ("help", "keys", CLOSE),
        ],
    );
    press(&window, "[data-testid=nav-entries]");
    window.will_choose(&panel.chair, &["metro-2027-penjaringan.xlsx"]);
    press(&window, "[data-testid=entries-import]");
    press(&window, "[data-testid=import-choose]");
    window.sees("[data-testid=import-grid]");
    check(&window, &[("", "import-grid", "")]);
}

#[test]
fn every_screen_of_a_judge_fits() {
    let panel = panel();
    let window = Window::opened(&panel.judges[0].desk, &["J1.timbang"]);
    window.sees("[data-testid=screen-desk]");
    check(
        &window,
        &[
            ("nav-calibration", "screen-calibration", ""),
            ("nav-declaration", "screen-declaration", ""),
            ("nav-handover", "screen-handover", ""),
            ("nav-rules", "screen-rules", ""),
            ("nav-entries", "screen-entries", ""),
            ("nav-desk", "desk-entry", ""),
        ],
    );
}

#[test]
fn the_start_and_the_look_of_an_auditor_fit_and_what_is_cut_off_is_found() {
    let panel = panel();
    panel
        .chair
        .types("export lomba.timbang --pack lomba.hasil")
        .done();
    let window = Window::opened(&panel.chair, &[]);
    check(
        &window,
        &[
            ("", "start-packet", ""),
            ("start-new", "new-competition", CLOSE),
        ],
    );
    window
        .runs(
            "document.querySelector('[data-testid=start-packet]').style.transform = 'translateX(3000px)'",
            &json!([]),
        )
        .unwrap();
    let found = window.cut_off().concat();
    assert!(
        found.contains("start-packet"),
        "a button far to the right is found: {found}"
    );
}
