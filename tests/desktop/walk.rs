//! The ways through the window: what is clicked, what comes up, and by what it is left again. Tests that look at everything walk them.

use harness::Window;
use serde_json::json;

/// What is clicked (a test id, or a selector in brackets), the test id of what comes up, and the selector in it of what leaves it. Empty
/// where there is nothing to click.
pub type Step = (&'static str, &'static str, &'static str);

pub const CLOSE: &str = "[aria-label=Tutup], [aria-label=Close]";

/// The chair's screens with their dialogs, in a competition with a panel, entries and a decision.
pub const CHAIR: [Step; 19] = [
    ("nav-rules", "screen-rules", ""),
    ("nav-entries", "screen-entries", ""),
    ("entries-add", "entry-form", CLOSE),
    ("coverage", "coverage-dialog", CLOSE),
    ("nav-panel", "screen-panel", ""),
    ("judge-add", "add-judge", CLOSE),
    ("matrix-open", "matrix", CLOSE),
    ("nav-handover", "screen-handover", ""),
    ("nav-standings", "screen-standings", ""),
    ("tool-compare", "compare", CLOSE),
    ("tool-what-if", "what-if", CLOSE),
    ("tool-plots", "plots", CLOSE),
    ("nav-decisions", "screen-decisions", ""),
    ("decision-add", "new-decision", CLOSE),
    ("to-publish", "screen-publish", ""),
    ("nav-documents", "screen-documents", ""),
    ("keys-take", "take-keys", CLOSE),
    ("open-journal", "screen-journal", ""),
    ("help", "keys", CLOSE),
];

/// A judge's screens with their dialogs.
pub const DESK: [Step; 6] = [
    ("nav-calibration", "screen-calibration", ""),
    ("nav-declaration", "screen-declaration", ""),
    ("nav-handover", "screen-handover", ""),
    ("nav-rules", "screen-rules", ""),
    ("nav-entries", "screen-entries", ""),
    ("nav-desk", "desk-entry", ""),
];

/// Presses a button as the page has it: the driver's pointer misses while a window changes its size.
#[track_caller]
pub fn press(window: &Window, css: &str) {
    window.sees(css);
    let script = "document.querySelector(arguments[0]).click()";
    window
        .runs(script, &json!([css]))
        .expect("the page is there");
}

/// Takes one step after the other, and looks at each place before it is left.
#[track_caller]
pub fn walk(window: &Window, steps: &[Step], mut look: impl FnMut(&str)) {
    for (click, wanted, leave) in steps {
        match click {
            _ if click.is_empty() => {}
            _ if click.starts_with('[') => press(window, click),
            _ => press(window, &format!("[data-testid={click}]")),
        }
        let wanted_there = format!("[data-testid={wanted}]");
        window.sees(&wanted_there);
        look(wanted);
        if !leave.is_empty() {
            let within = |part: &str| format!("{wanted_there} {}", part.trim());
            let leaves: Vec<String> = leave.split(',').map(within).collect();
            press(window, &leaves.join(", "));
        }
    }
}
