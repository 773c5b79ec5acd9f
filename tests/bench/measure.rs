//! Time and peak memory of a program and everything it starts.

use std::collections::BTreeMap;
use std::fs::read_to_string;
use std::process::Command;
use std::time::{Duration, Instant};

/// One run of a program.
#[derive(Debug, Clone, Copy)]
pub struct Run {
    pub time: Duration,
    /// In bytes: the highest resident memory of every process of the tree, added up. None where it was not measured.
    pub peak: Option<u64>,
}

/// Several runs of one thing.
#[derive(Debug, Clone)]
pub struct Measured {
    pub what: String,
    runs: Vec<Run>,
}

impl Measured {
    /// The middle time.
    pub fn median(&self) -> Duration {
        let mut times: Vec<Duration> = self.runs.iter().map(|run| run.time).collect();
        times.sort();
        times[times.len() / 2]
    }

    /// The shortest and the longest time.
    pub fn spread(&self) -> (Duration, Duration) {
        let times = || self.runs.iter().map(|run| run.time);
        (times().min().unwrap(), times().max().unwrap())
    }

    /// The highest peak.
    pub fn peak(&self) -> Option<u64> {
        self.runs.iter().filter_map(|run| run.peak).max()
    }
}

/// A thing to measure, by its name.
pub type Thing<'a> = (&'a str, Box<dyn FnMut() -> Run + 'a>);

/// Runs all things in turn, so many rounds, so that a machine that slows down slows all of them.
pub fn in_turn(rounds: u32, things: Vec<Thing<'_>>) -> Vec<Measured> {
    let (names, mut things): (Vec<&str>, Vec<_>) = things.into_iter().unzip();
    let mut measured: Vec<Measured> = names
        .into_iter()
        .map(|what| Measured {
            what: what.to_owned(),
            runs: Vec::new(),
        })
        .collect();
    for _ in 0..rounds {
        for (one, thing) in measured.iter_mut().zip(&mut things) {
            one.runs.push(thing());
        }
    }
    measured
}

/// Runs a program to its end.
pub fn run(command: &mut Command) -> Run {
    let began = Instant::now();
    let mut child = command
        .spawn()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let root = child.id();
    let (stop, stopped) = std::sync::mpsc::channel::<()>();
    let watcher = std::thread::spawn(move || watch(root, &stopped));
    let status = child.wait().unwrap();
    let time = began.elapsed();
    drop(stop);
    assert!(status.success(), "{command:?}: {status}");
    Run {
        time,
        peak: Some(watcher.join().unwrap()),
    }
}

/// Adds up the highest resident memory seen of each process, until told to stop.
fn watch(root: u32, stopped: &std::sync::mpsc::Receiver<()>) -> u64 {
    let mut highest: BTreeMap<u32, u64> = BTreeMap::new();
    loop {
        for process in tree(root) {
            if let Some(bytes) = resident(process) {
                highest.insert(process, bytes);
            }
        }
        let waited = stopped.recv_timeout(Duration::from_millis(3));
        if waited == Err(std::sync::mpsc::RecvTimeoutError::Disconnected) {
            return highest.values().sum();
        }
    }
}

fn tree(root: u32) -> Vec<u32> {
    let mut processes = vec![root];
    let mut at = 0;
    while let Some(process) = processes.get(at) {
        let children =
            read_to_string(format!("/proc/{process}/task/{process}/children")).unwrap_or_default();
        processes.extend(
            children
                .split_whitespace()
                .filter_map(|child| child.parse::<u32>().ok()),
        );
        at += 1;
    }
    processes
}

/// The kernel's own high-water mark of a process, in bytes.
fn resident(process: u32) -> Option<u64> {
    let status = read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kilobytes * 1024)
}
