//! The two-way analysis of variance of the entries that every judge marked, and the intraclass correlations made from it.
//!
//! Source: Shrout and Fleiss, *Intraclass correlations*, Psychological Bulletin 86 (1979), 420–428, case 2 (judges are a
//! sample, and all mark all entries). With n entries, k judges and mean squares of entries B, judges J and error E:
//! ICC(2,1) = (B − E) ÷ (B + (k − 1)E + k(J − E)/n), ICC(2,k) = (B − E) ÷ (B + (J − E)/n).
//! Judges needed: Spearman–Brown, the smallest m with m·r ÷ (1 + (m − 1)·r) at least the reliability wanted.

use super::scores::{mean, squares_about_mean, whole};
use crate::Exact;
use crate::rules::RoundingMode;

/// Mean squares of a table without gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeanSquares {
    /// How many entries.
    pub entries: usize,
    /// How many judges.
    pub judges: usize,
    /// Between entries.
    pub between_entries: Exact,
    /// Between judges.
    pub between_judges: Exact,
    /// What neither explains.
    pub error: Exact,
}

impl MeanSquares {
    /// Of rows with a number for each judge; `None` with fewer than two entries or two judges.
    #[must_use]
    pub fn new(rows: &[Vec<Exact>]) -> Option<Self> {
        let (entries, judges) = (rows.len(), rows.first()?.len());
        if entries < 2 || judges < 2 || rows.iter().any(|row| row.len() != judges) {
            return None;
        }
        let entry_means: Vec<Exact> = rows.iter().filter_map(|row| mean(row.iter())).collect();
        let judge_means = (0..judges).filter_map(|judge| mean(rows.iter().map(|row| &row[judge])));
        let judge_means: Vec<Exact> = judge_means.collect();
        let total = squares_about_mean(rows.iter().flatten());
        let of_entries = &squares_about_mean(entry_means.iter()) * &whole(judges);
        let of_judges = &squares_about_mean(judge_means.iter()) * &whole(entries);
        let rest = &(&total - &of_entries) - &of_judges;
        let per = |sum: Exact, freedom: usize| Some(sum.checked_div(&whole(freedom))?.reduced());
        Some(Self {
            entries,
            judges,
            between_entries: per(of_entries, entries - 1)?,
            between_judges: per(of_judges, judges - 1)?,
            error: per(rest, (entries - 1) * (judges - 1))?,
        })
    }

    /// ICC(2,1): how far one judge's marks would do. `None` when nothing varies.
    #[must_use]
    pub fn icc21(&self) -> Option<Exact> {
        let others = &whole(self.judges - 1) * &self.error;
        let severity = &(&self.between_judges - &self.error) * &whole(self.judges);
        let severity = severity.checked_div(&whole(self.entries))?;
        self.icc(&(&(&self.between_entries + &others) + &severity))
    }

    /// ICC(2,k): how far the mean of these judges will do. `None` when nothing varies.
    #[must_use]
    pub fn icc2k(&self) -> Option<Exact> {
        let severity = &self.between_judges - &self.error;
        let severity = severity.checked_div(&whole(self.entries))?;
        self.icc(&(&self.between_entries + &severity))
    }

    fn icc(&self, below: &Exact) -> Option<Exact> {
        let above = &self.between_entries - &self.error;
        Some(above.checked_div(below)?.reduced())
    }
}

/// How many judges it would take for their mean to reach a reliability, by the reliability of a single judge. `None` when no
/// number of judges would do.
#[must_use]
pub fn judges_needed(single: &Exact, wanted: &Exact) -> Option<u32> {
    let one = Exact::whole(1);
    if *single <= Exact::ZERO || *wanted >= one {
        return (*single >= one).then_some(1);
    }
    let above = wanted * &(&one - single);
    let judges = above.checked_div(&(single * &(&one - wanted)))?;
    let whole = judges.units(0, RoundingMode::Down)?;
    let needed = whole + i128::from(Exact::whole(whole) < judges);
    u32::try_from(needed.max(1)).ok()
}

#[cfg(test)]
mod tests {
    use super::super::scores::tests::{PARIS, SHROUT_FLEISS, table};
    use super::*;

    #[track_caller]
    fn check(text: &str, by_judge: bool, squares: [&str; 3], icc: [&str; 2], needed: [u32; 2]) {
        let found = MeanSquares::new(&table(text, by_judge).complete()).unwrap();
        let shown = |value: &Exact| value.text(12, RoundingMode::HalfUp);
        let (entries, judges) = (&found.between_entries, &found.between_judges);
        for (value, expected) in [entries, judges, &found.error].into_iter().zip(squares) {
            assert!(shown(value).starts_with(expected), "{value} {expected}");
        }
        let coefficients = [found.icc21().unwrap(), found.icc2k().unwrap()];
        for (value, expected) in coefficients.iter().zip(icc) {
            assert!(value.significant(16).starts_with(expected), "{value}");
        }
        let wanted = [(7, 10), (9, 10)].map(|(a, b)| Exact::ratio(a, b).unwrap());
        let judges = wanted.map(|wanted| judges_needed(&coefficients[0], &wanted));
        assert_eq!(judges, needed.map(Some));
    }

    #[test]
    fn the_published_tables_give_their_published_coefficients() {
        let squares = ["11.241666", "32.486111", "1.019444"];
        check(
            SHROUT_FLEISS,
            false,
            squares,
            ["0.28976", "0.62005"],
            [6, 23],
        );
        let squares = ["37.276767676", "14.656818181", "8.601767676"];
        let icc = ["0.22065330306644", "0.75695036056682"];
        check(PARIS, true, squares, icc, [9, 32]);
    }

    #[test]
    fn a_judge_who_says_nothing_of_the_entries_cannot_be_multiplied_into_agreement() {
        let wanted = Exact::ratio(7, 10).unwrap();
        assert_eq!(judges_needed(&Exact::ZERO, &wanted), None);
        assert_eq!(judges_needed(&Exact::whole(1), &wanted), Some(1));
        assert_eq!(judges_needed(&wanted, &wanted), Some(1));
        let same = table("4 4 / 4 4", false);
        assert_eq!(MeanSquares::new(&same.complete()).unwrap().icc21(), None);
        assert_eq!(MeanSquares::new(&[]), None);
    }
}
