//! Remit: every screen fits on the screens people have, and with larger text: titles can be read, nothing is cut off, every
//! control can be reached.

use crate::screens::panel;
use crate::walk::{CHAIR, CLOSE, DESK, Step, press, walk};
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

/// Walks from screen to screen in every size, and gathers what does not fit.
#[track_caller]
fn check(window: &Window, steps: &[Step]) {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (width, height, percent) in SIZES {
        window.presses(USUAL);
        window.is_sized(width, height);
        text(window, percent);
        walk(window, steps, |place| {
            for fault in window.cut_off() {
                let met = found.entry(format!("{place}: {fault}")).or_default();
                met.push(format!("{width} × {height} at {percent} %"));
            }
        });
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_screen_of_the_chair_fits() {
    let panel = panel();
    let window = Window::opened(&panel.chair, &["lomba.timbang", "J2.nilai"]);
    window.sees("[data-testid=screen-handover]");
    check(&window, &CHAIR);
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
    panel
        .chair
        .types("export lomba.timbang --pack lomba.hasil")
        .done();
    let desk = &panel.judges[0].desk;
    desk.take(&panel.chair, "lomba.hasil");
    let window = Window::opened(desk, &["J1.timbang"]);
    window.sees("[data-testid=screen-desk]");
    check(&window, &DESK);
    window.will_choose(desk, &["lomba.hasil"]);
    press(&window, "[data-testid=nav-handover]");
    press(&window, "[data-testid=open-receipt]");
    check(&window, &[("", "receipt-verdict", "")]);
}

#[test]
fn the_sheet_of_six_words_fits() {
    let panel = panel();
    let judge = "judge add lomba.timbang --code J3 --name 'Ir. Budi Santoso, M.T.'";
    panel.chair.types(judge).done();
    std::fs::create_dir(panel.chair.path("paket")).unwrap();
    let window = Window::opened(&panel.chair, &["lomba.timbang"]);
    press(&window, "[data-testid=nav-panel]");
    window.will_choose(&panel.chair, &["paket"]);
    press(&window, "[data-testid=packets-all]");
    check(&window, &[("", "word-sheet", "")]);
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
    window.will_choose(&panel.chair, &["lomba.hasil"]);
    press(&window, "[data-testid=start-audit]");
    check(&window, &[("", "audit", "")]);
}
