//! docs/benchmarks.md: a section a job, the others left as they are.

use crate::measure::Measured;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const HEAD: &str = "# Benchmarks

Written by `./dev bench`, which builds in release, makes its data from seeds and runs each job in turn with its yardsticks
in the same run. Times are wall-clock times of whole processes unless said otherwise: the median, and from the shortest to
the longest. Memory is the highest resident memory of all processes of a job, added up.
";

/// What was measured about one job.
pub struct Section {
    /// Also its place on the page.
    pub heading: &'static str,
    /// What is done and with what data, in a sentence or two.
    pub about: String,
    pub rows: Vec<Measured>,
    pub bars: Vec<Bar>,
}

/// A promise and how it stands.
pub struct Bar {
    pub promise: String,
    pub found: String,
    pub met: bool,
}

impl Bar {
    /// `ours` takes at most `times` × as long as `yardstick`.
    pub fn at_most(times: f64, ours: &Measured, yardstick: &Measured) -> Self {
        let ratio = ours.median.as_secs_f64() / yardstick.median.as_secs_f64();
        Self {
            promise: format!(
                "“{}” takes at most {times:.2} × “{}”",
                ours.what, yardstick.what
            ),
            found: format!("{ratio:.2} ×"),
            met: ratio <= times,
        }
    }

    /// `ours` takes at most so long.
    pub fn within(limit: Duration, ours: &Measured) -> Self {
        Self {
            promise: format!("“{}” takes at most {}", ours.what, time(limit)),
            found: time(ours.median),
            met: ours.median <= limit,
        }
    }

    /// So many of a hundred of these `times` are within the limit.
    pub fn of_hundred(many: usize, limit: Duration, ours: &Measured, times: &[Duration]) -> Self {
        let mut times = times.to_vec();
        times.sort();
        let slowest = times[(times.len() * many).div_ceil(100) - 1];
        Self {
            promise: format!(
                "“{}” takes at most {} in {many} of 100",
                ours.what,
                time(limit)
            ),
            found: time(slowest),
            met: slowest <= limit,
        }
    }

    /// `ours` needs at most so many megabytes.
    pub fn megabytes(limit: u64, ours: &Measured) -> Self {
        let peak = ours.peak.unwrap_or_default();
        Self {
            promise: format!("“{}” needs at most {limit} MB", ours.what),
            found: memory(peak),
            met: peak <= limit * 1_000_000,
        }
    }
}

/// The page by its headings.
pub struct Page {
    sections: BTreeMap<String, String>,
}

impl Page {
    fn file() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/benchmarks.md")
    }

    /// As it stands.
    pub fn read() -> Self {
        let text = std::fs::read_to_string(Self::file()).unwrap_or_default();
        let sections = text.split("\n## ").skip(1).filter_map(|section| {
            let (heading, body) = section.split_once('\n')?;
            Some((heading.to_owned(), body.trim_matches('\n').to_owned()))
        });
        Self {
            sections: sections.collect(),
        }
    }

    /// Puts a section in the place of the one with the same heading.
    pub fn put(&mut self, section: &Section) {
        let mut text = format!("\n{}\n\nMeasured on {}.\n\n", section.about, machine());
        text.push_str("| | median | from – to | peak memory |\n|---|--:|--:|--:|\n");
        for row in &section.rows {
            let (median, from, to) = (time(row.median), time(row.shortest), time(row.longest));
            let peak = row.peak.map_or_else(|| "–".to_owned(), memory);
            writeln!(text, "| {} | {median} | {from} – {to} | {peak} |", row.what).unwrap();
        }
        if !section.bars.is_empty() {
            text.push('\n');
        }
        for bar in &section.bars {
            let word = if bar.met { "met" } else { "**not met**" };
            writeln!(text, "- {}: {}, {word}.", bar.promise, bar.found).unwrap();
        }
        eprintln!("## {}\n{text}", section.heading);
        self.sections.insert(
            section.heading.to_owned(),
            text.trim_matches('\n').to_owned(),
        );
    }

    pub fn write(&self) {
        let mut text = HEAD.to_owned();
        for (heading, body) in &self.sections {
            write!(text, "\n## {heading}\n\n{body}\n").unwrap();
        }
        std::fs::write(Self::file(), text).unwrap();
    }
}

/// Processor, memory, system and compiler.
fn machine() -> String {
    let line = |file: &str, name: &str| {
        let text = std::fs::read_to_string(file).unwrap_or_default();
        let found = text
            .lines()
            .find_map(|line| line.strip_prefix(name))
            .unwrap_or("?");
        found.trim_matches([' ', '\t', ':', '=', '"']).to_owned()
    };
    let said = |program: &str, word: &str| {
        let output = Command::new(program).arg(word).output().unwrap();
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let kilobytes: u64 = line("/proc/meminfo", "MemTotal")
        .trim_end_matches(" kB")
        .parse()
        .unwrap_or_default();
    format!(
        "{}: {cores} cores of {}, {} GB, {}, {}",
        said("date", "-I"),
        line("/proc/cpuinfo", "model name"),
        kilobytes / 1_000_000,
        line("/etc/os-release", "PRETTY_NAME"),
        said("rustc", "--version")
            .split(" (")
            .next()
            .unwrap_or_default()
    )
}

fn time(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 1.0 {
        format!("{:.1} ms", seconds * 1_000.0)
    } else {
        format!("{seconds:.2} s")
    }
}

fn memory(bytes: u64) -> String {
    format!("{} MB", bytes.div_ceil(1_000_000))
}
