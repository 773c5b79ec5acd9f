//! Remit: every screen in both themes and both languages, as people see it in the real window: nothing on it keeps anybody
//! from using it.

use harness::{Desk, Panel, Window};
use serde_json::json;
use std::collections::BTreeMap;

const LOOKS: [(&str, &str); 4] = [
    ("id", "light"),
    ("id", "dark"),
    ("en", "light"),
    ("en", "dark"),
];

/// Puts the page into a language and a theme, by the switches in its top bar.
pub(crate) fn wears(window: &Window, language: &str, theme: &str) {
    window.clicks(&format!("[data-testid=language-{language}]"));
    for _ in 0..3 {
        let worn = window.runs("return document.documentElement.dataset.theme", &json!([]));
        if worn == Some(json!(theme)) {
            return;
        }
        window.clicks("[data-testid=theme]");
    }
    panic!("the theme does not become {theme}");
}

/// What covers a screen until it is answered or left.
const COVERING: &str = "[role=dialog], [role=alertdialog]";
const ESCAPE: &str = "\u{E00C}";

/// Goes by `steps` (what is clicked, what comes up) from screen to screen in every look, and gathers all barriers, each
/// with where it was met. What covers the screen, as a dialog does, is left by Escape.
fn barriers(window: &Window, steps: &[(&str, &str)]) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (language, theme) in LOOKS {
        wears(window, language, theme);
        for (click, wanted) in steps {
            if !click.is_empty() {
                window.clicks(&format!("[data-testid={click}]"));
            }
            window.sees(&format!("[data-testid={wanted}]"));
            for barrier in window.barriers() {
                let met = found.entry(barrier).or_default();
                met.push(format!("{wanted} {language} {theme}"));
            }
            if !click.is_empty() && !window.sees_all(COVERING).is_empty() {
                window.presses(ESCAPE);
                window.waits(|it| it.sees_all(COVERING).concat(), str::is_empty);
            }
        }
    }
    found
}

#[track_caller]
pub(crate) fn check(window: &Window, steps: &[(&str, &str)]) {
    let found = barriers(window, steps);
    assert!(found.is_empty(), "{found:#?}");
}

/// A chair with two judges, one of whom has handed over; the other's file lies ready.
pub(crate) fn panel() -> Panel {
    let chair = Desk::new();
    let workbook = "metro-2027-penjaringan.xlsx";
    chair.fixture(workbook);
    let judges = [("J1", "--category KEC"), ("J2", "--category KEC")];
    let panel = Panel::assembled(chair, "metro-penilaian-judul", workbook, &judges);
    let criteria = [
        "kebaruan",
        "relevansi",
        "kelayakan",
        "keberlanjutan",
        "kolaborasi",
        "dokumentasi",
    ];
    for (judge, mark) in panel.judges.iter().zip(1..) {
        let lines: Vec<String> = (1..=7)
            .flat_map(|entry| {
                criteria.map(|code| {
                    format!("penilaian,KEC-{entry:03},{code},{}", (entry + mark) % 3 + 1)
                })
            })
            .collect();
        judge.marks(&lines);
        judge
            .desk
            .types(&format!(
                "declare {}.timbang --entry KEC-008 --kind potential --ground affiliation",
                judge.code
            ))
            .done();
        judge
            .desk
            .types(&format!("declare {}.timbang --none", judge.code))
            .done();
        let command = format!(
            "hand-over {0}.timbang --out {0}.nilai --why 'satu belum'",
            judge.code
        );
        judge.desk.types(&command).done();
        panel.deliver(judge, &format!("{}.nilai", judge.code));
    }
    panel.chair.types("merge lomba.timbang J1.nilai").done();
    panel
        .chair
        .types("decide lomba.timbang withdraw KEC-007 --reason 'mengundurkan diri'")
        .done();
    panel
}

#[test]
fn no_screen_of_the_chair_has_a_barrier() {
    let panel = panel();
    let window = Window::opened(&panel.chair, &["lomba.timbang", "J2.nilai"]);
    window.sees("[data-testid=screen-handover]");
    check(
        &window,
        &[
            ("nav-rules", "screen-rules"),
            ("nav-entries", "screen-entries"),
            ("nav-panel", "screen-panel"),
            ("nav-handover", "screen-handover"),
            ("nav-standings", "screen-standings"),
            ("nav-decisions", "screen-decisions"),
            ("to-publish", "screen-publish"),
            ("nav-documents", "screen-documents"),
            ("open-journal", "screen-journal"),
        ],
    );
    window.clicks("[data-testid=nav-entries]");
    window.will_choose(&panel.chair, &["metro-2027-penjaringan.xlsx"]);
    window.clicks("[data-testid=entries-import]");
    window.presses("\u{E007}");
    window.sees("[data-testid=import-grid]");
    check(&window, &[("", "import-grid")]);
}

#[test]
fn no_dialog_of_the_chair_has_a_barrier() {
    let panel = panel();
    panel
        .chair
        .types("judge add lomba.timbang --code J3 --name 'Juri Tiga' --category KEC")
        .done();
    let window = Window::opened(&panel.chair, &["lomba.timbang"]);
    check(
        &window,
        &[
            ("help", "keys"),
            ("find", "palette"),
            ("nav-entries", "screen-entries"),
            ("coverage", "coverage-dialog"),
            ("entries-add", "entry-form"),
            ("table-print", "print"),
            ("nav-panel", "screen-panel"),
            ("judge-add", "add-judge"),
            ("matrix-open", "matrix"),
            ("nav-handover", "screen-handover"),
            ("form-open", "enter-form"),
            ("nav-decisions", "screen-decisions"),
            ("decision-add", "new-decision"),
        ],
    );
    // The words are shown once, black on white in every theme, so one look is all there is.
    window.clicks("[data-testid=nav-panel]");
    std::fs::create_dir(panel.chair.path("paket")).expect("a folder can be made");
    window.will_choose(&panel.chair, &["paket"]);
    window.clicks("[data-testid=packets-all]");
    window.sees("[data-testid=word-sheet]");
    let found = window.barriers();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn no_dialog_about_a_standing_has_a_barrier() {
    let panel = panel();
    panel.chair.types("merge lomba.timbang J2.nilai").done();
    let window = Window::opened(&panel.chair, &["lomba.timbang"]);
    window.clicks("[data-testid=nav-standings]");
    window.clicks("[data-testid=standings-stage-penilaian]");
    window.clicks("[data-testid=chip-KEC]");
    window.clicks("[data-testid=standings-table] tr[data-row] td");
    check(
        &window,
        &[
            ("why-open", "why"),
            ("tool-compare", "compare"),
            ("tool-what-if", "what-if"),
            ("tool-plots", "plots"),
            ("firm-winner", "firm-places"),
            ("firm-nominees", "firm-resampled"),
            ("firm-discuss", "firm-plenary"),
            ("firm-judges", "firm-panel"),
            ("act-disqualify", "new-decision"),
        ],
    );
}

#[test]
fn no_screen_of_a_judge_has_a_barrier() {
    let panel = panel();
    panel
        .chair
        .types("export lomba.timbang --pack lomba.hasil")
        .done();
    let desk = &panel.judges[0].desk;
    desk.take(&panel.chair, "lomba.hasil");
    let window = Window::opened(desk, &["J1.timbang"]);
    window.sees("[data-testid=screen-desk]");
    let keys = [
        ("nav-calibration", "screen-calibration"),
        ("nav-declaration", "screen-declaration"),
        ("nav-handover", "screen-handover"),
        ("nav-rules", "screen-rules"),
        ("nav-entries", "screen-entries"),
        ("nav-desk", "desk-entry"),
        ("desk-declare", "declare"),
        ("help", "keys"),
    ];
    check(&window, &keys);
    window.clicks("[data-testid=nav-handover]");
    window.will_choose(desk, &["lomba.hasil"]);
    window.clicks("[data-testid=open-receipt]");
    check(&window, &[("", "receipt-verdict")]);
}

#[test]
fn no_screen_before_a_file_is_open_has_a_barrier() {
    let panel = panel();
    panel
        .chair
        .types("export lomba.timbang --pack lomba.hasil")
        .done();
    let window = Window::opened(&panel.chair, &[]);
    check(
        &window,
        &[("", "start-packet"), ("start-new", "new-competition")],
    );
    // What is there is found: a text too pale to read, and a button without a name.
    window
        .runs(
            "Object.assign(document.querySelector('h1').style, { color: '#808080', backgroundColor: '#8a8a8a' });
             document.querySelector('[data-testid=start-packet]').replaceChildren();",
            &json!([]),
        )
        .unwrap();
    let found = window.barriers().concat();
    for rule in ["color-contrast", "button-name"] {
        assert!(found.contains(rule), "{rule} is not in {found}");
    }
    window.will_choose(&panel.chair, &["lomba.hasil"]);
    window.clicks("[data-testid=start-audit]");
    check(&window, &[("", "audit")]);
}
