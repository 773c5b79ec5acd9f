//! Every job beside its yardsticks, on the same machine in the same run; medians, spread, ratios and peak memory go to
//! docs/benchmarks.md. `./dev bench` builds in release and calls this on a virtual display.
//!
//! One job a module. **Never here**: a bar that fails a test; the page says whether each bar is met.

mod demo;
mod desk;
mod hostile_photos;
mod intake;
mod measure;
mod merge;
mod page;
mod photos;
mod photos_merged;
mod rank;
mod standings;
mod window;
mod window_large;
mod yardstick;

use measure::Run;
use page::{Page, Section};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A job by the name it can be asked for.
type Job = (&'static str, fn() -> Section);
const JOBS: [Job; 11] = [
    ("rank", rank::section),
    ("standings", standings::section),
    ("demo", demo::section),
    ("window", window::section),
    ("window-large", window_large::section),
    ("desk", desk::section),
    ("merge", merge::section),
    ("photos", photos::section),
    ("hostile-photos", hostile_photos::section),
    ("photos-merged", photos_merged::section),
    ("intake", intake::section),
];

fn main() {
    let words: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with("--"))
        .collect();
    if let Some(("yardstick", rest)) = words
        .split_first()
        .map(|(first, rest)| (first.as_str(), rest))
    {
        return yardstick::serve(rest);
    }
    let unknown = words
        .iter()
        .find(|word| JOBS.iter().all(|(name, _)| name != word));
    assert_eq!(unknown, None, "there are {:?}", JOBS.map(|(name, _)| name));
    let mut page = Page::read();
    for (name, section) in JOBS {
        if words.is_empty() || words.iter().any(|word| word == name) {
            eprintln!("measuring {name} …");
            page.put(&section());
        }
    }
    page.write();
}

/// A yardstick in Python, with the libraries that `TIMBANG_PYTHON` has.
fn python(script: &str, files: &[&PathBuf]) -> Command {
    let python = std::env::var_os("TIMBANG_PYTHON").expect("TIMBANG_PYTHON is set by ./dev bench");
    let mut command = Command::new(python);
    command
        .arg(
            Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("bench")
                .join(script),
        )
        .args(files);
    command
}
