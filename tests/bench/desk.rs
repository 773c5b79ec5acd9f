//! The judge's desk in the window: from a key to a mark that is in the file, to the next entry, and the list scrolled.

use crate::intake::workbook;
use crate::measure::Measured;
use crate::page::{Bar, Section};
use harness::{Desk, Panel, Window};
use serde_json::{Value, json};
use std::time::Duration;

const ENTRIES: u32 = 5_000;
const MARKS: usize = 400;
const OPENED: usize = 400;
/// So long a person waits without noticing that anything was done.
const AT_ONCE: Duration = Duration::from_millis(50);

const ENTER: &str = "\u{E007}";
const PAGE_DOWN: &str = "\u{E00F}";

/// Notes in the page when keys fall, when the desk says *saved* after Enter, and when another entry has been drawn after
/// PageDown. Drawn is the first task after the frame that shows it.
const LISTEN: &str = "
    window.desk = { marked: [], opened: [] };
    let pressed = null;
    addEventListener('keydown', ({ key }) => {
        if (key === 'Enter' || key === 'PageDown') pressed = { key, at: performance.now() };
    }, true);
    const text = (css) => document.querySelector(css)?.innerText ?? '';
    const entry = () => text('[data-testid=desk-entry]').split(/\\s/)[0];
    let shown = entry();
    new MutationObserver(() => {
        if (entry() !== shown) {
            shown = entry();
            const press = pressed;
            if (press?.key !== 'PageDown') return;
            requestAnimationFrame(() => {
                const drawn = new MessageChannel();
                drawn.port1.onmessage = () => window.desk.opened.push(performance.now() - press.at);
                drawn.port2.postMessage(null);
            });
            pressed = null;
        } else if (pressed?.key === 'Enter' && text('[data-testid=desk-saved]').startsWith('Tersimpan')) {
            window.desk.marked.push(performance.now() - pressed.at);
            pressed = null;
        }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });";

/// Scrolls the list a third of its height a frame's worth at a time, for three seconds, and notes how long each frame took.
const SCROLL: &str = "
    const rows = document.querySelector('[data-testid=desk-list]');
    window.desk.frames = [];
    let last = null;
    let left = 180;
    const frame = (now) => {
        if (last !== null) window.desk.frames.push(now - last);
        last = now;
        rows.scrollTop += 900;
        if (left-- > 0) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);";

pub fn section() -> Section {
    let chair = Desk::new();
    chair.write("daftar.xlsx", workbook(ENTRIES));
    let judges = [("J1", "--stage penilaian")];
    let panel = Panel::assembled(chair, "kukar-pekan-inovasi", "daftar.xlsx", &judges);
    panel.judges[0]
        .desk
        .types("declare J1.timbang --none")
        .done();
    let window = Window::opened(&panel.judges[0].desk, &["J1.timbang"]);
    window.sees("[data-testid=desk-entry]");
    window.sees("[data-mark]");
    window.runs(LISTEN, &json!([])).expect("the page listens");
    let criteria = window.sees_all("[data-mark]").len();
    for at in 0..MARKS {
        window.presses(&format!("{}{ENTER}", 60 + at % 40));
        waits_for(&window, "marked", at + 1);
        // A sheet that is full is left for the next one.
        if (at + 1) % criteria == 0 {
            window.presses(PAGE_DOWN);
            waits_for(&window, "opened", (at + 1) / criteria);
        }
    }
    window
        .runs("window.desk.opened = []", &json!([]))
        .expect("the page goes on");
    for at in 0..OPENED {
        window.presses(PAGE_DOWN);
        waits_for(&window, "opened", at + 1);
    }
    window.runs(SCROLL, &json!([])).expect("the list scrolls");
    waits_for(&window, "frames", 180);
    let rows = vec![
        Measured::of_times(
            "a mark, from Enter until it is in the file",
            &noted(&window, "marked"),
        ),
        Measured::of_times(
            "the next entry, from PageDown until it is drawn",
            &noted(&window, "opened"),
        ),
        Measured::of_times(
            "a frame while the list is scrolled",
            &noted(&window, "frames"),
        ),
    ];
    let bars = vec![
        Bar::of_hundred(99, AT_ONCE, &rows[0], &noted(&window, "marked")),
        Bar::of_hundred(99, AT_ONCE, &rows[1], &noted(&window, "opened")),
        Bar::of_hundred(100, AT_ONCE, &rows[2], &noted(&window, "frames")),
    ];
    Section {
        heading: "The desk",
        about: format!(
            "The window on a working copy of {ENTRIES} entries of 20 fields, on a virtual display: {MARKS} marks given by key, \
             {OPENED} entries opened by PageDown, the list scrolled from top to bottom. Measured inside the page."
        ),
        rows,
        bars,
    }
}

fn waits_for(window: &Window, what: &str, count: usize) {
    window.waits(
        |window| noted(window, what).len().to_string(),
        |seen| seen.parse::<usize>().is_ok_and(|seen| seen >= count),
    );
}

/// What the page noted, in milliseconds.
fn noted(window: &Window, what: &str) -> Vec<Duration> {
    let noted = window.runs("return window.desk[arguments[0]] ?? []", &json!([what]));
    let noted = noted.and_then(|noted| noted.as_array().cloned());
    let times = noted.unwrap_or_default().into_iter();
    times
        .filter_map(|time: Value| time.as_f64())
        .map(|milliseconds| Duration::from_secs_f64(milliseconds / 1_000.0))
        .collect()
}
