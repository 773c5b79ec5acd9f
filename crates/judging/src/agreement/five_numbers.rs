//! How values lie: the lowest, the quartiles, the highest.

use super::scores::whole;
use crate::Exact;

/// The lowest value, the three quartiles and the highest, exact. Between two values a quartile lies where it divides the way
/// between them in proportion, as spreadsheets do it (`QUARTILE.INC`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiveNumbers {
    /// From the lowest to the highest.
    pub values: [Exact; 5],
}

impl FiveNumbers {
    /// Of these values; `None` of nothing.
    #[must_use]
    pub fn of(values: impl IntoIterator<Item = Exact>) -> Option<Self> {
        let mut sorted: Vec<Exact> = values.into_iter().collect();
        sorted.sort();
        let last = sorted.len().checked_sub(1)?;
        let at = |quarter: usize| {
            let (below, rest) = (quarter * last / 4, quarter * last % 4);
            let low = sorted.get(below)?;
            let high = sorted.get(below + 1).unwrap_or(low);
            let part = whole(rest).checked_div(&whole(4))?;
            Some((low + &(&(high - low) * &part)).reduced())
        };
        Some(Self {
            values: [at(0)?, at(1)?, at(2)?, at(3)?, at(4)?],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(values: &[i128], expected: [(i128, i128); 5]) {
        let found = FiveNumbers::of(values.iter().map(|value| Exact::whole(*value))).unwrap();
        let expected = expected.map(|(up, down)| Exact::ratio(up, down).unwrap());
        assert_eq!(found.values, expected, "{values:?}");
    }

    #[test]
    fn quartiles_are_those_of_a_spreadsheet() {
        check(&[7], [(7, 1); 5]);
        check(&[1, 2], [(1, 1), (5, 4), (3, 2), (7, 4), (2, 1)]);
        check(&[4, 1, 3, 2], [(1, 1), (7, 4), (5, 2), (13, 4), (4, 1)]);
        check(&[5, 1, 2, 4, 3], [(1, 1), (2, 1), (3, 1), (4, 1), (5, 1)]);
        assert_eq!(FiveNumbers::of([]), None);
    }
}
