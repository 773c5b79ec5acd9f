//! The chair's window on a large competition: search, one category, the standings, and scrolling.

use crate::intake::workbook;
use crate::measure::Measured;
use crate::page::{Bar, Section};
use harness::{Desk, Panel, Window};
use serde_json::json;
use std::time::Duration;

const ENTRIES: u32 = 12_000;
const ROUNDS: usize = 12;
const SCROLLED: usize = 180;

/// Does something in the page, and calls back with the milliseconds until the rows of a table are others than before, drawn.
const TAKES: &str = "
    const [table, act, done] = arguments;
    const rows = () => [...document.querySelectorAll(`[data-testid=${table}] [data-row]`)].map((row) => row.innerText).join();
    const before = rows();
    const began = performance.now();
    const look = () => {
        const now = rows();
        if ((now !== before && now !== '') || performance.now() - began > 20000) {
            const drawn = new MessageChannel();
            drawn.port1.onmessage = () => done(performance.now() - began);
            drawn.port2.postMessage(null);
        } else requestAnimationFrame(look);
    };
    new Function(act)();
    requestAnimationFrame(look);";

/// Scrolls a table most of its height a frame, and calls back with how long each frame took.
const SCROLLS: &str = "
    const [table, count, done] = arguments;
    let box = document.querySelector(`[data-testid=${table}] [data-row]`);
    while (box && !(box.scrollHeight > box.clientHeight + 10 && getComputedStyle(box).overflowY !== 'visible')) box = box.parentElement;
    const frames = [];
    let last = null;
    const frame = (now) => {
        if (last !== null) frames.push(now - last);
        last = now;
        box.scrollTop += 600;
        if (frames.length < count) requestAnimationFrame(frame); else done(frames);
    };
    requestAnimationFrame(frame);";

pub fn section() -> Section {
    let chair = Desk::new();
    chair.write("daftar.xlsx", workbook(ENTRIES));
    let judges = [("J1", "--stage penilaian")];
    let panel = Panel::assembled(chair, "kukar-pekan-inovasi", "daftar.xlsx", &judges);
    let window = Window::opened(&panel.chair, &["lomba.timbang"]);
    window.sees("[data-testid=entries-table] [data-row]");
    let takes = |table: &str, act: &str| {
        let time = window.awaits(TAKES, &json!([table, act]));
        Duration::from_secs_f64(time.as_f64().unwrap_or(20_000.0) / 1_000.0)
    };
    let search = |text: &str| {
        takes(
            "entries-table",
            &format!(
                "const box = document.querySelector('[data-testid=entries-search]'); box.value = '{text}'; \
                 box.dispatchEvent(new Event('input', {{ bubbles: true }}))"
            ),
        )
    };
    let mut searches = Vec::new();
    for letter in ["a", "di", "pe", "la", "in", "ka"]
        .iter()
        .cycle()
        .take(ROUNDS)
    {
        searches.push(search(letter));
        search("");
    }
    let chip =
        |at: usize| format!("[...document.querySelectorAll('main .chips button')][{at}].click()");
    let categories: Vec<Duration> = (0..ROUNDS)
        .map(|round| takes("entries-table", &chip(1 + round % 3)))
        .collect();
    takes("entries-table", &chip(0));
    let frames = window.awaits(SCROLLS, &json!(["entries-table", SCROLLED]));
    let frames = frames.as_array().cloned().unwrap_or_default();
    let frames: Vec<Duration> = frames
        .iter()
        .filter_map(serde_json::Value::as_f64)
        .map(|time| Duration::from_secs_f64(time / 1_000.0))
        .collect();
    let go = "document.querySelector('[data-testid=nav-standings]').click()";
    let first = takes("standings-table", go);
    let standings: Vec<Duration> = (0..ROUNDS)
        .map(|round| takes("standings-table", &chip(1 + round % 3)))
        .collect();
    let rows = vec![
        Measured::of_times("entries searched", &searches),
        Measured::of_times("entries of another category", &categories),
        Measured::of_times("standings, at first", &[first]),
        Measured::of_times("standings of another category", &standings),
        Measured::of_times("a frame while the entries are scrolled", &frames),
    ];
    let within = Duration::from_millis;
    let bars = vec![
        Bar::within(within(100), &rows[0]),
        Bar::within(within(100), &rows[1]),
        Bar::within(within(300), &rows[2]),
        Bar::within(within(100), &rows[3]),
        Bar::of_hundred(100, within(50), &rows[4], &frames),
    ];
    Section {
        heading: "The chair's window, large",
        about: format!(
            "The window on a competition of {ENTRIES} entries of 20 fields, on a virtual display, from the key or click until the rows \
             that answer it are drawn, and {SCROLLED} frames of scrolling. Measured inside the page."
        ),
        rows,
        bars,
    }
}
