//! Remit: the window on the projector follows the chair's and the other way round; what is not revealed is not in it, and it may
//! ask for nothing else.

use crate::screens::{panel, wears};
use harness::{Panel, Window};
use serde_json::{Value, json};

const PROJECTOR: &str = "[data-testid=plenary]";
const CHAIR: &str = "[data-testid=screen-standings]";
const PAGE_DOWN: &str = "\u{E00F}";
const PAGE_UP: &str = "\u{E00E}";
const ESCAPE: &str = "\u{E00C}";

/// A panel whose two judges have both filed, and its window at the standing of KEC: three places, two entries each.
fn filed() -> (Panel, Window) {
    let panel = panel();
    panel.chair.types("merge lomba.timbang J2.nilai").done();
    let window = at_the_standing(&panel);
    (panel, window)
}

fn at_the_standing(panel: &Panel) -> Window {
    let window = Window::opened(&panel.chair, &["lomba.timbang"]);
    window.clicks("[data-testid=nav-standings]");
    window.clicks("[data-testid=standings-stage-penilaian]");
    window.clicks("[data-testid=chip-KEC]");
    window.sees("[data-testid=standings-table] [data-row]");
    window
}

/// Everything in the page, whether it is in sight or not.
fn page(window: &Window) -> String {
    let page = window.runs("return document.documentElement.outerHTML", &json!([]));
    page.unwrap_or_default().as_str().unwrap_or_default().into()
}

/// The entries that stand in the page.
fn revealed(window: &Window) -> Vec<String> {
    let page = page(window);
    let entries = (1..=8).map(|number| format!("KEC-{number:03}"));
    entries.filter(|entry| page.contains(entry)).collect()
}

#[track_caller]
fn waits_for(window: &Window, entries: &[&str]) {
    let seen = |window: &Window| revealed(window).join(" ");
    window.waits(seen, |seen| seen == entries.join(" "));
}

/// What a command of the program answers to the window, or why not.
fn asked(window: &Window, command: &str, request: &Value) -> String {
    let script = "const done = arguments[arguments.length - 1];
        window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1])
            .then((answer) => done('answered ' + JSON.stringify(answer)), (error) => done('refused ' + JSON.stringify(error)));";
    let said = window.awaits(script, &json!([command, request]));
    said.as_str().unwrap_or_default().to_owned()
}

#[test]
fn what_is_revealed_comes_up_on_the_projector_and_nothing_else_is_there() {
    let panel = panel();
    panel.chair.types("merge lomba.timbang J2.nilai").done();
    let titles = panel.chair.asks("standings lomba.timbang --category KEC");
    let titles: Vec<&str> = titles["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|row| row["title"].as_str())
        .collect();
    let window = at_the_standing(&panel);
    window.clicks("[data-testid=tool-plenary]");
    window.sees("[data-testid=plenary-control]");
    window.clicks("[data-testid=plenary-project]");
    window.goes_to(PROJECTOR);
    window.waits(|it| it.sees_all("h1").concat(), |seen| seen == "Kecamatan");
    waits_for(&window, &[]);
    let hidden = page(&window);
    for title in &titles {
        assert!(!hidden.contains(title), "{title}");
    }
    // Its own keys, and the chair's panel follows.
    window.presses(PAGE_DOWN);
    waits_for(&window, &["KEC-002", "KEC-005"]);
    window.goes_to(CHAIR);
    let count = "[data-testid=plenary-count]";
    window.waits(|it| it.sees(count), |seen| seen.starts_with("1 dari 3"));
    // The chair's panel, and the projector follows.
    window.clicks("[data-testid=plenary-next]");
    window.clicks("[data-testid=plenary-scores]");
    window.goes_to(PROJECTOR);
    waits_for(&window, &["KEC-001", "KEC-002", "KEC-004", "KEC-005"]);
    window.waits(
        |it| it.sees_all("[data-testid=plenary-places]").concat(),
        |seen| seen.contains(','),
    );
    let still = window.sees("[data-testid=plenary-provisional]");
    assert_eq!(still, "SEMENTARA", "one entry is not marked yet");
    window.presses("b");
    waits_for(&window, &[]);
    window.presses(PAGE_UP);
    waits_for(&window, &["KEC-001", "KEC-002", "KEC-004", "KEC-005"]);
    window.presses(PAGE_UP);
    waits_for(&window, &["KEC-002", "KEC-005"]);
    assert!(!page(&window).contains(titles[0]), "the first is not there");
    // The window is gone before the driver can say that the key was pressed.
    let _ = window.tries_keys(None, ESCAPE);
    window.goes_to(CHAIR);
    window.waits(|it| it.windows().to_string(), |seen| seen == "1");
    window.waits(
        |it| it.sees("[data-testid=plenary-project]"),
        |seen| seen.contains("Buka"),
    );
}

#[test]
fn the_projector_may_ask_for_nothing_but_what_is_revealed() {
    let (_panel, window) = filed();
    window.clicks("[data-testid=tool-plenary]");
    window.clicks("[data-testid=plenary-project]");
    window.goes_to(PROJECTOR);
    let own = |name: &str| json!({ "name": name, "request": {} });
    let answer = asked(&window, "plenary", &own("plenary"));
    assert!(answer.starts_with("answered"), "{answer}");
    assert!(!answer.contains("KEC-"), "{answer}");
    for (command, request) in [
        ("call", own("standings")),
        ("call", own("plenary")),
        ("plenary", own("standings")),
        ("plenary", own("plenary_desk")),
        ("opened_files", json!({})),
        ("open_plenary", json!({})),
        (
            "plugin:event|listen",
            json!({ "event": "progress", "target": { "kind": "Any" }, "handler": 1 }),
        ),
    ] {
        let answer = asked(&window, command, &request);
        assert!(answer.starts_with("refused"), "{command}: {answer}");
    }
    // What the chair's window does and does not do is the other way round.
    window.goes_to(CHAIR);
    let answer = asked(&window, "leave_plenary", &json!({}));
    assert!(answer.starts_with("refused"), "{answer}");
}

#[test]
fn the_projector_has_no_barrier_in_any_look() {
    let (_panel, window) = filed();
    window.clicks("[data-testid=tool-plenary]");
    window.clicks("[data-testid=plenary-project]");
    window.clicks("[data-testid=plenary-scores]");
    window.clicks("[data-testid=plenary-next]");
    for (language, theme) in [
        ("id", "light"),
        ("id", "dark"),
        ("en", "light"),
        ("en", "dark"),
    ] {
        window.goes_to(CHAIR);
        wears(&window, language, theme);
        window.clicks("[data-testid=plenary-black]");
        window.clicks("[data-testid=plenary-next]");
        window.goes_to(PROJECTOR);
        let worn =
            "return document.documentElement.dataset.theme + ' ' + document.documentElement.lang";
        window.waits(
            |it| it.runs(worn, &json!([])).unwrap_or_default().to_string(),
            |seen| seen == format!("\"{theme} {language}\""),
        );
        let found = window.barriers();
        assert!(found.is_empty(), "{language} {theme}: {found:#?}");
    }
}
