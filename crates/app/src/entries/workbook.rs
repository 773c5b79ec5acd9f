//! From a file to a reading, with what the user decided now and before.

use super::answers::Answers;
use super::pairs;
use crate::api::import::{DuplicateRow, ImportAsked, ImportPreview, Progress};
use crate::{Error, Session};
use intake::{Choices, Limits, Mapping, ReadError, Reading, Target, Workbook};
use judging::CategoryCode;
use judging::rules::Rules;
use std::cell::Cell;
use std::path::Path;
use std::sync::Arc;
use store::Contents;

/// The most that a mapping may have, in bytes.
const LARGEST_MAPPING: u64 = 1 << 20;

/// A reading with what it was made from.
pub(super) struct Understood {
    pub workbook: Arc<Workbook>,
    pub reading: Reading,
    pub choices: Choices,
    /// Whether a mapping saved for workbooks of this shape was applied.
    pub remembered: bool,
    /// The shape by which the mapping is found again.
    pub shape: String,
    /// What the user says of rows.
    pub answers: Answers,
    /// Rows that are like others of the workbook.
    pub pairs: Vec<DuplicateRow>,
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
    let said = choices.mapping.take();
    let read = |choices: &Choices| intake::read(&workbook, rules, choices);
    let in_file = |error: ReadError| Error::from(error).in_file(Path::new(&asked.file));
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
    choices.mapping = match (earlier, said) {
        (Some(mut earlier), Some(said)) => {
            correct(&mut earlier, said);
            Some(earlier)
        }
        (earlier, said) => earlier.or(said),
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
    let pairs = {
        let found = pairs::pairs(&reading);
        answers.of_pairs(&found, &mut choices);
        found
            .iter()
            .map(|pair| pairs::shown(pair, &answers))
            .collect()
    };
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

/// The mapping remembered for workbooks of the shape that is guessed; where no heading is guessed, the one under which
/// the workbook has the shape that it is remembered for.
fn earlier(
    contents: &Contents,
    guess: &Result<Reading, ReadError>,
    read: impl Fn(&Mapping) -> Result<Reading, ReadError>,
) -> Result<Option<Mapping>, Error> {
    match guess {
        Ok(guess) => Ok(store::imports::mapping(contents, &guess.shape)?
            .map(|saved| saved.parse())
            .transpose()?),
        Err(ReadError::NoHeading { .. }) => {
            for (shape, saved) in store::imports::mappings(contents)? {
                let mapping: Mapping = saved.parse()?;
                let fits = |reading: Reading| reading.shape == shape;
                if mapping.heading.is_some() && read(&mapping).is_ok_and(fits) {
                    return Ok(Some(mapping));
                }
            }
            Ok(None)
        }
        Err(_) => Ok(None),
    }
}

/// What is said now goes before what was said earlier; another heading makes the columns others.
fn correct(mapping: &mut Mapping, said: Mapping) {
    if said.heading.is_some() && said.heading != mapping.heading {
        mapping.heading = said.heading;
        mapping.columns.clear();
    }
    for (letter, target) in said.columns {
        give(mapping, letter, target);
    }
    mapping.categories.extend(said.categories);
}

/// A column gives something, and no other one gives it any longer.
fn give(mapping: &mut Mapping, letter: String, target: Target) {
    if !matches!(target, Target::Other | Target::Ignored) {
        for other in mapping.columns.values_mut() {
            if *other == target {
                *other = Target::Other;
            }
        }
    }
    mapping.columns.insert(letter, target);
}

/// What the user says now. A mapping in a file is corrected by what is said beside it.
pub(super) fn choices_of(rules: &Rules, asked: &ImportAsked) -> Result<Choices, Error> {
    let mut mapping = match &asked.map {
        None => Mapping::default(),
        Some(file) => {
            let file = Path::new(file);
            let bytes = crate::documents::read_within(file, LARGEST_MAPPING)?;
            let text = String::from_utf8_lossy(&bytes);
            let parsed = text.trim_start_matches('\u{feff}').parse();
            parsed.map_err(|error: intake::MappingError| Error::from(error).in_file(file))?
        }
    };
    let mut said = Mapping::default();
    if let Some((first, last)) = asked.heading {
        if first == 0 || last < first {
            return Err(Error::new(
                "bad-heading",
                "the heading is a row, or the first and last of several",
            ));
        }
        said.heading = Some(first..=last);
    }
    for (letter, target) in &asked.columns {
        let target = Target::from_name(target).ok_or_else(|| Error::unknown("target", target))?;
        said.columns.insert(letter.clone(), target);
    }
    for (text, code) in &asked.categories {
        let code = super::list::category_of(rules, code)?;
        said.categories.insert(text.clone(), code);
    }
    correct(&mut mapping, said);
    let category = asked
        .category
        .as_deref()
        .map(|code| super::list::category_of(rules, code))
        .transpose()?;
    Ok(Choices {
        sheet: asked.sheet.clone(),
        category,
        mapping: Some(mapping).filter(|mapping| *mapping != Mapping::default()),
        ..Choices::default()
    })
}

/// The mapping that was used and what was guessed beside it: what another user needs to read the same form.
pub(super) fn whole_mapping(understood: &Understood) -> Mapping {
    let mut mapping = understood.reading.mapping();
    let holding = understood
        .reading
        .sheets
        .iter()
        .filter(|sheet| sheet.rows > 0);
    if holding.count() < 2 {
        mapping.sheet = None; // whatever the others call their only sheet
    }
    let said = understood.choices.mapping.as_ref();
    let said = said.map(|mapping| mapping.categories.clone());
    let categories: std::collections::BTreeMap<String, CategoryCode> = said.unwrap_or_default();
    mapping.categories = categories;
    mapping
}
