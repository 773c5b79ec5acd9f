//! The second step of an import: what was understood, beside the entries that are here. Nothing is changed.

use super::answers::Answers;
use super::comparison::{Comparison, compare};
use super::given_out::GivenOut;
use super::outcome::outcome;
use super::pairs::places;
use super::understand::Understood;
use crate::Error;
use crate::api::import::ImportOutcome;
use intake::Mapping;
use judging::Hash;
use judging::rules::Rules;
use store::Contents;

/// What importing a workbook would do, with all that is stored of it.
pub(super) struct ImportPlan {
    /// The workbook's name and the hash of its content.
    pub file: String,
    pub hash: Hash,
    /// The sheet of the first table.
    pub sheet: String,
    /// The mapping that was used, in TOML; empty where all was guessed.
    pub mapping: String,
    /// The shape under which the mapping is remembered.
    pub shape: String,
    pub comparison: Comparison,
    pub answers: Answers,
    pub outcome: ImportOutcome,
}

/// Compares what was understood with the entries that are here.
///
/// # Errors
/// That the competition file cannot be read.
pub(super) fn plan(
    contents: &Contents,
    rules: &Rules,
    understood: Understood,
) -> Result<ImportPlan, Error> {
    let Understood {
        workbook,
        mut reading,
        choices,
        shape,
        mut answers,
        pairs,
        ..
    } = understood;
    let (file, hash) = (workbook.file.clone(), workbook.hash);
    // A large workbook is as much memory as all its entries: it goes before those are read and stored.
    drop(workbook);
    let registrations = std::mem::take(&mut reading.taken);
    let mut comparison = compare(contents, registrations, &mut answers, &places(&pairs))?;
    if !comparison.changed.is_empty() {
        let given_out = GivenOut::of(contents)?;
        for changed in &mut comparison.changed {
            changed.given_out = given_out.has(&changed.before);
        }
    }
    let first = reading.tables.first();
    Ok(ImportPlan {
        file,
        hash,
        sheet: first.map_or_else(String::new, |table| table.sheet.clone()),
        mapping: choices
            .mapping
            .as_ref()
            .map_or_else(String::new, Mapping::to_toml),
        shape,
        outcome: outcome(rules, &comparison, reading, pairs, &answers),
        comparison,
        answers,
    })
}
