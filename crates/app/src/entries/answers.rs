//! What the user says of rows, now and at earlier imports.

use super::pairs::Pair;
use super::plan::keys_of;
use crate::Error;
use crate::api::import::{ImportAsked, Likeness, RowAnswer};
use intake::{Choices, Place, Reading, RowChoice, Taken};
use judging::EntryCode;
use judging::entry::Registration;
use std::collections::{BTreeMap, BTreeSet};
use store::entries::Keys;
use store::imports::Choice;
use store::{Contents, Write};

/// Between the parts of the name of a row.
const UNIT: char = '\u{1f}';

/// What is said of rows.
pub(super) struct Answers {
    said: BTreeMap<Place, RowAnswer>,
    unused: BTreeSet<Place>,
    /// By the name of the row.
    earlier: BTreeMap<String, Choice>,
    /// Whether a row that is like no other was ever left out.
    leaves_rows: bool,
    /// What is said now, to be remembered.
    pub now: Vec<Answer>,
}

/// What is said of one row now.
pub(super) struct Answer {
    pub place: Place,
    pub title: String,
    /// By which it is remembered.
    name: String,
    pub choice: RowAnswer,
    like: Like,
}

/// What the row is like.
pub(super) enum Like {
    /// An entry that has these keys, once the workbook is imported.
    Keys(Keys),
    Entry(EntryCode),
    Nothing,
}

impl Answers {
    pub fn of(contents: &Contents, asked: &ImportAsked, reading: &Reading) -> Result<Self, Error> {
        let earlier = store::imports::choices(contents)?;
        let said = asked
            .rows
            .iter()
            .map(|(row, answer)| Ok((place(row, reading)?, *answer)))
            .collect::<Result<BTreeMap<_, _>, Error>>()?;
        Ok(Self {
            unused: said.keys().cloned().collect(),
            said,
            leaves_rows: earlier.keys().any(|name| name.starts_with("row\u{1f}")),
            earlier,
            now: Vec::new(),
        })
    }

    /// Tells the reading what is said of rows that are like others of the workbook.
    pub fn of_pairs(&mut self, pairs: &[Pair<'_>], choices: &mut Choices) {
        for pair in pairs {
            let name = like_name(pair.likeness, &keys_of(&pair.this.registration));
            if let Some((answer, _)) = self.about(&pair.place, &name) {
                choices.rows.insert(pair.place.clone(), row_choice(answer));
            }
            let like = Like::Keys(keys_of(&pair.other.registration));
            self.note(&pair.place, &pair.this.registration, name, like);
        }
    }

    /// What is said of a row that is remembered by this name; whether at an earlier import.
    pub fn about(&self, place: &Place, name: &str) -> Option<(RowAnswer, bool)> {
        let earlier = || {
            self.earlier.get(name).map(|choice| match choice {
                Choice::Keep => RowAnswer::Keep,
                Choice::Drop => RowAnswer::Drop,
                Choice::Merge(_) => RowAnswer::Merge,
            })
        };
        let now = self.said.get(place).map(|answer| (*answer, false));
        now.or_else(|| Some((earlier()?, true)))
    }

    /// The entry of which a row was said to speak.
    pub fn merged_into(&self, name: &str) -> Option<&EntryCode> {
        match self.earlier.get(name)? {
            Choice::Merge(code) => Some(code),
            _ => None,
        }
    }

    /// Whether a row that is like no other is to be left out.
    pub fn leaves(&mut self, taken: &Taken) -> bool {
        if self.said.is_empty() && !self.leaves_rows {
            return false;
        }
        let place = place_of(taken);
        let name = row_name(&taken.registration);
        let answer = self.about(&place, &name).map(|(answer, _)| answer);
        self.note(&place, &taken.registration, name, Like::Nothing);
        answer == Some(RowAnswer::Drop)
    }

    /// Has what is said now of a row remembered.
    pub fn note(&mut self, place: &Place, row: &Registration, name: String, like: Like) {
        let Some(&choice) = self.said.get(place) else {
            return;
        };
        // What was said of a row once is said, even if there is more that it is like.
        if self.unused.remove(place) {
            self.now.push(Answer {
                place: place.clone(),
                title: row.title.clone(),
                name,
                choice,
                like,
            });
        }
    }

    /// Rows that something is said of, and that are not there.
    pub fn unused(&self) -> Vec<String> {
        self.unused
            .iter()
            .map(|place| format!("{}!{}", place.sheet, place.row))
            .collect()
    }

    /// What was not said before, by the name it is remembered under.
    pub fn fresh(&self, write: &Write<'_>) -> Result<Vec<(&str, Choice)>, Error> {
        let mut fresh = Vec::new();
        for answer in &self.now {
            let choice = match (answer.choice, &answer.like) {
                (RowAnswer::Keep, Like::Nothing) if !self.earlier.contains_key(&answer.name) => {
                    continue;
                }
                (RowAnswer::Keep, _) => Choice::Keep,
                (RowAnswer::Drop, _) => Choice::Drop,
                (RowAnswer::Merge, Like::Entry(code)) => Choice::Merge(code.clone()),
                (RowAnswer::Merge, Like::Keys(keys)) => {
                    match store::entries::same_key(write, keys)?.into_iter().next() {
                        Some(code) => Choice::Merge(code),
                        None => continue,
                    }
                }
                (RowAnswer::Merge, Like::Nothing) => continue,
            };
            if self.earlier.get(&answer.name) != Some(&choice) {
                fresh.push((answer.name.as_str(), choice));
            }
        }
        Ok(fresh)
    }
}

/// The name under which it is remembered what was said of a row that is like another.
pub(super) fn like_name(likeness: Likeness, keys: &Keys) -> String {
    match likeness {
        Likeness::Same => format!("{}{UNIT}{}", keys.title, keys.agency),
        _ => format!("near{UNIT}{}{UNIT}{}", keys.title, keys.agency),
    }
}

/// The name of a row that is like no other: once the row says something else, it is asked about anew.
fn row_name(row: &Registration) -> String {
    let said = format!(
        "{:?}{:?}{:?}{:?}",
        row.title, row.agency, row.fields, row.other
    );
    format!("row{UNIT}{}", store::hash_of(said.as_bytes()))
}

pub(super) fn place_of(taken: &Taken) -> Place {
    let source = &taken.registration.source;
    Place {
        sheet: source.sheet.clone(),
        row: source.row,
    }
}

fn row_choice(answer: RowAnswer) -> RowChoice {
    match answer {
        RowAnswer::Keep => RowChoice::Keep,
        RowAnswer::Drop => RowChoice::Drop,
        RowAnswer::Merge => RowChoice::Merge,
    }
}

/// Reads `252` or `SHEET!252`; without a sheet the one that was read is meant.
fn place(text: &str, reading: &Reading) -> Result<Place, Error> {
    let wrong = |what: &str| Error::new("bad-choice", format!("“{text}” {what}"));
    let (sheet, row) = match text.rsplit_once('!') {
        Some((sheet, row)) => (Some(sheet.to_owned()), row),
        None => (None, text),
    };
    let row = row
        .parse()
        .map_err(|_| wrong("is not a row: 252, or SHEET!252"))?;
    let mut read: Vec<&String> = reading.tables.iter().map(|table| &table.sheet).collect();
    read.dedup();
    let sheet = match (sheet, read.as_slice()) {
        (Some(sheet), _) => sheet,
        (None, [only]) => (*only).clone(),
        (None, _) => {
            return Err(wrong("stands on several sheets: name one, as in SHEET!252"));
        }
    };
    Ok(Place { sheet, row })
}
