//! The marks of one stage and category, packed: a row a sheet, a column a leaf, the sheets of one entry side by side.

use crate::Fixed;
use std::ops::Range;

/// Stands where a sheet has no mark. No mark has this value.
pub const MISSING: i64 = i64::MIN;

/// Marks in ten-thousandths.
#[derive(Debug, Clone, Default)]
pub struct MarkTable {
    width: usize,
    /// Where each entry's sheets begin, and at last where they end.
    starts: Vec<usize>,
    judges: Vec<u32>,
    /// Whether a sheet has all its marks.
    complete: Vec<bool>,
    marks: Vec<i64>,
    /// The largest absolute mark.
    largest: u64,
}

impl MarkTable {
    /// An empty table with a column for each of `width` leaves.
    #[must_use]
    pub fn new(width: usize) -> Self {
        Self {
            width,
            starts: vec![0],
            judges: Vec::new(),
            complete: Vec::new(),
            marks: Vec::new(),
            largest: 0,
        }
    }

    /// Adds a sheet to the entry being filled. Marks beyond the width are left out, missing ones filled up.
    pub fn sheet(&mut self, judge: u32, marks: impl IntoIterator<Item = Option<Fixed>>) {
        for mark in marks.into_iter().take(self.width) {
            let mark = mark.map_or(MISSING, Fixed::ten_thousandths);
            if mark != MISSING {
                self.largest = self.largest.max(mark.unsigned_abs());
            }
            self.marks.push(mark);
        }
        self.judges.push(judge);
        self.marks.resize(self.judges.len() * self.width, MISSING);
        let sheet = self.judges.len() - 1;
        self.complete.push(!self.marks(sheet).contains(&MISSING));
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

    /// Whether the sheet has all its marks.
    pub(super) fn is_complete(&self, sheet: usize) -> bool {
        self.complete[sheet]
    }

    /// The largest absolute mark, in ten-thousandths.
    pub(super) const fn largest(&self) -> u64 {
        self.largest
    }

    /// The judge of a sheet.
    #[must_use]
    pub fn judge(&self, sheet: usize) -> u32 {
        self.judges[sheet]
    }

    /// The marks of a sheet, a column a leaf.
    #[must_use]
    pub fn marks(&self, sheet: usize) -> &[i64] {
        &self.marks[sheet * self.width..(sheet + 1) * self.width]
    }
}
