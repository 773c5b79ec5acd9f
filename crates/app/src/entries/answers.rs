//! What the user says of rows, now and at earlier imports.

use crate::Error;
use crate::api::import::{ImportAsked, Likeness};
use crate::op::AnsweredRow;
use intake::{Reading, RowPlace, Taken};
use judging::EntryCode;
use judging::entry::{Registration, RowAnswer};
use std::collections::{BTreeMap, BTreeSet};
use store::entries::Keys;
use store::imports::Choice;
use store::{Contents, Write};

/// Between the parts of the name under which an answer is remembered.
const UNIT: char = '\u{1f}';

/// The answers given now, and those remembered from earlier imports.
pub(super) struct Answers {
    /// Given now, by row.
    given: BTreeMap<RowPlace, RowAnswer>,
    /// Given now of rows that have not come by yet.
    unused: BTreeSet<RowPlace>,
    /// Remembered, by name.
    remembered: BTreeMap<String, Choice>,
    /// Whether a row that is like no other was ever left out.
    leaves_rows: bool,
    /// Given now, of rows that came by.
    used: Vec<UsedAnswer>,
}

/// An answer given now, with the row it was given of.
struct UsedAnswer {
    place: RowPlace,
    title: String,
    /// The name under which it is remembered.
    name: String,
    answer: RowAnswer,
    like: Like,
}

/// What a row is like.
pub(super) enum Like {
    /// An entry that has these keys, once the workbook is imported.
    Keys(Keys),
    /// An entry of the competition.
    Entry(EntryCode),
    /// Nothing.
    Nothing,
}

/// The answer that holds for a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct AnswerToRow {
    pub answer: RowAnswer,
    /// Whether it was given at an earlier import.
    pub remembered: bool,
}

impl Answers {
    /// # Errors
    /// `bad-choice` where a row is named that cannot be one.
    pub fn of(contents: &Contents, asked: &ImportAsked, reading: &Reading) -> Result<Self, Error> {
        let remembered = store::imports::choices(contents)?;
        let given = asked
            .rows
            .iter()
            .map(|(row, answer)| Ok((place(row, reading)?, answer.0)))
            .collect::<Result<BTreeMap<_, _>, Error>>()?;
        Ok(Self {
            unused: given.keys().cloned().collect(),
            given,
            leaves_rows: remembered.keys().any(|name| name.starts_with("row\u{1f}")),
            remembered,
            used: Vec::new(),
        })
    }

    /// The answer for a row, of which answers are remembered under this name.
    pub fn to(&self, place: &RowPlace, name: &str) -> Option<AnswerToRow> {
        if let Some(&answer) = self.given.get(place) {
            return Some(AnswerToRow {
                answer,
                remembered: false,
            });
        }
        Some(AnswerToRow {
            answer: self.remembered.get(name)?.answer(),
            remembered: true,
        })
    }

    /// The entry into which rows of this name were merged at an earlier import.
    pub fn merged_into(&self, name: &str) -> Option<&EntryCode> {
        match self.remembered.get(name)? {
            Choice::Merge(code) => Some(code),
            _ => None,
        }
    }

    /// Whether a row that is like no other is to be left out.
    pub fn leaves_out(&mut self, taken: &Taken) -> bool {
        if self.given.is_empty() && !self.leaves_rows {
            return false;
        }
        let place = taken.place();
        let name = row_name(&taken.registration);
        let answer = self.to(&place, &name).map(|row| row.answer);
        self.remember(&place, &taken.registration, name, Like::Nothing);
        answer == Some(RowAnswer::Drop)
    }

    /// Remembers the answer given now for a row, under this name.
    pub fn remember(&mut self, place: &RowPlace, row: &Registration, name: String, like: Like) {
        let Some(&answer) = self.given.get(place) else {
            return;
        };
        // An answer is remembered once, even if the row is like several others.
        if self.unused.remove(place) {
            self.used.push(UsedAnswer {
                place: place.clone(),
                title: row.title.clone(),
                name,
                answer,
                like,
            });
        }
    }

    /// The rows that an answer names, and that are not there.
    pub fn unused(&self) -> Vec<String> {
        self.unused
            .iter()
            .map(|place| format!("{}!{}", place.sheet, place.row))
            .collect()
    }

    /// The choices to store, by the name they are remembered under: those that are not stored yet.
    pub fn to_store(&self, write: &Write<'_>) -> Result<Vec<(&str, Choice)>, Error> {
        let mut choices = Vec::new();
        for used in &self.used {
            let choice = match (used.answer, &used.like) {
                (RowAnswer::Keep, Like::Nothing) if !self.remembered.contains_key(&used.name) => {
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
            if self.remembered.get(&used.name) != Some(&choice) {
                choices.push((used.name.as_str(), choice));
            }
        }
        Ok(choices)
    }

    /// The answers given now, as the journal keeps them.
    pub fn for_journal(&self) -> Vec<AnsweredRow> {
        let line = |used: &UsedAnswer| AnsweredRow {
            sheet: used.place.sheet.clone(),
            row: used.place.row,
            title: used.title.clone(),
            answer: used.answer.into(),
        };
        self.used.iter().map(line).collect()
    }
}

/// The name under which an answer is remembered for rows that are like another in this way.
pub(super) fn like_name(likeness: Likeness, keys: &Keys) -> String {
    match likeness {
        Likeness::Same => format!("{}{UNIT}{}", keys.title, keys.agency),
        _ => format!("near{UNIT}{}{UNIT}{}", keys.title, keys.agency),
    }
}

/// The name of a row that is like no other: once the row says something else, it is asked about anew.
fn row_name(row: &Registration) -> String {
    let text = format!(
        "{:?}{:?}{:?}{:?}",
        row.title, row.agency, row.fields, row.other
    );
    format!("row{UNIT}{}", store::hash_of(text.as_bytes()))
}

/// Reads `252` or `SHEET!252`; without a sheet the one that was read is meant.
fn place(text: &str, reading: &Reading) -> Result<RowPlace, Error> {
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
    Ok(RowPlace { sheet, row })
}
