use super::plan::{keys_of, plan};
use super::preview::outcome;
use super::workbook::{Understood, open, suspects, understand};
use crate::api::import::{DuplicateChoice, ImportAsked, ImportOutcome};
use crate::competition::rules_of;
use crate::transact::{Change, transact};
use crate::{Error, Session};
use judging::entry::Entry;
use serde_json::json;
use std::ops::ControlFlow;
use std::path::Path;
use store::imports::Choice;
use store::imports::{Counts, Import};

/// How often progress is told, in entries.
const STRIDE: usize = 500;

/// Takes the entries of a registration sheet: new ones with a code of their own, changed ones only where the user said so.
/// All or nothing; importing the same file again changes nothing, not even the journal.
///
/// # Errors
/// As [`preview`](super::preview), and `cancelled`.
pub fn import(session: &Session, asked: ImportAsked) -> Result<ImportOutcome, Error> {
    let file = Path::new(&asked.file);
    let workbook = open(session, file)?;
    let outcome = session.as_chair(|store| {
        let rules = rules_of(store)?;
        let understood = understand(store, &rules, workbook, &asked)?;
        let answers = answers(&understood, &asked);
        let Understood { workbook, mut reading, choices, .. } = understood;
        let plan = plan(store, &mut reading)?;
        let mut outcome = outcome(&plan, &reading);
        let wanted = |entry: &Entry| {
            asked.take_all_changes
                || asked.changes.as_ref().is_some_and(|codes| codes.iter().any(|code| code == entry.code.as_str()))
        };
        let at = session.host().now();
        let skipped = outcome.skipped.len();
        transact(session, store, "import", |write| {
            let updates: Vec<_> = plan.changed.into_iter().filter(|(before, _, _)| wanted(before)).collect();
            let fresh: Vec<_> = answers_not_known(write, answers)?;
            if plan.new.is_empty() && updates.is_empty() && fresh.is_empty() {
                return Ok(Change::Nothing(outcome));
            }
            let mapping = choices.mapping.as_ref().map(intake::Mapping::to_toml).unwrap_or_default();
            let sheet = reading.tables.first().map(|table| table.sheet.clone()).unwrap_or_default();
            let id = store::imports::add(
                write,
                &Import {
                    file: workbook.file.clone(),
                    file_hash: workbook.hash,
                    sheet: sheet.clone(),
                    mapping: mapping.clone(),
                    counts: Counts {
                        taken: outcome.taken,
                        changed: crate::competition::count(updates.len()),
                        unchanged: outcome.unchanged,
                        skipped: crate::competition::count(skipped),
                    },
                    at,
                },
            )?;
            let total = outcome.taken;
            for (number, (taken, keys)) in plan.new.into_iter().enumerate() {
                let entry = Entry {
                    code: store::entries::next_code(write, &taken.category)?,
                    category: taken.category,
                    registration: taken.registration,
                };
                store::entries::insert(write, &entry, &keys, Some(id))?;
                if number % STRIDE == 0 && session.tell("store", crate::competition::count(number), Some(total)) == ControlFlow::Break(()) {
                    return Err(Error::new("cancelled", "the import was cancelled; nothing was changed"));
                }
            }
            for (_, after, keys) in &updates {
                store::entries::update(write, after, keys, Some(id))?;
            }
            if !mapping.is_empty() {
                store::imports::put_mapping(write, &reading.shape, &mapping, at)?;
            }
            for (key, choice) in &fresh {
                store::imports::put_choice(write, key, choice, at)?;
            }
            outcome.taken_over = updates.iter().map(|(before, _, _)| before.code.to_string()).collect();
            let detail = json!({
                "hash": workbook.hash.to_string(),
                "sheet": sheet,
                "taken": outcome.taken,
                "unchanged": outcome.unchanged,
                "changes": outcome.changes.iter().filter(|change| outcome.taken_over.contains(&change.entry)).collect::<Vec<_>>(),
                "duplicates": fresh.iter().map(|(key, choice)| json!([key, format!("{choice:?}")])).collect::<Vec<_>>(),
            });
            Ok(Change::Done { answer: outcome, subject: workbook.file.clone(), detail })
        })
    })?;
    session.forget_workbook();
    Ok(outcome)
}

/// What the user says now about suspected duplicates, by the key it is remembered by.
fn answers(
    understood: &Understood,
    asked: &ImportAsked,
) -> Vec<(String, DuplicateChoice, store::entries::Keys)> {
    let mut answers = Vec::new();
    // A row that was kept is no suspect any more: it is found by its place among those taken.
    for (&row, &choice) in &asked.duplicates {
        let suspect = suspects(&understood.reading)
            .into_iter()
            .find(|suspect| suspect.place.row == row)
            .map(|suspect| suspect.other.row);
        let at = suspect.unwrap_or(row);
        let taken = understood
            .reading
            .taken
            .iter()
            .find(|taken| taken.registration.source.row == at);
        if let Some(taken) = taken {
            let keys = keys_of(&taken.registration);
            answers.push((format!("{}\u{1f}{}", keys.title, keys.agency), choice, keys));
        }
    }
    answers
}

/// Those that were not given before.
fn answers_not_known(
    contents: &store::Contents,
    answers: Vec<(String, DuplicateChoice, store::entries::Keys)>,
) -> Result<Vec<(String, Choice)>, Error> {
    let known = store::imports::choices(contents)?;
    let mut fresh = Vec::new();
    for (key, choice, keys) in answers {
        let choice = match choice {
            DuplicateChoice::Keep => Choice::Keep,
            DuplicateChoice::Drop => Choice::Drop,
            DuplicateChoice::Merge => match store::entries::same_key(contents, &keys)?
                .into_iter()
                .next()
            {
                Some(code) => Choice::Merge(code),
                None => continue, // merged into a row of the same import: asking again changes nothing
            },
        };
        if known.get(&key) != Some(&choice) {
            fresh.push((key, choice));
        }
    }
    Ok(fresh)
}
