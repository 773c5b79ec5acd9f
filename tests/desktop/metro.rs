//! Remit: a new competition from a template, and the Metro registration imported and read from the screen.

use crate::pictures::picture;
use harness::{Desk, Window};

const ENTER: &str = "\u{E007}";
const CONTROL_ENTER: &str = "\u{E009}\u{E007}";

#[test]
fn a_competition_is_made_from_a_template_and_the_metro_registration_is_imported() {
    let desk = Desk::new();
    desk.fixture("metro-2027-penjaringan.xlsx");
    let window = Window::opened(&desk, &[]);
    picture(&window, "start");

    window.clicks("[data-testid=start-new]");
    window.clicks("[data-testid=template-metro-penilaian-judul]");
    window.types("[data-testid=new-name]", "Lomba Uji Coba");
    window.will_choose(&desk, &["lomba.timbang"]);
    window.clicks("[data-testid=new-create]");
    assert_eq!(
        window.sees("[data-testid=competition-name]"),
        "Lomba Uji Coba"
    );
    window.sees("[data-testid=entries-empty]");

    window.clicks("[data-testid=entries-import]");
    window.will_choose(&desk, &["metro-2027-penjaringan.xlsx"]);
    // From here to the entries without a mouse: the focus is where the next key is wanted.
    window.presses(ENTER);
    window.sees("[data-testid=import-grid]");
    let summary = window.sees("[data-testid=import-summary]");
    assert!(summary.contains("105"), "{summary}");
    picture(&window, "import");
    window.presses(CONTROL_ENTER);
    let promised = window.sees("[data-testid=import-confirm]");
    assert!(promised.contains("105"), "{promised}");
    window.presses(ENTER);

    window.clicks("[data-testid=nav-entries]");
    assert_eq!(
        window.sees("[data-testid=entries-table] [data-row] td"),
        "OPD-001"
    );
    let cells = window.sees_all("[data-testid=entries-table] tbody td");
    for expected in [
        "Digitalisasi Laporan Ikhtisar Pengawasan APIP",
        "Inspektorat Daerah",
        "Tanah Harapan 2.0",
    ] {
        assert!(
            cells.iter().any(|cell| cell == expected),
            "{expected} is not on the screen: {cells:?}"
        );
    }
    picture(&window, "entries");
    window.types("[data-testid=entries-search]", "kovi darat");
    window.waits(
        |window| {
            window
                .sees_all("[data-testid=entries-table] tbody td")
                .join("|")
        },
        |cells| cells.contains("Kovi Darat") && !cells.contains("Tanah Harapan"),
    );
    drop(window);

    let answer = desk.asks("entries lomba.timbang");
    assert_eq!(
        answer["total"], 105,
        "the window and the command line see the same file"
    );
}
