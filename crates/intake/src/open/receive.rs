//! Builds the workbook from what the parser delivers, under its own count of rows, cells and memory.

use super::limits::MIB;
use super::{Limits, OpenError, Progress, Sink, Watch};
use crate::Workbook;
use crate::workbook::{Builder, Merged, Value};
use judging::Hash;

/// Rows of a sheet after which it is shown while the rest is read.
const PREVIEW: u64 = 200;
/// Sheets that are shown before all is read.
const PREVIEWS: usize = 16;
/// Sheets of a workbook.
const SHEETS: usize = 1000;
/// Rows between two reports.
const REPORT: u64 = 1024;
/// Areas of merged cells.
const AREAS: u64 = 1_000_000;

/// Receives a workbook.
pub(super) struct Receiver<'a, 'w> {
    file: String,
    /// Begins with the hash of the file, which comes before everything else.
    builder: Option<Builder>,
    watch: &'a mut Watch<'w>,
    /// Of all sheets, and the number of the last.
    rows: u64,
    row: u32,
    /// Of this sheet; `PREVIEW` and more once it was shown.
    sheet_rows: u64,
    cells: u64,
    cells_limit: u64,
    areas: u64,
    bytes: u64,
    bytes_limit: u64,
}

impl<'a, 'w> Receiver<'a, 'w> {
    /// `length` is that of the file: what a workbook may take in memory goes by it, so that no small file takes much.
    pub fn new(file: String, length: u64, limits: &Limits, watch: &'a mut Watch<'w>) -> Self {
        Self {
            file,
            builder: None,
            watch,
            rows: 0,
            row: 0,
            sheet_rows: 0,
            cells: 0,
            cells_limit: limits.cells,
            areas: 0,
            bytes: 0,
            bytes_limit: (24 * MIB).saturating_add(length.saturating_mul(12)),
        }
    }

    /// Reports progress; an error when the user cancelled.
    pub fn report(&mut self) -> Result<(), OpenError> {
        match (self.watch)(Progress::Rows(self.rows)).is_break() {
            true => Err(OpenError::Cancelled),
            false => Ok(()),
        }
    }

    fn preview(&mut self) -> Result<(), OpenError> {
        let Some(builder) = &self.builder else {
            return Ok(());
        };
        let workbook = builder.workbook();
        if workbook.sheets.len() > PREVIEWS {
            return Ok(());
        }
        match (self.watch)(Progress::Preview(workbook)).is_break() {
            true => Err(OpenError::Cancelled),
            false => Ok(()),
        }
    }

    /// The whole workbook.
    pub fn finish(mut self) -> Result<Workbook, OpenError> {
        self.report()?;
        if self.cells == 0 {
            return Err(OpenError::Empty);
        }
        let builder = self.builder.ok_or_else(no_hash)?;
        Ok(builder.finish())
    }

    fn builder(&mut self) -> Result<&mut Builder, OpenError> {
        self.builder.as_mut().ok_or_else(no_hash)
    }
}

impl Sink for Receiver<'_, '_> {
    fn hash(&mut self, hash: Hash) -> Result<(), OpenError> {
        let file = std::mem::take(&mut self.file);
        self.builder = Some(Builder::new(file, hash));
        Ok(())
    }

    fn sheet(&mut self, name: &str, hidden: bool) -> Result<(), OpenError> {
        if (1..PREVIEW).contains(&self.sheet_rows) {
            self.preview()?;
        }
        if self.builder()?.workbook().sheets.len() >= SHEETS {
            return Err(OpenError::TooLarge(format!(
                "it has more than {SHEETS} sheets"
            )));
        }
        (self.row, self.sheet_rows) = (0, 0);
        self.builder()?.sheet(name.to_owned(), hidden);
        Ok(())
    }

    fn merged(&mut self, area: Merged) -> Result<(), OpenError> {
        self.areas += 1;
        if self.areas > AREAS {
            return Err(OpenError::TooLarge(format!(
                "it has more than {AREAS} merged areas"
            )));
        }
        self.builder()?.merged(area);
        Ok(())
    }

    fn cell(&mut self, row: u32, column: u32, value: Value<'_>) -> Result<(), OpenError> {
        if row != self.row {
            self.row = row;
            self.rows += 1;
            self.sheet_rows += 1;
            if self.sheet_rows == PREVIEW + 1 {
                self.preview()?;
            }
            if self.rows.is_multiple_of(REPORT) {
                self.report()?;
            }
        }
        self.cells += 1;
        self.bytes += self.builder()?.cell(row, column, value) as u64;
        if self.cells > self.cells_limit {
            let most = self.cells_limit;
            return Err(OpenError::TooLarge(format!(
                "it has more than {most} cells"
            )));
        }
        if self.bytes > self.bytes_limit {
            return Err(OpenError::TooLarge(
                "its cells take far more memory than a file of its size should".into(),
            ));
        }
        Ok(())
    }
}

fn no_hash() -> OpenError {
    OpenError::ReaderDied("it gave no hash of the file".into())
}
