//! What columns, heading and texts for categories mean: as the user says, and as is remembered of earlier imports.

use crate::Error;
use crate::api::import::ImportAsked;
use crate::rules::category_of;
use intake::{Choices, Mapping, ReadError, Reading, Target};
use judging::rules::Rules;
use std::path::Path;
use store::Contents;

/// The most that a mapping may have, in bytes.
const LARGEST_MAPPING: u64 = 1 << 20;

/// What the user says now. A mapping in a file is corrected by what is said beside it.
pub(super) fn choices_of(rules: &Rules, asked: &ImportAsked) -> Result<Choices, Error> {
    let mut mapping = match &asked.map {
        None => Mapping::default(),
        Some(file) => {
            let file = Path::new(file);
            let bytes = crate::files::read_within(file, LARGEST_MAPPING)?;
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
        said.columns.insert(letter.clone(), target.0);
    }
    for (text, code) in &asked.categories {
        let code = category_of(rules, code)?;
        said.categories.insert(text.clone(), code);
    }
    correct(&mut mapping, said);
    let category = asked
        .category
        .as_deref()
        .map(|code| category_of(rules, code))
        .transpose()?;
    Ok(Choices {
        sheet: asked.sheet.clone(),
        category,
        mapping: Some(mapping).filter(|mapping| *mapping != Mapping::default()),
        ..Choices::default()
    })
}

/// The mapping remembered for workbooks of the shape that is guessed; where no heading is guessed, the one under which
/// the workbook has the shape that it is remembered for.
pub(super) fn earlier(
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
                let has_shape = |reading: Reading| reading.shape == shape;
                if mapping.heading.is_some() && read(&mapping).is_ok_and(has_shape) {
                    return Ok(Some(mapping));
                }
            }
            Ok(None)
        }
        Err(_) => Ok(None),
    }
}

/// What is said now goes before what was said earlier; another heading makes the columns others.
pub(super) fn correct(mapping: &mut Mapping, said: Mapping) {
    if said.heading.is_some() && said.heading != mapping.heading {
        mapping.heading = said.heading;
        mapping.columns.clear();
    }
    for (letter, target) in said.columns {
        give(mapping, letter, target);
    }
    mapping.categories.extend(said.categories);
}

/// Makes a column the one that has the target; another that had it has no known meaning any more.
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
