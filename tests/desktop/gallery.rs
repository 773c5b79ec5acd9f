//! Remit: a picture of every screen, dialog and drawer of the demonstration, in two sizes, both themes and both languages, for looking
//! through before a release. Taken only when `TIMBANG_GALLERY` names a folder for them: `./dev pictures --all DIR`.

use crate::screens::wears;
use crate::verifiers_day;
use crate::walk::{CHAIR, CLOSE, DESK, Step, walk};
use harness::{Desk, Window};
use std::path::{Path, PathBuf};

const SIZES: [(u32, u32); 2] = [(1366, 768), (1093, 576)];
const LOOKS: [(&str, &str); 4] = [
    ("id", "light"),
    ("id", "dark"),
    ("en", "light"),
    ("en", "dark"),
];

/// What the walks of the other tests do not show: it takes marks, visits or a click on a row.
const CHAIR_BESIDE: [Step; 11] = [
    ("nav-handover", "screen-handover", ""),
    ("form-open", "enter-form", CLOSE),
    ("nav-entries", "screen-entries", ""),
    ("[data-testid=entries-table] [data-row]", "entry-detail", ""),
    ("entry-edit", "entry-form", CLOSE),
    ("nav-standings", "screen-standings", ""),
    (
        "[data-testid=standings-table] [data-row]",
        "standing-detail",
        "",
    ),
    ("why-open", "why", CLOSE),
    ("table-print", "print", "[data-testid=print-close]"),
    ("nav-rules", "screen-rules", ""),
    ("rules-change", "rules-text", ""),
];
const NOTEBOOK: [Step; 3] = [
    ("nav-visits", "screen-visits", ""),
    ("visit-DESA-001", "claim-3", ""),
    ("photo-0", "photo-large", CLOSE),
];
const BOARD: [Step; 4] = [
    ("nav-handover", "screen-handover", ""),
    ("verification-open", "verification", ""),
    ("[data-row='verifikasi/DESA-001']", "gate-pass", ""),
    ("returns-open", "returns", CLOSE),
];

/// Walks in every size and look, and takes a picture of each place, numbered in the order of the walk.
fn pictured(window: &Window, folder: &Path, whose: &str, steps: &[Step]) {
    for (width, height) in SIZES {
        window.is_sized(width, height);
        for (language, theme) in LOOKS {
            wears(window, language, theme);
            let mut number = 0;
            walk(window, steps, |place| {
                number += 1;
                let name = format!("{whose}-{number:02}-{place}-{width}-{language}-{theme}.png");
                window.picture(&folder.join(name));
            });
        }
    }
}

/// What is looked at over a standing.
const STANDING: [Step; 12] = [
    ("nav-standings", "screen-standings", ""),
    ("tool-compare", "compare", CLOSE),
    ("tool-what-if", "what-if", CLOSE),
    ("tool-plots", "plots", ""),
    ("plot-heat", "plot-figure", ""),
    ("plot-buildUp", "plot-figure", ""),
    ("plot-acceptability", "plot-figure", ""),
    ("plot-margin", "plot-figure", ""),
    ("plot-print", "paper", "[data-testid=paper-close]"),
    ("plot-distribution", "plots", CLOSE),
    ("tool-plenary", "plenary-control", ""),
    ("plenary-next", "plenary-control", ""),
];

#[test]
fn what_is_looked_at_over_a_standing_is_pictured() {
    let Some(folder) = std::env::var_os("TIMBANG_GALLERY").map(PathBuf::from) else {
        return;
    };
    std::fs::create_dir_all(&folder).unwrap();
    let desk = Desk::new();
    desk.types("demo --out contoh").done();
    let window = Window::opened(&desk, &["contoh/kukar-2023.timbang"]);
    window.sees("[data-testid=competition-name]");
    pictured(&window, &folder, "standing", &STANDING);
}

#[test]
fn every_screen_dialog_and_drawer_of_the_demonstration_is_pictured() {
    let Some(folder) = std::env::var_os("TIMBANG_GALLERY").map(PathBuf::from) else {
        return;
    };
    std::fs::create_dir_all(&folder).unwrap();
    let desk = Desk::new();
    desk.types("demo --out contoh").done();
    desk.types("export contoh/kukar-2023.timbang --pack hasil.hasil")
        .done();

    let window = Window::opened(&desk, &["contoh/kukar-2023.timbang"]);
    window.sees("[data-testid=competition-name]");
    pictured(&window, &folder, "chair", &CHAIR);
    pictured(&window, &folder, "beside", &CHAIR_BESIDE);
    drop(window);

    let window = Window::opened(&desk, &["contoh/kukar-2023-J1.timbang"]);
    window.sees("[data-testid=screen-desk]");
    pictured(&window, &folder, "desk", &DESK);
    drop(window);

    let panel = verifiers_day::visited();
    let window = verifiers_day::opens_the_notebook(&panel.judges[1].desk);
    pictured(&window, &folder, "notebook", &NOTEBOOK);
    drop(window);
    let window = Window::opened(&panel.chair, &["lomba.timbang"]);
    pictured(&window, &folder, "board", &BOARD);
    drop(window);

    let window = Window::opened(&desk, &[]);
    let start = [
        ("", "start-new", ""),
        ("start-new", "new-competition", CLOSE),
    ];
    pictured(&window, &folder, "start", &start);
    window.will_choose(&desk, &["hasil.hasil"]);
    window.clicks("[data-testid=start-audit]");
    pictured(&window, &folder, "audit", &[("", "audit", "")]);
    drop(window);

    let window = Window::opened(&desk, &["contoh/metro-2027.timbang"]);
    window.clicks("[data-testid=nav-entries]");
    window.will_choose(&desk, &["contoh/metro-2027-penjaringan.xlsx"]);
    window.clicks("[data-testid=entries-import]");
    window.clicks("[data-testid=import-choose]");
    pictured(&window, &folder, "import", &[("", "import-grid", "")]);
}
