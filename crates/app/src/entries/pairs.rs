//! Rows of one workbook that may be the same innovation.

use super::answers::{Answers, Like, like_name};
use super::keys_of;
use super::side_by_side::side_by_side;
use crate::api::import::{DuplicateRow, Likeness};
use intake::{Choices, FindingCode, Reading, RowPlace, Taken};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// A row with an earlier one that it is like.
struct Pair<'a> {
    likeness: Likeness,
    this: &'a Taken,
    other: &'a Taken,
}

/// A row by the name of its sheet and its number, from 1.
type SheetAndRow<'a> = (&'a str, u32);

/// Finds the pairs of a reading, adds the answers to the choices by which the workbook is to be read again, and returns
/// the pairs to show.
pub(super) fn ask_about_pairs(
    reading: &Reading,
    answers: &mut Answers,
    choices: &mut Choices,
) -> Vec<DuplicateRow> {
    let pairs = pairs(reading);
    for pair in &pairs {
        let place = pair.this.place();
        let name = pair.name();
        if let Some(row) = answers.to(&place, &name) {
            choices.rows.insert(place.clone(), row.answer);
        }
        let like = Like::Keys(keys_of(&pair.other.registration));
        answers.remember(&place, &pair.this.registration, name, like);
    }
    pairs.iter().map(|pair| shown(pair, answers)).collect()
}

/// The places of both rows of every pair.
pub(super) fn places(pairs: &[DuplicateRow]) -> BTreeSet<RowPlace> {
    let both = |pair: &DuplicateRow| [Some(this_place(pair)), other_place(pair)];
    pairs.iter().flat_map(both).flatten().collect()
}

/// Where the row of a pair stands.
pub(super) fn this_place(pair: &DuplicateRow) -> RowPlace {
    RowPlace {
        sheet: pair.sheet.clone(),
        row: pair.row,
    }
}

/// Where the row stands that it is like; `None` when it is like an entry.
pub(super) fn other_place(pair: &DuplicateRow) -> Option<RowPlace> {
    Some(RowPlace {
        sheet: pair.other_sheet.clone()?,
        row: pair.other_row?,
    })
}

/// The rows that are like an earlier one, each with the one it is most like.
fn pairs(reading: &Reading) -> Vec<Pair<'_>> {
    let mut found: BTreeMap<SheetAndRow<'_>, (Likeness, SheetAndRow<'_>)> = BTreeMap::new();
    for finding in &reading.findings {
        let likeness = match finding.code {
            FindingCode::SuspectedDuplicate => Likeness::Same,
            FindingCode::SimilarTitle => Likeness::NearTitle,
            FindingCode::SameTitle => Likeness::SameTitle,
            _ => continue,
        };
        if let (Some(row), Some(other)) = (finding.row, &finding.other) {
            let other = (other.sheet.as_str(), other.row);
            let pair = found.entry((&finding.sheet, row));
            pair.or_insert((likeness, other));
        }
    }
    if found.is_empty() {
        return Vec::new();
    }
    let others = found.values().map(|(_, other)| *other);
    let wanted: HashSet<_> = found.keys().copied().chain(others).collect();
    let at: HashMap<SheetAndRow<'_>, &Taken> = reading
        .taken
        .iter()
        .chain(&reading.held)
        .map(|taken| {
            let source = &taken.registration.source;
            ((source.sheet.as_str(), source.row), taken)
        })
        .filter(|(place, _)| wanted.contains(place))
        .collect();
    let pair = |(this, (likeness, other))| {
        Some(Pair {
            likeness,
            this: at.get(&this)?,
            other: at.get(&other)?,
        })
    };
    found.into_iter().filter_map(pair).collect()
}

impl Pair<'_> {
    /// The name under which an answer about it is remembered.
    fn name(&self) -> String {
        like_name(self.likeness, &keys_of(&self.this.registration))
    }
}

/// A pair with the answer that holds for it.
fn shown(pair: &Pair<'_>, answers: &Answers) -> DuplicateRow {
    let (this, other) = (pair.this.place(), pair.other.place());
    let answer = answers.to(&this, &pair.name());
    DuplicateRow {
        sheet: this.sheet,
        row: this.row,
        likeness: pair.likeness,
        other_sheet: Some(other.sheet),
        other_row: Some(other.row),
        other_entry: None,
        fields: side_by_side(
            (&pair.this.registration, pair.this.category.as_str()),
            (&pair.other.registration, pair.other.category.as_str()),
        ),
        waits: pair.likeness == Likeness::Same && answer.is_none(),
        choice: answer.map(|row| row.answer.into()),
        remembered: answer.is_some_and(|row| row.remembered),
    }
}
