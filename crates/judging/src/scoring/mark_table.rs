//! The marks of one stage and category, packed: a row a sheet, a column a leaf, the sheets of one entry
//! side by side.

use super::weights::WholeWeights;
use crate::exact::ten_thousandths;
use crate::{Exact, Fixed};
use std::ops::Range;

/// The marks of the sheets that count.
#[derive(Debug, Clone)]
pub struct MarkTable {
    width: usize,
    /// Where each entry's sheets begin, and at last where they end.
    starts: Vec<usize>,
    judges: Vec<u32>,
    /// Whether a sheet has all its marks.
    complete: Vec<bool>,
    marks: Marks,
    /// The largest absolute mark, in ten-thousandths.
    largest: u64,
}

/// Marks in ten-thousandths; the lowest number stands where there is none.
#[derive(Debug, Clone)]
enum Marks {
    /// As long as all fit, which is up to 214,748: half the memory, and several times faster to multiply.
    Narrow(Vec<i32>),
    Wide(Vec<i64>),
}

use Marks::{Narrow, Wide};

impl MarkTable {
    /// An empty table with a column for each of `width` leaves.
    #[must_use]
    pub fn new(width: usize) -> Self {
        Self {
            width,
            starts: vec![0],
            judges: Vec::new(),
            complete: Vec::new(),
            marks: Narrow(Vec::new()),
            largest: 0,
        }
    }

    /// Adds a sheet to the entry being filled. Marks beyond the width are left out, missing ones filled up.
    pub fn sheet(&mut self, judge: u32, marks: impl IntoIterator<Item = Option<Fixed>>) {
        let mut complete = true;
        let filled = marks.into_iter().chain(std::iter::repeat(None));
        for mark in filled.take(self.width) {
            let mark = mark.map(Fixed::ten_thousandths);
            self.largest = self.largest.max(mark.map_or(0, i64::unsigned_abs));
            self.marks.push(mark);
            complete &= mark.is_some();
        }
        self.judges.push(judge);
        self.complete.push(complete);
    }

    /// Ends the entry being filled; what follows belongs to the next one. An entry may have no sheet.
    pub fn end_entry(&mut self) {
        self.starts.push(self.judges.len());
    }

    /// How many entries it holds.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.starts.len() - 1
    }

    /// The sheets of an entry.
    #[must_use]
    pub fn sheets(&self, entry: usize) -> Range<usize> {
        self.starts[entry]..self.starts[entry + 1]
    }

    /// How many sheets the entry with the most of them has.
    #[must_use]
    pub fn most_sheets(&self) -> usize {
        let counts = self.starts.windows(2).map(|pair| pair[1] - pair[0]);
        counts.max().unwrap_or(0)
    }

    /// The judge of a sheet.
    #[must_use]
    pub fn judge(&self, sheet: usize) -> u32 {
        self.judges[sheet]
    }

    /// A sheet's mark in a column; `None` when it has none.
    #[must_use]
    pub fn mark(&self, sheet: usize, column: usize) -> Option<Exact> {
        self.in_ten_thousandths(sheet, column).map(ten_thousandths)
    }

    /// The same as it was given.
    pub(crate) fn fixed(&self, sheet: usize, column: usize) -> Option<Fixed> {
        let mark = self.in_ten_thousandths(sheet, column)?;
        Fixed::from_ten_thousandths(mark).ok()
    }

    fn in_ten_thousandths(&self, sheet: usize, column: usize) -> Option<i64> {
        let at = sheet * self.width + column;
        match &self.marks {
            Narrow(marks) => (marks[at] != i32::MIN).then(|| marks[at].into()),
            Wide(marks) => (marks[at] != i64::MIN).then(|| marks[at]),
        }
    }

    /// Gives another mark where there is one.
    pub(super) fn set(&mut self, sheet: usize, column: usize, mark: Fixed) {
        let mark = mark.ten_thousandths();
        self.largest = self.largest.max(mark.unsigned_abs());
        self.marks.set(sheet * self.width + column, mark);
    }

    /// A sheet's marks, a column a leaf.
    pub(crate) fn row(&self, sheet: usize) -> Vec<Option<Exact>> {
        let columns = 0..self.width;
        columns.map(|column| self.mark(sheet, column)).collect()
    }

    /// Whether the sheet has all its marks.
    pub(super) fn is_complete(&self, sheet: usize) -> bool {
        self.complete[sheet]
    }

    /// The largest absolute mark, in ten-thousandths.
    pub(super) const fn largest(&self) -> u64 {
        self.largest
    }

    /// Σ weight·mark of a sheet with all its marks. The caller has asked whether that [fits](WholeWeights::fits).
    pub(super) fn weigh(&self, sheet: usize, by: &WholeWeights) -> i128 {
        let row = sheet * self.width..(sheet + 1) * self.width;
        match (&self.marks, &by.narrow) {
            (Narrow(marks), Some(weights)) => {
                let pairs = weights.iter().zip(&marks[row]);
                let sum: i64 = pairs.map(|(w, m)| i64::from(*w) * i64::from(*m)).sum();
                sum.into()
            }
            (Narrow(marks), None) => {
                let pairs = by.weights.iter().zip(&marks[row]);
                pairs.map(|(w, m)| i128::from(*w) * i128::from(*m)).sum()
            }
            (Wide(marks), _) => {
                let pairs = by.weights.iter().zip(&marks[row]);
                pairs.map(|(w, m)| i128::from(*w) * i128::from(*m)).sum()
            }
        }
    }
}

impl Marks {
    fn push(&mut self, mark: Option<i64>) {
        match (&mut *self, narrow(mark)) {
            (Narrow(marks), Some(narrow)) => marks.push(narrow),
            (Wide(marks), _) => marks.push(mark.unwrap_or(i64::MIN)),
            (Narrow(_), None) => {
                self.widen();
                self.push(mark);
            }
        }
    }

    fn set(&mut self, at: usize, mark: i64) {
        match (&mut *self, narrow(Some(mark))) {
            (Narrow(marks), Some(narrow)) => marks[at] = narrow,
            (Wide(marks), _) => marks[at] = mark,
            (Narrow(_), None) => {
                self.widen();
                self.set(at, mark);
            }
        }
    }

    fn widen(&mut self) {
        if let Narrow(marks) = self {
            let widen = |&mark: &i32| match mark {
                i32::MIN => i64::MIN,
                given => given.into(),
            };
            *self = Wide(marks.iter().map(widen).collect());
        }
    }
}

/// A mark in 32 bits, where it fits.
fn narrow(mark: Option<i64>) -> Option<i32> {
    match mark.map(i32::try_from) {
        None => Some(i32::MIN),
        Some(fits) => fits.ok().filter(|fits| *fits != i32::MIN),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sheets: &[&[Option<&str>]]) {
        let mut table = MarkTable::new(2);
        for marks in sheets {
            table.sheet(0, marks.iter().map(|mark| mark.map(|m| m.parse().unwrap())));
        }
        table.end_entry();
        for (sheet, marks) in sheets.iter().enumerate() {
            let read = table.row(sheet);
            let fixed = |mark: &str| Exact::from(mark.parse::<Fixed>().unwrap());
            let given: Vec<_> = marks.iter().map(|mark| mark.map(fixed)).collect();
            assert_eq!(read[..given.len()], given);
            assert_eq!(table.is_complete(sheet), read.iter().all(Option::is_some));
        }
    }

    #[test]
    fn marks_read_back_whatever_their_size_and_gaps_stay_gaps() {
        check(&[&[Some("1"), Some("-7")], &[None, Some("3")], &[]]);
        check(&[
            &[Some("1"), None],
            &[Some("1000000000"), Some("-1000000000")],
            &[None],
        ]);
        check(&[&[Some("-214748.3648"), None]]);
    }
}
