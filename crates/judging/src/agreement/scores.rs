//! What each judge gave each entry: one number a cell, some of them missing.

use crate::{EntryCode, Exact, JudgeCode};

/// Entries by judges. Every entry and every judge has a number at least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scores {
    entries: Vec<EntryCode>,
    judges: Vec<JudgeCode>,
    /// Entry by entry, each in the order of the judges.
    cells: Vec<Option<Exact>>,
}

impl Scores {
    /// The table of these numbers, one a judge and entry; a later one for the same two replaces an earlier. Entries and judges
    /// stand in the order of their codes.
    #[must_use]
    pub fn new(given: impl IntoIterator<Item = (EntryCode, JudgeCode, Exact)>) -> Self {
        let given: Vec<_> = given.into_iter().collect();
        let mut entries: Vec<EntryCode> = given.iter().map(|(entry, ..)| entry.clone()).collect();
        let mut judges: Vec<JudgeCode> = given.iter().map(|(_, judge, _)| judge.clone()).collect();
        entries.sort_unstable();
        entries.dedup();
        judges.sort_unstable();
        judges.dedup();
        let mut cells = vec![None; entries.len() * judges.len()];
        for (entry, judge, score) in given {
            let at = (entries.binary_search(&entry), judges.binary_search(&judge));
            if let (Ok(row), Ok(column)) = at {
                cells[row * judges.len() + column] = Some(score);
            }
        }
        Self {
            entries,
            judges,
            cells,
        }
    }

    /// The entries, in the order of the rows.
    #[must_use]
    pub fn entries(&self) -> &[EntryCode] {
        &self.entries
    }

    /// The judges, in the order of the columns.
    #[must_use]
    pub fn judges(&self) -> &[JudgeCode] {
        &self.judges
    }

    /// What the judges gave an entry, with their columns.
    pub fn of_entry(&self, entry: usize) -> impl Iterator<Item = (usize, &Exact)> + Clone {
        let row = &self.cells[entry * self.judges.len()..][..self.judges.len()];
        row.iter()
            .enumerate()
            .filter_map(|(judge, cell)| Some((judge, cell.as_ref()?)))
    }

    /// What a judge gave, with the rows of the entries.
    pub fn of_judge(&self, judge: usize) -> impl Iterator<Item = (usize, &Exact)> + Clone {
        let column = self.cells.iter().skip(judge).step_by(self.judges.len());
        column
            .enumerate()
            .filter_map(|(entry, cell)| Some((entry, cell.as_ref()?)))
    }

    /// Every number with its row and column.
    pub fn all(&self) -> impl Iterator<Item = (usize, usize, &Exact)> {
        let rows = 0..self.entries.len();
        rows.flat_map(|entry| {
            self.of_entry(entry)
                .map(move |(judge, score)| (entry, judge, score))
        })
    }

    /// How many numbers there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.cells.iter().flatten().count()
    }

    /// The rows of the entries that every judge marked, each a number a judge.
    #[must_use]
    pub fn complete(&self) -> Vec<Vec<Exact>> {
        let row = |entry| self.of_entry(entry).map(|(_, score)| score.clone());
        let rows = (0..self.entries.len()).map(|entry| row(entry).collect::<Vec<_>>());
        rows.filter(|row| row.len() == self.judges.len()).collect()
    }
}

/// The mean; `None` of nothing.
pub(super) fn mean<'a>(values: impl Iterator<Item = &'a Exact>) -> Option<Exact> {
    let (mut sum, mut count) = (Exact::ZERO, 0);
    for value in values {
        sum += value;
        count += 1;
    }
    sum.checked_div(&Exact::whole(count))
        .map(|mean| mean.reduced())
}

/// Σ(value − their mean)².
pub(super) fn squares_about_mean<'a>(values: impl Iterator<Item = &'a Exact> + Clone) -> Exact {
    let Some(mean) = mean(values.clone()) else {
        return Exact::ZERO;
    };
    values.map(|value| (value - &mean).squared()).sum()
}

/// A count as a fraction.
pub(super) fn whole(count: usize) -> Exact {
    Exact::whole(i128::try_from(count).unwrap_or(i128::MAX))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A table from rows of text, one a judge or one an entry as `by_judge` says; `·` for a missing number.
    pub(crate) fn table(text: &str, by_judge: bool) -> Scores {
        let mut given = Vec::new();
        for (line, numbers) in text.split('/').enumerate() {
            for (at, number) in numbers.split_whitespace().enumerate() {
                if number == "·" {
                    continue;
                }
                let (entry, judge) = if by_judge { (at, line) } else { (line, at) };
                let score = number.parse::<crate::Fixed>().unwrap();
                given.push((
                    EntryCode::new(&format!("E{entry:02}")).unwrap(),
                    JudgeCode::new(&format!("J{judge:02}")).unwrap(),
                    score.into(),
                ));
            }
        }
        Scores::new(given)
    }

    /// Shrout and Fleiss, *Intraclass correlations*, Psychological Bulletin 86 (1979), table 2.
    pub(crate) const SHROUT_FLEISS: &str =
        "9 2 5 8 / 6 1 3 2 / 8 4 6 8 / 7 1 2 6 / 10 5 6 9 / 6 2 4 7";

    /// The same with five cells missing.
    pub(crate) const WITH_GAPS: &str = "9 · 5 8 / 6 1 3 · / · 4 6 8 / 7 1 2 6 / 10 5 · 9 / 6 · 4 7";

    /// The red wines of Paris, 24 May 1976: Ashenfelter and Quandt, Chance 12(3), 1999; a line a judge.
    pub(crate) const PARIS: &str = "14 16 12 17 13 10 12 14 5 7 / 15 14 16 15 9 10 7 5 12 7 / \
        10 15 11 12 12 10 11.5 11 8 15 / 14 15 14 12 16 14 17 13 9 14 / 15 12 12 12 7 12 2 2 13 5 / \
        16 16 17 13.5 7 11 8 9 9.5 9 / 14 12 14 10 12 12 10 10 14 8 / 14 14 14 8 14 12 13 11 9 13 / \
        13 11 14 14 17 12 15 13 12 14 / 16.5 16 11 17 15.5 8 10 16.5 3 6 / 14 14 15 15 11 12 9 7 13 7";

    #[test]
    fn a_table_knows_its_gaps_and_its_complete_rows() {
        let scores = table(WITH_GAPS, false);
        assert_eq!(scores.count(), 19);
        assert_eq!(scores.complete().len(), 1);
        let first: Vec<usize> = scores.of_judge(1).map(|(entry, _)| entry).collect();
        assert_eq!(first, [1, 2, 3, 4]);
    }
}
