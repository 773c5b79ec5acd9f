//! Krippendorff's alpha for interval data: agreement beyond chance, also where marks are missing.
//!
//! Source: Krippendorff, *Computing Krippendorff's alpha-reliability* (2011). Over the n marks of entries with two marks at
//! least, alpha = 1 − D ÷ C, where D = 1/n · Σ over entries of Σ(a − b)² ÷ (marks of the entry − 1) and
//! C = 1/(n(n − 1)) · Σ(a − b)² over all pairs. Since Σ(a − b)² over ordered pairs of m numbers is 2m·Σ(a − mean)², no pair is visited.

use super::scores::{Scores, squares_about_mean, whole};
use crate::Exact;

/// Alpha over all marks; `None` when there are no two marks of an entry, or all marks are the same.
#[must_use]
pub fn alpha(scores: &Scores) -> Option<Exact> {
    let rows = (0..scores.entries().len()).map(|entry| scores.of_entry(entry).map(|(_, s)| s));
    let rows: Vec<Vec<&Exact>> = rows.map(Iterator::collect).collect();
    let rows: Vec<Vec<&Exact>> = rows.into_iter().filter(|row| row.len() > 1).collect();
    let count: usize = rows.iter().map(Vec::len).sum();
    let within = rows.iter().map(|row| {
        let squares = squares_about_mean(row.iter().copied());
        let share = Exact::ratio(row.len().try_into().ok()?, (row.len() - 1).try_into().ok()?)?;
        Some(&squares * &share)
    });
    let within: Exact = within.collect::<Option<Vec<_>>>()?.into_iter().sum();
    let all = squares_about_mean(rows.iter().flatten().copied());
    let chance = all.checked_div(&whole(count.checked_sub(1)?))?;
    let disagreement = within.checked_div(&whole(count))?.checked_div(&chance)?;
    Some((&Exact::whole(1) - &disagreement).reduced())
}

#[cfg(test)]
mod tests {
    use super::super::scores::tests::{PARIS, table};
    use super::*;
    use crate::rules::RoundingMode;

    #[test]
    fn the_published_tables_give_their_published_alpha() {
        let observers = "1 2 3 3 2 1 4 1 2 · · · / 1 2 3 3 2 2 4 1 2 5 · 3 / \
            · 3 3 3 2 3 4 2 2 5 1 · / 1 2 3 3 2 4 4 1 2 5 1 ·";
        let found = alpha(&table(observers, true)).unwrap();
        assert_eq!(found.text(4, RoundingMode::HalfUp), "0.8491");
        let found = alpha(&table(PARIS, true)).unwrap();
        assert!(found.significant(16).starts_with("0.20109998263185"));
    }

    #[test]
    fn the_same_mark_everywhere_and_marks_without_a_second_one_have_no_alpha() {
        assert_eq!(alpha(&table("3 3 / 3 3", false)), None);
        assert_eq!(alpha(&table("3 · / · 4", false)), None);
        assert_eq!(alpha(&table("3 3 / 4 4", false)), Some(Exact::whole(1)));
    }
}
