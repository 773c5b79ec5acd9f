//! Time and peak memory of a program and everything it starts.

use std::collections::BTreeMap;
use std::fs::read_to_string;
use std::process::{Command, ExitStatus};
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
    /// The middle, the shortest and the longest time.
    pub median: Duration,
    pub shortest: Duration,
    pub longest: Duration,
    /// The highest of all runs, in bytes.
    pub peak: Option<u64>,
}

impl Measured {
    fn of(what: &str, runs: &[Run]) -> Self {
        let mut times: Vec<Duration> = runs.iter().map(|run| run.time).collect();
        times.sort();
        Self {
            what: what.to_owned(),
            median: times[times.len() / 2],
            shortest: times[0],
            longest: times[times.len() - 1],
            peak: runs.iter().filter_map(|run| run.peak).max(),
        }
    }

    /// Times that were taken one by one.
    pub fn of_times(what: &str, times: &[Duration]) -> Self {
        let run = |time: &Duration| Run {
            time: *time,
            peak: None,
        };
        Self::of(what, &times.iter().map(run).collect::<Vec<_>>())
    }

    /// What a program that measures itself says: `median_ms`, `least_ms`, `most_ms`.
    pub fn reported(what: &str, json: &serde_json::Value) -> Self {
        let time = |name: &str| Duration::from_secs_f64(json[name].as_f64().unwrap() / 1_000.0);
        Self {
            what: what.to_owned(),
            median: time("median_ms"),
            shortest: time("least_ms"),
            longest: time("most_ms"),
            peak: None,
        }
    }
}

/// A thing to measure, by its name.
pub type Thing<'a> = (&'a str, Box<dyn FnMut() -> Run + 'a>);

/// Runs all things in turn, so many rounds, so that a machine that slows down slows all of them.
pub fn in_turn(rounds: u32, mut things: Vec<Thing<'_>>) -> Vec<Measured> {
    let mut runs: Vec<Vec<Run>> = things.iter().map(|_| Vec::new()).collect();
    for _ in 0..rounds {
        for (runs, (_, thing)) in runs.iter_mut().zip(&mut things) {
            // What one job leaves to be written to the disk is not the next one's to wait for.
            let _ = Command::new("sync").status();
            runs.push(thing());
        }
    }
    things
        .iter()
        .zip(runs)
        .map(|((what, _), runs)| Measured::of(what, &runs))
        .collect()
}

/// Runs a program to its end.
pub fn run(command: &mut Command) -> Run {
    let (run, status) = ended(command);
    assert!(status.success(), "{command:?}: {status}");
    run
}

/// Runs a program that refuses what it is given: it says so with 1.
pub fn run_refused(command: &mut Command) -> Run {
    let (run, status) = ended(command);
    assert_eq!(status.code(), Some(1), "{command:?}");
    run
}

fn ended(command: &mut Command) -> (Run, ExitStatus) {
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
    let run = Run {
        time,
        peak: Some(watcher.join().unwrap()),
    };
    (run, status)
}

/// Adds up the highest resident memory seen of each process, until asked to stop.
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

/// The process and all that it and its children started, from whatever thread.
fn tree(root: u32) -> Vec<u32> {
    let mut processes = vec![root];
    let mut at = 0;
    while let Some(process) = processes.get(at) {
        let threads = std::fs::read_dir(format!("/proc/{process}/task"));
        let threads = threads.into_iter().flatten().flatten();
        let children: Vec<String> = threads
            .filter_map(|thread| read_to_string(thread.path().join("children")).ok())
            .collect();
        let children = children.iter().flat_map(|of| of.split_whitespace());
        processes.extend(children.filter_map(|child| child.parse::<u32>().ok()));
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
