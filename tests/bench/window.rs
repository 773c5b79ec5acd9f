//! The start of the window.

use crate::Run;
use crate::measure::in_turn;
use crate::page::Section;
use harness::{Desk, Window};
use std::time::Instant;

pub fn section() -> Section {
    let open = || -> Run {
        let desk = Desk::new();
        let began = Instant::now();
        let window = Window::opened(&desk, &[]);
        window.sees("[data-testid=start-new]");
        Run {
            time: began.elapsed(),
            peak: None,
        }
    };
    Section {
        heading: "The window",
        about: "From nothing to a start page that can be read, on a virtual display; the start of tauri-driver and \
                WebKitWebDriver, which look at the page, is in it."
            .to_owned(),
        rows: in_turn(5, vec![("start of the window", Box::new(open))]),
        bars: Vec::new(),
    }
}
