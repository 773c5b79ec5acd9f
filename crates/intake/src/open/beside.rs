//! Measuring the sheets of an XLSX workbook on a second core while the first reads them.
//!
//! The reader takes sheets in bit by bit, so that a bomb in one costs time but no memory; a single giant text, which would,
//! is stopped by the memory limit of the process if the measure does not come first.

use super::kind::damaged;
use super::measure::{Measured, Parts, measure};
use super::{Limits, OpenError, Sink};
use crate::workbook::{Merged, Value};
use judging::Hash;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{Scope, ScopedJoinHandle, scope};
use zip::ZipArchive;

/// The measuring thread, until its result is asked for.
pub(super) struct Beside<'scope> {
    thread: Option<ScopedJoinHandle<'scope, Result<Measured, OpenError>>>,
    merged: bool,
}

/// Measures the sheets while `read` reads the workbook. What the measure refuses is refused, whatever was read.
pub(super) fn beside(
    path: &Path,
    limits: &Limits,
    sink: &mut dyn Sink,
    read: impl FnOnce(&mut Beside<'_>, &mut dyn Sink) -> Result<(), OpenError>,
) -> Result<(), OpenError> {
    let refused = AtomicBool::new(false);
    scope(|scope| {
        let mut beside = begin(scope, path, limits, &refused);
        let mut stopping = Stopping {
            sink,
            refused: &refused,
        };
        let result = read(&mut beside, &mut stopping);
        beside.merged().and(result)
    })
}

fn begin<'scope>(
    scope: &'scope Scope<'scope, '_>,
    path: &'scope Path,
    limits: &'scope Limits,
    refused: &'scope AtomicBool,
) -> Beside<'scope> {
    let thread = scope.spawn(move || {
        let measured = sheets(path, limits);
        refused.store(measured.is_err(), Ordering::Relaxed);
        measured
    });
    Beside {
        thread: Some(thread),
        merged: false,
    }
}

fn sheets(path: &Path, limits: &Limits) -> Result<Measured, OpenError> {
    let file = BufReader::with_capacity(1 << 16, File::open(path)?);
    let mut archive = ZipArchive::new(file).map_err(|error| damaged(&error))?;
    measure(&mut archive, Parts::Sheets, limits)
}

impl Beside<'_> {
    /// Whether any sheet has merged cells; waits for the measure.
    pub fn merged(&mut self) -> Result<bool, OpenError> {
        if let Some(thread) = self.thread.take() {
            let lost = |_| Err(OpenError::Damaged("its parts cannot be unpacked".into()));
            self.merged = thread.join().unwrap_or_else(lost)?.merged;
        }
        Ok(self.merged)
    }
}

/// Stops the reading when the measure has refused the file.
struct Stopping<'a> {
    sink: &'a mut dyn Sink,
    refused: &'a AtomicBool,
}

impl Sink for Stopping<'_> {
    fn hash(&mut self, hash: Hash) -> Result<(), OpenError> {
        self.sink.hash(hash)
    }

    fn sheet(&mut self, name: &str, hidden: bool) -> Result<(), OpenError> {
        self.sink.sheet(name, hidden)
    }

    fn merged(&mut self, area: Merged) -> Result<(), OpenError> {
        self.sink.merged(area)
    }

    fn cell(&mut self, row: u32, column: u32, value: Value<'_>) -> Result<(), OpenError> {
        if self.refused.load(Ordering::Relaxed) {
            // Not what the user is told: the measure's own words come first.
            return Err(OpenError::Cancelled);
        }
        self.sink.cell(row, column, value)
    }
}
