//! Kendall's W: how alike judges order the entries, whatever numbers they use.
//!
//! Source: Kendall and Babington Smith, *The problem of m rankings*, Annals of Mathematical Statistics 10 (1939), with the
//! correction for ties of Kendall, *Rank Correlation Methods*, ch. 6. With m judges, n entries, Rᵢ the sum of an entry's ranks
//! and Tⱼ = Σ(t³ − t) over a judge's ties: W = (12·ΣRᵢ² − 3m²n(n + 1)²) ÷ (m²n(n² − 1) − m·ΣTⱼ).

use super::scores::whole;
use crate::Exact;

/// W of rows with a number for each judge, corrected for ties. `None` with fewer than two entries or judges, or when every
/// judge marks all entries alike.
#[must_use]
pub fn kendall_w(rows: &[Vec<Exact>]) -> Option<Exact> {
    let (entries, judges) = (rows.len(), rows.first()?.len());
    if entries < 2 || judges < 2 || rows.iter().any(|row| row.len() != judges) {
        return None;
    }
    // Ranks are doubled, so that those of ties are whole too.
    let mut doubled = vec![0_i128; entries];
    let mut ties = 0_i128;
    let columns = (0..judges).map(|judge| rows.iter().map(move |row| &row[judge]));
    for column in columns {
        let given: Vec<&Exact> = column.collect();
        let mut order: Vec<usize> = (0..entries).collect();
        order.sort_by(|a, b| given[*a].cmp(given[*b]));
        let mut before = 0_i128;
        for tied in order.chunk_by(|a, b| given[*a] == given[*b]) {
            let count = i128::try_from(tied.len()).ok()?;
            for entry in tied {
                doubled[*entry] += 2 * before + count + 1;
            }
            before += count;
            ties += count.pow(3) - count;
        }
    }
    let (n, m) = (whole(entries), whole(judges));
    let one = Exact::whole(1);
    let squares: Exact = doubled.iter().map(|sum| Exact::whole(3 * sum * sum)).sum();
    let panel = &(&m * &m) * &n;
    let expected = &(&panel * &(&n + &one).squared()) * &Exact::whole(3);
    let most = &(&panel * &(&(&n * &n) - &one)) - &(&m * &Exact::whole(ties));
    Some((&squares - &expected).checked_div(&most)?.reduced())
}

#[cfg(test)]
mod tests {
    use super::super::scores::tests::{PARIS, SHROUT_FLEISS, table};
    use super::*;
    use crate::rules::RoundingMode;

    #[track_caller]
    fn check(text: &str, by_judge: bool, digits: u32, expected: &str) {
        let found = kendall_w(&table(text, by_judge).complete()).unwrap();
        assert_eq!(found.text(digits, RoundingMode::HalfUp), expected);
    }

    #[test]
    fn the_published_tables_give_their_published_concordance() {
        check(SHROUT_FLEISS, false, 7, "0.8870370");
        check(PARIS, true, 14, "0.25393281761072");
        // The data “anxiety” of R's package irr.
        let anxiety = "3 3 2 / 3 6 1 / 3 4 4 / 4 6 4 / 5 2 3 / 5 4 2 / 2 2 1 / 3 4 6 / 5 3 1 / 2 3 1 / \
            2 2 1 / 6 3 2 / 1 3 3 / 5 3 3 / 2 2 1 / 2 2 1 / 1 1 3 / 2 3 3 / 4 3 2 / 3 4 2";
        check(anxiety, false, 7, "0.5396569");
    }

    #[test]
    fn judges_who_order_alike_concur_fully_and_one_mark_for_all_says_nothing() {
        check("1 10 / 2 20 / 3 21", false, 0, "1");
        let same = table("4 4 / 4 4", false);
        assert_eq!(kendall_w(&same.complete()), None);
    }
}
