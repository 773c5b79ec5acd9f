//! Remit: rules changed in the window show what they do before they hold, and the new standing follows.

use crate::pictures::picture;
use harness::{Desk, Window};

#[test]
fn a_scale_changed_after_scoring_is_chosen_for_decided_and_seen_in_the_standing() {
    let desk = Desk::new();
    desk.types("demo --out contoh").done();
    let file = "contoh/kukar-2023.timbang";
    let rules = desk.asks(&format!("rules {file}"));
    let stage = &rules["stages"].as_array().unwrap().iter();
    let judged = stage.clone().find(|stage| stage["criteria"][0].is_object());
    let criterion = judged.unwrap()["criteria"][0]["code"].as_str().unwrap();
    let toml = rules["toml"].as_str().unwrap();
    let scale = "scale = { min = 0, max = 100, step = 1 }";
    desk.write(
        "aturan-baru.toml",
        toml.replacen(scale, "scale = { min = 1, max = 10, step = 0.5 }", 1),
    );

    let window = Window::opened(&desk, &[file]);
    window.clicks("[data-testid=nav-rules]");
    window.clicks("[data-testid=rules-change]");
    // What is wrong is said at its line, and the text is kept when one leaves.
    window.types("[data-testid=rules-text]", "bobot = 1");
    window.clicks("[data-testid=rules-look]");
    let wrong = window.sees("[data-testid=rules-wrong]");
    let line = format!("Baris {}", toml.lines().count() + 1);
    assert!(wrong.contains(&line), "{wrong}");
    assert!(wrong.contains("Kunci ini tidak dikenal"), "{wrong}");
    picture(&window, "rules-wrong");
    window.clicks("[data-testid=nav-entries]");
    window.clicks("[data-testid=nav-rules]");
    window.clicks("[data-testid=rules-change]");
    window.sees("[data-testid=rules-resumed]");
    window.will_choose(&desk, &["aturan-baru.toml"]);
    window.clicks("[data-testid=rules-file]");
    let marks = window.sees("[data-testid=rules-marks]");
    assert!(marks.contains("pilih dahulu"), "{marks}");
    window.types("[data-testid=rules-reason]", "rapat pleno");
    window.clicks(&format!("[data-testid=carry-{criterion}-rescale]"));
    window.waits(
        |window| window.sees("[data-testid=rules-marks]"),
        |marks| !marks.contains("pilih dahulu"),
    );
    picture(&window, "rules-change");
    window.clicks("[data-testid=rules-decide]");
    window.sees("[data-testid=rules-change]");
    window.clicks("[data-testid=nav-decisions]");
    let decisions = window.sees("[data-testid=decisions-table]");
    assert!(decisions.contains("Perubahan aturan"), "{decisions}");
    assert!(decisions.contains("rapat pleno"), "{decisions}");
    drop(window);
    let changed = desk.asks(&format!("rules {file}"));
    assert_eq!(changed["revision"], 2);
    desk.types(&format!("check {file}")).done();
}
