//! What keeps people from using a screen, as axe-core finds it in the real window: with layout, contrast and real sizes.

use crate::window::Window;
use serde_json::{Value, json};
use std::path::Path;

/// Runs axe over the page as it is, and gives each fault with the elements it was found at.
const RUN: &str = "
    const done = arguments[arguments.length - 1];
    window.axe.run(document).then(
        ({ violations }) => done(violations.map(({ id, nodes }) =>
            id + ': ' + nodes.map((node) => node.html + ' (' + (node.any[0]?.message ?? '') + ')').join(' · '))),
        (error) => done(['axe-core: ' + error]),
    );";

impl Window {
    /// The barriers of the screen as it is now; empty for none. Waits until nothing moves any more.
    #[must_use]
    pub fn barriers(&self) -> Vec<String> {
        self.settles();
        if self.runs("return typeof window.axe", &json!([])) != Some(json!("object")) {
            let source = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("../ui/node_modules/axe-core/axe.min.js");
            let source = std::fs::read_to_string(source).expect("the page's libraries are there");
            let script = format!("{source}; return typeof window.axe;");
            let there = self.runs(&script, &json!([]));
            assert_eq!(there, Some(json!("object")), "axe-core is in the page");
        }
        let found = self.awaits(RUN, &json!([]));
        let found = found.as_array().expect("a list of faults").iter();
        found.filter_map(Value::as_str).map(str::to_owned).collect()
    }
}
