//! Remit: a plot is saved from the real window, as a drawing and as dots, and the judges' numbers on it are those of their sheets.

use crate::screens::panel;
use harness::Window;
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

#[test]
fn a_plot_is_saved_as_a_drawing_and_as_dots() {
    let panel = panel();
    panel.chair.types("merge lomba.timbang J2.nilai").done();
    let window = Window::opened(&panel.chair, &["lomba.timbang"]);
    window.clicks("[data-testid=nav-standings]");
    window.clicks("[data-testid=chip-KEC]");
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
