//! The heading of a table: the row, or two or three, whose texts are known headings.

use crate::Target;
use crate::columns::{Heading, SURE, known, meaning};
use crate::values::text::is_nothing;
use crate::workbook::{Row, Sheet, Value};
use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};

/// Rows from the top among which the first heading is sought.
const SEARCHED: usize = 200;
/// The most rows that a heading has.
const MOST_ROWS: usize = 3;
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
    let mut first = best_before(sheet, sheet.height().min(SEARCHED))?;
    // The table that names most need not be the first of several under one another.
    while further(sheet, first.places.start).is_some()
        && let Some(above) = best_before(sheet, first.places.start)
        && has_entries(sheet, &above, first.places.start)
        && !is_example(sheet, &above)
    {
        first = above;
    }
    Some(first)
}

/// The best heading that ends before this place.
fn best_before(sheet: &Sheet, end: usize) -> Option<Found> {
    let found = (0..end).filter_map(|place| best_at(sheet, place));
    let found = found.filter(|found| found.places.end <= end);
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

/// Whether rows between a heading and the next one have what it calls the title, and something beside it.
fn has_entries(sheet: &Sheet, heading: &Found, end: usize) -> bool {
    let Some(title) = title_of(&heading.headings) else {
        return false;
    };
    (heading.places.end..end).any(|place| {
        let row = sheet.row_at(place);
        is_text(row.cell(title.column)) && row.cells().len() >= 2
    })
}

/// How many rows below a heading have a text where it has the title.
pub(crate) fn titled(sheet: &Sheet, heading: &Found) -> usize {
    let rows = || (heading.places.end..sheet.height()).map(|place| sheet.row_at(place));
    title_of(&heading.headings).map_or(0, |title| {
        rows().filter(|row| is_text(row.cell(title.column))).count()
    })
}

fn title_of(headings: &[Heading]) -> Option<&Heading> {
    headings.iter().find(|heading| {
        meaning(&heading.text, &heading.group)
            .is_some_and(|meaning| meaning.target == Target::Title)
    })
}

fn is_text(value: Option<Value<'_>>) -> bool {
    matches!(value, Some(Value::Text(text)) if !is_nothing(text))
}

/// Whether a row just above the heading announces an example.
fn is_example(sheet: &Sheet, heading: &Found) -> bool {
    let above = heading.places.start.saturating_sub(2)..heading.places.start;
    above.into_iter().any(|place| {
        sheet.row_at(place).cells().any(|(_, value)| {
            let Value::Text(text) = value else {
                return false;
            };
            let key = crate::key::words(text.get(..LONGEST).unwrap_or(text));
            key.starts_with("contoh") || key.starts_with("example")
        })
    })
}

/// The heading in the rows that the user named.
pub(crate) fn given(sheet: &Sheet, rows: &RangeInclusive<u32>) -> Found {
    let place = |row: u32| sheet.rows().take_while(|at| at.number < row).count();
    let places = place(*rows.start())..place(rows.end().saturating_add(1));
    let named: Vec<_> = places.clone().map(|place| sheet.row_at(place)).collect();
    let headings = stacked(sheet, &named);
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

/// Whether two headings have the same texts in the same columns, by and large; one that names more is another.
fn is_same(one: &[Heading], other: &[Heading]) -> bool {
    let equal = |heading: &&Heading| {
        let text = crate::key::words(&heading.text);
        let mut same = other.iter().filter(|other| other.column == heading.column);
        same.any(|other| crate::key::words(&other.text) == text)
    };
    let is_new = |heading: &&Heading| one.iter().all(|known| known.column != heading.column);
    let mut added = other.iter().filter(is_new);
    if added.any(|heading| meaning(&heading.text, &heading.group).is_some()) {
        return false;
    }
    let equal = one.iter().filter(equal).count();
    equal * 5 >= one.len().max(other.len()) * 3
}

fn further(sheet: &Sheet, place: usize) -> Option<Found> {
    let row = sheet.row_at(place);
    if !is_short(row) {
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

/// The heading that begins in this row, of one row, two or three.
fn best_at(sheet: &Sheet, place: usize) -> Option<Found> {
    let mut rows = vec![sheet.row_at(place)];
    let mut best = found(sheet, place..place + 1, stacked(sheet, &rows));
    while rows.len() < MOST_ROWS && place + rows.len() < sheet.height() {
        let next = sheet.row_at(place + rows.len());
        // The second row is taken on trust, as what it says shows whether it is one; the third must look like a heading.
        let adjoins = rows.last().is_some_and(|row| row.number + 1 == next.number);
        if !adjoins || (rows.len() > 1 && !is_short(next)) {
            break;
        }
        rows.push(next);
        let Some(taller) = found(sheet, place..place + rows.len(), stacked(sheet, &rows)) else {
            continue;
        };
        let better = |best: &Found| taller.score > best.score || title_spans(sheet, &taller);
        if best.as_ref().is_none_or(better) {
            best = Some(taller);
        }
    }
    best
}

/// Whether every cell of the row is a short text.
fn is_short(row: Row<'_>) -> bool {
    let short = |value: &Value<'_>| matches!(value, Value::Text(text) if text.len() <= LONGEST);
    row.cells().all(|(_, value)| short(&value))
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

/// Whether the title's heading is merged over all rows: then they belong to the heading, whatever the others say.
fn title_spans(sheet: &Sheet, found: &Found) -> bool {
    title_of(&found.headings).is_some_and(|title| {
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

/// Rows under one another: the lower one counts where it has a text, under the nearest group to the left.
fn stacked(sheet: &Sheet, rows: &[Row<'_>]) -> Vec<Heading> {
    let mut headings = rows.first().map(|&row| single(row)).unwrap_or_default();
    for pair in rows.windows(2) {
        if let [upper, lower] = pair {
            headings = under(sheet, headings, *upper, *lower);
        }
    }
    headings
}

/// The headings down to `upper`, with one more row under them.
fn under(sheet: &Sheet, known: Vec<Heading>, upper: Row<'_>, lower: Row<'_>) -> Vec<Heading> {
    let above: BTreeMap<u32, String> = upper
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
    let mut all: BTreeMap<u32, Heading> = known
        .into_iter()
        .map(|heading| (heading.column, heading))
        .collect();
    for (column, value) in lower.cells() {
        let heading = Heading {
            column,
            text: trimmed(value),
            group: group(column).unwrap_or_default(),
        };
        all.insert(column, heading);
    }
    all.into_values().collect()
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
    fn a_heading_may_have_three_rows() {
        check(
            "No|DATA INOVASI||||DATA INOVATOR\n|Judul|OPD|Waktu||Nama|Identitas\n|||Uji Coba|Penerapan||NIP|No HP\n1|A|B|2021|2022|C|1|2",
            Some((
                1..=3,
                "No|DATA INOVASI / Judul|DATA INOVASI / OPD|Waktu / Uji Coba|Waktu / Penerapan|DATA INOVATOR / Nama|Identitas / NIP|Identitas / No HP",
            )),
        );
        check(
            "No|OPD|Judul Inovasi\n1|2|3\n|Kategori|Nama",
            Some((1..=1, "No|OPD|Judul Inovasi")),
        );
    }

    #[test]
    fn the_first_of_several_tables_is_found_though_a_later_one_names_more() {
        check(
            "OPD\nNo|Judul Inovasi|OPD\n1|A|Dinas\nKECAMATAN\nNo|Instansi|Nama Inovasi|Nama Inovator|Telepon\n1|Kec.|B|C|0812",
            Some((2..=2, "No|Judul Inovasi|OPD")),
        );
        check(
            "Judul Inovasi|OPD\nNo|Instansi|Nama Inovasi|Nama Inovator|Telepon\n1|Kec.|B|C|0812",
            Some((2..=2, "No|Instansi|Nama Inovasi|Nama Inovator|Telepon")),
        );
    }

    #[test]
    fn an_example_above_the_table_is_no_table() {
        check(
            "Contoh:\nNo|Judul Inovasi|OPD\n1|Contoh A|Dinas\nISIAN\nNo|Judul Inovasi|OPD|Nama Inovator\n1|A|Dinas|B",
            Some((5..=5, "No|Judul Inovasi|OPD|Nama Inovator")),
        );
    }

    #[test]
    fn a_sheet_without_a_title_column_has_no_heading() {
        check("No|OPD|Kategori\n1|Dinas|OPD", None);
        check("Petunjuk pengisian\nJudul Inovasi", None);
        check("", None);
    }
}
