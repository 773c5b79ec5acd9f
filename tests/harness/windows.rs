//! A program with several windows: which of them is driven.

use crate::window::Window;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(30);

impl Window {
    /// How many windows the program has.
    #[must_use]
    pub fn windows(&self) -> usize {
        self.handles().len()
    }

    fn handles(&self) -> Vec<Value> {
        let handles = self.ask("GET", "/window/handles", None);
        let handles = handles.expect("the program has windows");
        handles.as_array().expect("a list of windows").clone()
    }

    /// Drives from now on the window in which this CSS selector finds something, once there is one.
    #[track_caller]
    pub fn goes_to(&self, css: &str) {
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            for handle in self.handles() {
                self.asks_for("/window", &json!({ "handle": handle }));
                let there = "return document.querySelector(arguments[0]) !== null";
                if self.runs(there, &json!([css])) == Some(json!(true)) {
                    return;
                }
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        panic!("no window shows “{css}”");
    }
}
