//! Two registrations side by side, field by field.

use crate::api::import::PairField;
use judging::entry::{Field, Registration};

/// What stands in every pair, even where it is the same: title, agency and category.
const ALWAYS: usize = 3;

/// Where two rows differ; title, agency and category in every case, the running number in none. Each row comes with its
/// category.
pub(super) fn side_by_side(
    (this, category): (&Registration, &str),
    (other, other_category): (&Registration, &str),
) -> Vec<PairField> {
    let pair = |field: &str, this: &str, other: &str| PairField {
        field: field.to_owned(),
        this: this.to_owned(),
        other: other.to_owned(),
    };
    let mut pairs = vec![
        pair("title", &this.title, &other.title),
        pair("agency", &this.agency, &other.agency),
        pair("category", category, other_category),
    ];
    for field in Field::ALL.iter().filter(|field| **field != Field::Number) {
        pairs.push(pair(
            field.code(),
            named(this, *field),
            named(other, *field),
        ));
    }
    let headings = |row: &'_ Registration| -> Vec<String> {
        row.other
            .iter()
            .map(|(heading, _)| heading.clone())
            .collect()
    };
    let only_there = headings(other)
        .into_iter()
        .filter(|heading| unnamed(this, heading).is_empty());
    for heading in headings(this).into_iter().chain(only_there) {
        pairs.push(pair(
            &heading,
            unnamed(this, &heading),
            unnamed(other, &heading),
        ));
    }
    let mut place = 0..;
    pairs.retain(|pair| place.next().is_some_and(|at| at < ALWAYS) || pair.this != pair.other);
    pairs
}

/// What a row says in a field; empty where nothing.
fn named(row: &Registration, field: Field) -> &str {
    row.fields.get(&field).map_or("", String::as_str)
}

/// What a row says under a heading without a known meaning; empty where nothing.
fn unnamed<'a>(row: &'a Registration, heading: &str) -> &'a str {
    let found = row.other.iter().find(|(known, _)| known == heading);
    found.map_or("", |(_, text)| text)
}
