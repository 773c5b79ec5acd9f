//! Remit: a plot is saved from the real window, as a drawing and as dots, and the judges' numbers on it are those of their sheets.

use crate::screens::{panel, wears};
use harness::{Panel, Window};
use serde_json::json;
use std::path::Path;
use std::time::{Duration, Instant};

#[track_caller]
fn written(file: &Path) -> Vec<u8> {
    let began = Instant::now();
    while began.elapsed() < Duration::from_secs(30) {
        if let Ok(bytes) = std::fs::read(file) {
            return bytes;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("{} is not written", file.display());
}

/// Width and height of a PNG, from its head.
fn size(png: &[u8]) -> (u32, u32) {
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

/// A panel whose judges have both filed, and its window at the standing of KEC.
fn filed() -> (Panel, Window) {
    let panel = panel();
    panel.chair.types("merge lomba.timbang J2.nilai").done();
    let window = Window::opened(&panel.chair, &["lomba.timbang"]);
    window.clicks("[data-testid=nav-standings]");
    window.clicks("[data-testid=chip-KEC]");
    (panel, window)
}

#[test]
fn no_plot_and_no_page_to_print_has_a_barrier_in_any_look() {
    let (_panel, window) = filed();
    for (language, theme) in [
        ("id", "light"),
        ("id", "dark"),
        ("en", "light"),
        ("en", "dark"),
    ] {
        wears(&window, language, theme);
        window.clicks("[data-testid=tool-plots]");
        let check = |place: &str| {
            window.sees(&format!("[data-testid={place}]"));
            let found = window.barriers();
            assert!(found.is_empty(), "{place} {language} {theme}: {found:#?}");
        };
        for kind in ["distribution", "heat", "buildUp", "acceptability", "margin"] {
            window.clicks(&format!("[data-testid=plot-{kind}]"));
            window.sees("[data-testid=plot-table-open]");
            let open =
                "document.querySelector('[data-testid=plot-table-open]').parentElement.open = true";
            window.runs(open, &json!([])).unwrap();
            check("plot-table");
        }
        window.clicks("[data-testid=plot-print]");
        check("paper");
        window.clicks("[data-testid=paper-close]");
        window.sees("[data-testid=plots]");
        window.presses("\u{E00C}");
        window.waits(
            |it| it.sees_all("[role=dialog]").concat(),
            |seen| seen.is_empty(),
        );
    }
}

#[test]
fn a_plot_is_saved_as_a_drawing_and_as_dots() {
    let (panel, window) = filed();
    window.clicks("[data-testid=tool-plots]");
    window.clicks("[data-testid=plot-heat]");
    window.sees("[data-testid=plot-figure]");
    window.clicks("[data-testid=plot-table-open]");
    let table = window.sees("[data-testid=plot-table]");
    // The first judge gave the first entry three of three everywhere, the second one of three.
    assert!(
        table.contains("63,00") && table.contains("21,00"),
        "{table}"
    );

    window.will_choose(&panel.chair, &["peta.svg"]);
    window.clicks("[data-testid=plot-svg]");
    let svg = written(&panel.chair.path("peta.svg"));
    let svg = String::from_utf8(svg).unwrap();
    assert!(svg.starts_with("<svg ") && svg.contains("63,00"), "{svg}");
    assert!(
        !svg.contains("var(") && !svg.contains("class="),
        "it stands alone: {svg}"
    );

    window.will_choose(&panel.chair, &["peta.png"]);
    window.clicks("[data-testid=plot-png]");
    let png = written(&panel.chair.path("peta.png"));
    assert_eq!(&png[1..4], b"PNG");
    let (width, height) = size(&png);
    assert!(width == 1520 && height > 200, "{width} × {height}");
    assert!(png.len() > 4_000, "something is drawn on it");
}
