//! The first step of an import: a workbook is read by what the user decided about it, now and before.

use super::answers::Answers;
use super::mapping::{choices_of, correct, earlier};
use super::pairs::ask_about_pairs;
use crate::Error;
use crate::api::import::{DuplicateRow, ImportAsked};
use intake::{Choices, Mapping, ReadError, Reading, Workbook};
use judging::rules::Rules;
use std::path::Path;
use std::sync::Arc;
use store::Contents;

/// A reading with what it was made from.
pub(super) struct Understood {
    pub workbook: Arc<Workbook>,
    pub reading: Reading,
    pub choices: Choices,
    /// Whether a mapping remembered for workbooks of this shape was applied.
    pub remembered: bool,
    /// The shape by which the mapping is found again.
    pub shape: String,
    pub answers: Answers,
    /// Rows that are like others of the workbook.
    pub pairs: Vec<DuplicateRow>,
}

/// Reads the workbook by what the user decides now, and where nothing is decided, by what was decided about a workbook of
/// the same shape and about the same rows before.
///
/// # Errors
/// That the workbook has no recognisable heading, or that a choice names what is not there.
pub(super) fn understand(
    contents: &Contents,
    rules: &Rules,
    workbook: Arc<Workbook>,
    asked: &ImportAsked,
) -> Result<Understood, Error> {
    let read = |choices: &Choices| intake::read(&workbook, rules, choices);
    let in_file = |error: ReadError| Error::from(error).in_file(Path::new(&asked.file));
    let mut choices = choices_of(rules, asked)?;
    let now = choices.mapping.take();
    let guess = read(&choices);
    let earlier = match (&asked.map, asked.forget_mapping) {
        (None, false) => earlier(contents, &guess, |mapping| {
            read(&Choices {
                mapping: Some(mapping.clone()),
                ..choices.clone()
            })
        })?,
        _ => None,
    };
    let remembered = earlier.is_some();
    choices.mapping = match (earlier, now) {
        (Some(mut earlier), Some(now)) => {
            correct(&mut earlier, now);
            Some(earlier)
        }
        (earlier, now) => earlier.or(now),
    };
    let guessed = guess.as_ref().ok().map(|guess| guess.shape.clone());
    let mut reading = match &choices.mapping {
        None => guess.map_err(in_file)?,
        Some(_) => {
            drop(guess);
            read(&choices).map_err(in_file)?
        }
    };
    let mut answers = Answers::of(contents, asked, &reading)?;
    let pairs = ask_about_pairs(&reading, &mut answers, &mut choices);
    if !choices.rows.is_empty() {
        reading = read(&choices).map_err(in_file)?;
    }
    Ok(Understood {
        shape: guessed.unwrap_or_else(|| reading.shape.clone()),
        workbook,
        reading,
        choices,
        remembered,
        answers,
        pairs,
    })
}

impl Understood {
    /// The mapping that was used and what was guessed beside it: what another user needs to read the same form.
    pub fn whole_mapping(&self) -> Mapping {
        let mut mapping = self.reading.mapping();
        let sheets = self.reading.sheets.iter();
        if sheets.filter(|sheet| sheet.rows > 0).count() < 2 {
            mapping.sheet = None; // whatever the others call their only sheet
        }
        let used = self.choices.mapping.as_ref();
        mapping.categories = used.map_or_else(Default::default, |used| used.categories.clone());
        mapping
    }
}
