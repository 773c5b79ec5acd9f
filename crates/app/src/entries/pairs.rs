//! Rows that may be one innovation, side by side.

use super::answers::{Answers, like_name, place_of};
use super::plan::{Alike, Plan, keys_of};
use crate::api::import::{DuplicateRow, Likeness, PairField};
use intake::{FindingCode, Place, Reading, Taken};
use judging::entry::{Field, Registration};
use std::collections::{BTreeMap, HashMap};

/// A row with one that it is like.
pub(super) struct Pair<'a> {
    pub likeness: Likeness,
    pub place: Place,
    pub this: &'a Taken,
    pub other_place: Place,
    pub other: &'a Taken,
}

/// The rows that are like an earlier one, each with the one it is most like.
pub(super) fn pairs(reading: &Reading) -> Vec<Pair<'_>> {
    let mut found: BTreeMap<(&str, u32), (Likeness, &Place)> = BTreeMap::new();
    for finding in &reading.findings {
        let likeness = match finding.code {
            FindingCode::SuspectedDuplicate => Likeness::Same,
            FindingCode::SimilarTitle => Likeness::NearTitle,
            FindingCode::SameTitle => Likeness::SameTitle,
            _ => continue,
        };
        if let (Some(row), Some(other)) = (finding.row, &finding.other) {
            found
                .entry((&finding.sheet, row))
                .or_insert((likeness, other));
        }
    }
    if found.is_empty() {
        return Vec::new();
    }
    let mut at: HashMap<(&str, u32), &Taken> = HashMap::new();
    let others = found
        .values()
        .map(|(_, other)| (other.sheet.as_str(), other.row));
    let wanted: std::collections::HashSet<_> = found.keys().copied().chain(others).collect();
    for taken in reading.taken.iter().chain(&reading.held) {
        let source = &taken.registration.source;
        let place = (source.sheet.as_str(), source.row);
        if wanted.contains(&place) {
            at.insert(place, taken);
        }
    }
    let pair = |((sheet, row), (likeness, other)): ((&str, u32), (Likeness, &Place))| {
        Some(Pair {
            likeness,
            place: Place {
                sheet: sheet.to_owned(),
                row,
            },
            this: at.get(&(sheet, row))?,
            other_place: other.clone(),
            other: at.get(&(other.sheet.as_str(), other.row))?,
        })
    };
    found.into_iter().filter_map(pair).collect()
}

/// A pair, to be shown, with what was said of it.
pub(super) fn shown(pair: &Pair<'_>, answers: &Answers) -> DuplicateRow {
    let name = like_name(pair.likeness, &keys_of(&pair.this.registration));
    let answer = answers.about(&pair.place, &name);
    DuplicateRow {
        sheet: pair.place.sheet.clone(),
        row: pair.place.row,
        likeness: pair.likeness,
        other_sheet: Some(pair.other_place.sheet.clone()),
        other_row: Some(pair.other_place.row),
        other_entry: None,
        fields: fields(
            (&pair.this.registration, pair.this.category.as_str()),
            (&pair.other.registration, pair.other.category.as_str()),
        ),
        waits: pair.likeness == Likeness::Same && answer.is_none(),
        choice: answer.map(|(answer, _)| answer),
        remembered: answer.is_some_and(|(_, earlier)| earlier),
    }
}

/// All pairs in the order of the rows: those of the workbook with the entries they became, and those with entries that
/// are here. What is an entry here already is not asked about.
pub(super) fn with_entries(pairs: Vec<DuplicateRow>, plan: &Plan) -> Vec<DuplicateRow> {
    let code = |sheet: &str, row: u32| {
        let place = Place {
            sheet: sheet.to_owned(),
            row,
        };
        plan.matched.get(&place)
    };
    let mut all: Vec<_> = pairs
        .into_iter()
        .filter(|pair| code(&pair.sheet, pair.row).is_none())
        .map(|mut pair| {
            let other = pair.other_sheet.as_deref().zip(pair.other_row);
            pair.other_entry = other
                .and_then(|(sheet, row)| code(sheet, row))
                .map(ToString::to_string);
            pair
        })
        .collect();
    all.extend(plan.alike.iter().map(like_entry));
    all.sort_by(|one, other| (&one.sheet, one.row).cmp(&(&other.sheet, other.row)));
    all
}

fn like_entry(alike: &Alike) -> DuplicateRow {
    let place = place_of(&alike.this);
    DuplicateRow {
        sheet: place.sheet,
        row: place.row,
        likeness: alike.likeness,
        other_sheet: None,
        other_row: None,
        other_entry: Some(alike.entry.code.to_string()),
        fields: fields(
            (&alike.this.registration, alike.this.category.as_str()),
            (&alike.entry.registration, alike.entry.category.as_str()),
        ),
        waits: alike.waits(),
        choice: alike.answer.map(|(answer, _)| answer),
        remembered: alike.answer.is_some_and(|(_, earlier)| earlier),
    }
}

/// Where two rows differ; title, agency and category in every case, the running number in none.
fn fields(this: (&Registration, &str), other: (&Registration, &str)) -> Vec<PairField> {
    let ((this, category), (other, other_category)) = (this, other);
    let field = |name: &str, this: &str, other: &str| PairField {
        field: name.to_owned(),
        this: this.to_owned(),
        other: other.to_owned(),
    };
    let mut rows = vec![
        field("title", &this.title, &other.title),
        field("agency", &this.agency, &other.agency),
        field("category", category, other_category),
    ];
    let named = Field::ALL.iter().filter(|one| **one != Field::Number);
    let text = |row: &Registration, field| row.fields.get(field).cloned().unwrap_or_default();
    rows.extend(named.map(|one| field(one.code(), &text(this, one), &text(other, one))));
    let told = |row: &Registration, heading: &str| {
        let found = row.other.iter().find(|(known, _)| known == heading);
        found.map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let only_there = |(heading, _): &&(String, String)| told(this, heading).is_empty();
    let headings = this
        .other
        .iter()
        .chain(other.other.iter().filter(only_there));
    rows.extend(
        headings.map(|(heading, _)| field(heading, &told(this, heading), &told(other, heading))),
    );
    let mut kept = 0..;
    rows.retain(|row| kept.next().is_some_and(|at| at < 3) || row.this != row.other);
    rows
}
