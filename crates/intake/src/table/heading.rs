//! The heading of a table: the row, or two, whose texts are known headings.

use crate::Target;
use crate::columns::{Heading, SURE, known, meaning};
use crate::workbook::{Row, Sheet, Value};
use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};

/// Rows from the top among which the first heading is sought.
const SEARCHED: usize = 200;
/// Longest text in a row that is looked at as a further heading, in bytes.
const LONGEST: usize = 80;

/// A heading that was found. Places count rows that have something in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub places: Range<usize>,
    pub rows: RangeInclusive<u32>,
    pub headings: Vec<Heading>,
    /// How many different things it names, and how surely.
    pub score: u32,
}

/// The best heading near the top of the sheet.
pub(crate) fn find(sheet: &Sheet) -> Option<Found> {
    let places = 0..sheet.height().min(SEARCHED);
    let found = places.filter_map(|place| best_at(sheet, place));
    // A title block above a heading of one row adds nothing to it; of equal ones the first counts.
    let rank = |found: &Found| (found.score, usize::MAX - found.places.len());
    found.reduce(|best, next| {
        if rank(&next) > rank(&best) {
            next
        } else {
            best
        }
    })
}

/// The heading in the rows that the user named.
pub(crate) fn given(sheet: &Sheet, rows: &RangeInclusive<u32>) -> Found {
    let place = |row: u32| sheet.rows().take_while(|at| at.number < row).count();
    let places = place(*rows.start())..place(rows.end().saturating_add(1));
    let upper = sheet.row(*rows.start());
    let lower = sheet.row(*rows.end());
    let headings = match (upper, lower) {
        (Some(upper), Some(lower)) if upper.number != lower.number => pair(sheet, upper, lower),
        (Some(row), _) | (None, Some(row)) => single(row),
        (None, None) => Vec::new(),
    };
    Found {
        places,
        rows: rows.clone(),
        score: score(&headings),
        headings,
    }
}

/// Headings further down than `from`, each with whether it only repeats the one in force.
pub(crate) fn headings_in(sheet: &Sheet, first: &Found) -> Vec<Found> {
    let mut all = vec![first.clone()];
    let mut place = first.places.end;
    while place < sheet.height() {
        let Some(found) = further(sheet, place) else {
            place += 1;
            continue;
        };
        place = found.places.end;
        if all
            .last()
            .is_none_or(|last| !is_same(&last.headings, &found.headings))
        {
            all.push(found);
        }
    }
    all
}

/// Whether two headings have the same texts in the same columns, by and large.
fn is_same(one: &[Heading], other: &[Heading]) -> bool {
    let equal = |heading: &&Heading| {
        let text = crate::key::words(&heading.text);
        let mut same = other.iter().filter(|other| other.column == heading.column);
        same.any(|other| crate::key::words(&other.text) == text)
    };
    let equal = one.iter().filter(equal).count();
    equal * 5 >= one.len().max(other.len()) * 3
}

fn further(sheet: &Sheet, place: usize) -> Option<Found> {
    let row = sheet.row_at(place);
    let short = |value: &Value<'_>| matches!(value, Value::Text(text) if text.len() <= LONGEST);
    if !row.cells().all(|(_, value)| short(&value)) {
        return None;
    }
    let knows = |value: Value<'_>| known(&value.shown());
    let titled = row
        .cells()
        .any(|(_, value)| knows(value) == Some(Target::Title));
    if !titled {
        return None;
    }
    best_at(sheet, place)
}

/// The heading that begins in this row, of one row or two.
fn best_at(sheet: &Sheet, place: usize) -> Option<Found> {
    let upper = sheet.row_at(place);
    let alone = found(sheet, place..place + 1, single(upper));
    let has_next = place + 1 < sheet.height();
    let next = has_next.then(|| sheet.row_at(place + 1));
    let lower = next.filter(|next| next.number == upper.number + 1);
    let both = lower.and_then(|lower| found(sheet, place..place + 2, pair(sheet, upper, lower)));
    match (alone, both) {
        (Some(alone), Some(both)) => {
            let better = both.score > alone.score || title_spans(sheet, &both);
            Some(if better { both } else { alone })
        }
        (alone, both) => alone.or(both),
    }
}

fn found(sheet: &Sheet, places: Range<usize>, headings: Vec<Heading>) -> Option<Found> {
    let score = score(&headings);
    let rows = sheet.row_at(places.start).number..=sheet.row_at(places.end - 1).number;
    (score > 0).then_some(Found {
        places,
        rows,
        headings,
        score,
    })
}

/// Whether the title's heading is merged over both rows: then both belong to the heading, whatever the second says.
fn title_spans(sheet: &Sheet, found: &Found) -> bool {
    let title = found.headings.iter().find(|heading| {
        meaning(&heading.text, &heading.group)
            .is_some_and(|meaning| meaning.target == Target::Title)
    });
    title.is_some_and(|title| {
        let area = sheet.merged(*found.rows.end(), title.column);
        area.is_some_and(|area| area.first_row == *found.rows.start())
    })
}

fn single(row: Row<'_>) -> Vec<Heading> {
    let heading = |(column, value): (u32, Value<'_>)| Heading {
        column,
        text: trimmed(value),
        group: String::new(),
    };
    row.cells().map(heading).collect()
}

fn trimmed(value: Value<'_>) -> String {
    value
        .shown()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Two rows: the lower one counts where it has a text, under the nearest group to the left.
fn pair(sheet: &Sheet, upper: Row<'_>, lower: Row<'_>) -> Vec<Heading> {
    let above: BTreeMap<u32, String> = upper
        .cells()
        .map(|(c, value)| (c, trimmed(value)))
        .collect();
    let below: BTreeMap<u32, String> = lower
        .cells()
        .map(|(c, value)| (c, trimmed(value)))
        .collect();
    let group = |column: u32| {
        let (&start, text) = above.range(..=column).next_back()?;
        let area = sheet.merged(upper.number, start);
        let covers = area.is_none_or(|area| column <= area.last_column);
        // Without merged areas (some formats do not tell them) a group ends where a column has its own heading.
        covers.then(|| text.clone())
    };
    let columns = above.keys().chain(below.keys());
    let mut columns: Vec<u32> = columns.copied().collect();
    columns.sort_unstable();
    columns.dedup();
    let heading = |column| match below.get(&column) {
        Some(text) => Heading {
            column,
            text: text.clone(),
            group: group(column).unwrap_or_default(),
        },
        None => Heading {
            column,
            text: above.get(&column).cloned().unwrap_or_default(),
            group: String::new(),
        },
    };
    columns.into_iter().map(heading).collect()
}

/// Nought unless it names the title and something else.
fn score(headings: &[Heading]) -> u32 {
    let mut best: BTreeMap<Target, u32> = BTreeMap::new();
    for heading in headings {
        if let Some(meaning) = meaning(&heading.text, &heading.group) {
            let score = best.entry(meaning.target).or_default();
            *score = meaning.score.max(*score);
        }
    }
    let sure = best.values().any(|&score| score >= SURE - 10);
    match best.len() {
        2.. if sure && best.contains_key(&Target::Title) => best.values().sum(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::tests::sheet;

    #[track_caller]
    fn check(rows: &str, expected: Option<(RangeInclusive<u32>, &str)>) {
        let found = find(&sheet(rows));
        let found = found.map(|found| {
            let headings = found.headings.iter().map(Heading::whole);
            (found.rows, headings.collect::<Vec<_>>().join("|"))
        });
        assert_eq!(
            found,
            expected.map(|(rows, headings)| (rows, headings.to_owned()))
        );
    }

    #[test]
    fn the_heading_stands_under_the_title_block() {
        check(
            "DAFTAR INOVASI DAERAH\nKOTA METRO\n\nNO.|PERANGKAT DAERAH|NAMA INOVASI|KET.\n1|2|3|4\n1|Dinas|A|",
            Some((4..=4, "NO.|PERANGKAT DAERAH|NAMA INOVASI|KET.")),
        );
    }

    #[test]
    fn a_heading_may_have_two_rows_with_groups() {
        check(
            "No|Judul Inovasi|DATA INOVATOR||Jenis\n||Nama|NIP|\n1|A|B|C|D",
            Some((
                1..=2,
                "No|Judul Inovasi|DATA INOVATOR / Nama|DATA INOVATOR / NIP|Jenis",
            )),
        );
        check(
            "No|INOVASI||OPD\n|Judul|Bentuk|\n1|A|B|C",
            Some((1..=2, "No|INOVASI / Judul|INOVASI / Bentuk|OPD")),
        );
    }

    #[test]
    fn a_sheet_without_a_title_column_has_no_heading() {
        check("No|OPD|Kategori\n1|Dinas|OPD", None);
        check("Petunjuk pengisian\nJudul Inovasi", None);
        check("", None);
    }
}
