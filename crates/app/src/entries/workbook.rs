//! From a file to a reading, with what the user decided now and before.

use super::plan::keys_of;
use crate::api::import::{DuplicateChoice, ImportAsked, ImportPreview, Progress};
use crate::{Error, Session};
use intake::{
    Choices, Limits, Mapping, Place, Reading, RowChoice, SkipReason, Taken, Target, Workbook,
};
use judging::rules::Rules;
use std::cell::Cell;
use std::path::Path;
use std::sync::Arc;
use store::Contents;
use store::entries::Keys;
use store::imports::Choice;

/// A reading with what it was made from.
pub(super) struct Understood {
    pub workbook: Arc<Workbook>,
    pub reading: Reading,
    pub choices: Choices,
    /// Whether a mapping saved for workbooks of this shape was applied.
    pub remembered: bool,
    /// What the user says now about suspected duplicates.
    pub answers: Vec<Answer>,
}

/// Opens the workbook in the reading process, under its limits.
pub(crate) fn open(session: &Session, file: &Path) -> Result<Arc<Workbook>, Error> {
    open_showing(session, file, |_| None)
}

/// As [`open`]; the first rows are shown while the rest is read.
pub(super) fn open_showing(
    session: &Session,
    file: &Path,
    show: impl Fn(&Workbook) -> Option<ImportPreview>,
) -> Result<Arc<Workbook>, Error> {
    session.begin();
    let rows_read = Cell::new(0);
    let mut watch = |progress: intake::Progress<'_>| {
        let begun = match progress {
            intake::Progress::Rows(rows) => {
                rows_read.set(u32::try_from(rows).unwrap_or(u32::MAX));
                None
            }
            intake::Progress::Preview(workbook) => show(workbook),
        };
        session.report(Progress {
            step: "read".to_owned(),
            done: rows_read.get(),
            of: None,
            begun,
        })
    };
    session.workbook(file, || {
        intake::open(
            file,
            &session.host().reader(),
            &Limits::default(),
            &mut watch,
        )
        .map_err(|error| Error::from(error).in_file(file))
    })
}

/// Reads the workbook by what the user says now, and where nothing is said, by what was said of a workbook of the same
/// shape and of the same rows before.
pub(super) fn understand(
    contents: &Contents,
    rules: &Rules,
    workbook: Arc<Workbook>,
    asked: &ImportAsked,
) -> Result<Understood, Error> {
    let mut choices = choices_of(rules, asked)?;
    let read = |choices: &Choices| {
        intake::read(&workbook, rules, choices)
            .map_err(|error| Error::from(error).in_file(Path::new(&asked.file)))
    };
    let mut reading = read(&choices)?;
    let mut remembered = false;
    if choices.mapping.is_none()
        && let Some(saved) = store::imports::mapping(contents, &reading.shape)?
    {
        choices.mapping = Some(saved.parse()?);
        reading = read(&choices)?;
        remembered = true;
    }
    let answers = recall(contents, &reading, asked, &mut choices)?;
    if !choices.rows.is_empty() {
        reading = read(&choices)?;
    }
    Ok(Understood {
        workbook,
        reading,
        choices,
        remembered,
        answers,
    })
}

pub(super) fn choices_of(rules: &Rules, asked: &ImportAsked) -> Result<Choices, Error> {
    let mut mapping = match &asked.map {
        None => None,
        Some(file) => {
            let file = Path::new(file);
            let text =
                std::fs::read_to_string(file).map_err(|error| Error::reading(file, &error))?;
            Some(
                text.parse::<Mapping>()
                    .map_err(|error| Error::from(error).in_file(file))?,
            )
        }
    };
    if !asked.columns.is_empty() {
        let mapping = mapping.get_or_insert_with(Mapping::default);
        for (letter, target) in &asked.columns {
            let target =
                Target::from_name(target).ok_or_else(|| Error::unknown("target", target))?;
            mapping.columns.insert(letter.clone(), target);
        }
    }
    let category = asked
        .category
        .as_deref()
        .map(|code| super::list::category_of(rules, code))
        .transpose()?;
    Ok(Choices {
        sheet: asked.sheet.clone(),
        category,
        mapping,
        ..Choices::default()
    })
}

/// A row held back as a suspected duplicate, with the row it doubles.
pub(super) struct Suspect<'a> {
    pub place: Place,
    pub other: &'a Taken,
}

/// The rows held back.
pub(super) fn suspects(reading: &Reading) -> Vec<Suspect<'_>> {
    let taken_at = |place: &Place| {
        reading.taken.iter().find(|taken| {
            let source = &taken.registration.source;
            source.sheet == place.sheet && source.row == place.row
        })
    };
    let suspect = |skipped: &intake::Skipped| match &skipped.reason {
        SkipReason::SuspectedDuplicate(other) => {
            Some((skipped.sheet.clone(), skipped.row, other.clone()))
        }
        _ => None,
    };
    let held = reading.skipped.iter().filter_map(suspect);
    held.filter_map(|(sheet, row, other)| {
        Some(Suspect {
            place: Place { sheet, row },
            other: taken_at(&other)?,
        })
    })
    .collect()
}

/// What the user says about one suspected duplicate.
pub(super) struct Answer {
    /// Title and agency, by which it is remembered.
    pub keys: Keys,
    pub choice: DuplicateChoice,
}

impl Answer {
    /// The name under which the answer is remembered.
    pub fn name(keys: &Keys) -> String {
        format!("{}\u{1f}{}", keys.title, keys.agency)
    }
}

/// Adds to the choices what is said about suspected duplicates, now or at an earlier import; returns what is said now.
fn recall(
    contents: &Contents,
    reading: &Reading,
    asked: &ImportAsked,
    choices: &mut Choices,
) -> Result<Vec<Answer>, Error> {
    let earlier = store::imports::choices(contents)?;
    let mut answers = Vec::new();
    for suspect in suspects(reading) {
        let keys = keys_of(&suspect.other.registration);
        let said = asked.duplicates.get(&suspect.place.row).copied();
        let remembered = || {
            earlier
                .get(&Answer::name(&keys))
                .map(|choice| match choice {
                    Choice::Keep => DuplicateChoice::Keep,
                    Choice::Drop => DuplicateChoice::Drop,
                    Choice::Merge(_) => DuplicateChoice::Merge,
                })
        };
        if let Some(choice) = said.or_else(remembered) {
            choices.rows.insert(suspect.place, row_choice(choice));
        }
        answers.extend(said.map(|choice| Answer { keys, choice }));
    }
    Ok(answers)
}

fn row_choice(choice: DuplicateChoice) -> RowChoice {
    match choice {
        DuplicateChoice::Keep => RowChoice::Keep,
        DuplicateChoice::Drop => RowChoice::Drop,
        DuplicateChoice::Merge => RowChoice::Merge,
    }
}
