use super::changes::{Update, taken_over};
use super::keys_of;
use super::plan::{ImportPlan, plan};
use super::understand::understand;
use super::workbook::open;
use crate::api::common::count;
use crate::api::import::{ImportAsked, ImportOutcome, ProgressStep};
use crate::op::{Change, Imported, Op, transact};
use crate::rules::rules_of;
use crate::{Error, Session};
use intake::Taken;
use std::ops::ControlFlow;
use std::path::Path;
use store::Write;
use store::entries::New;
use store::imports::{Counts, Import, ImportId};

/// Takes the entries of a registration sheet: new ones with a code of their own, changed ones only where the user said so.
/// All or nothing; importing the same file again changes nothing, not even the journal.
///
/// # Errors
/// As [`preview`](super::preview), and `cancelled`.
pub fn import(session: &Session, asked: ImportAsked) -> Result<ImportOutcome, Error> {
    let workbook = open(session, Path::new(&asked.file))?;
    session.forget_workbook();
    session.chair(|store| {
        let rules = rules_of(store)?;
        let understood = understand(store, &rules, workbook, &asked)?;
        let mut plan = plan(store, &rules, understood)?;
        if rules.is_blind() {
            plan.comparison.new = shuffled(session, plan.comparison.new)?;
        }
        let changed = plan.comparison.changed.iter();
        let updates = changed
            .filter_map(|row| taken_over(&row.before, &row.after, row.given_out, &asked))
            .collect();
        let at = session.host().now();
        transact(session, store, |write| {
            store_plan(session, write, plan, updates, at)
        })
    })
}

/// The same in random order: where a stage is judged blind, a number must not say where in the sheet its entry stood.
fn shuffled<T>(session: &Session, rows: Vec<T>) -> Result<Vec<T>, Error> {
    let mut draws = vec![[0_u8; 16]; rows.len()];
    session.host().random(draws.as_flattened_mut())?;
    let mut drawn: Vec<_> = draws.into_iter().zip(rows).collect();
    drawn.sort_by_key(|(draw, _)| *draw);
    Ok(drawn.into_iter().map(|(_, row)| row).collect())
}

/// Stores what a plan does, at a time in seconds since 1970.
fn store_plan(
    session: &Session,
    write: &Write<'_>,
    plan: ImportPlan,
    updates: Vec<Update>,
    at: i64,
) -> Result<Change<ImportOutcome>, Error> {
    let ImportPlan {
        file,
        hash,
        sheet,
        mapping,
        shape,
        comparison,
        answers,
        mut outcome,
    } = plan;
    let new = comparison.new;
    if new.is_empty() && updates.is_empty() && answers.to_store(write)?.is_empty() {
        return Ok(Change::Nothing(outcome));
    }
    let import = Import {
        file: file.clone(),
        file_hash: hash,
        sheet: sheet.clone(),
        mapping: mapping.clone(),
        counts: Counts {
            taken: outcome.taken,
            changed: count(updates.len()),
            unchanged: outcome.unchanged,
            skipped: count(outcome.skipped.len()),
        },
        at,
    };
    let id = store::imports::add(write, &import)?;
    add(session, write, new, id)?;
    for update in &updates {
        store::entries::update(write, &update.entry, &update.keys, Some(id))?;
    }
    if !mapping.is_empty() {
        store::imports::put_mapping(write, &shape, &mapping, at)?;
    }
    // After the entries: an answer may speak of one that came in just now.
    for (name, choice) in answers.to_store(write)? {
        store::imports::put_choice(write, name, &choice, at)?;
    }
    let codes = updates.iter().map(|update| update.entry.code.to_string());
    outcome.taken_over = codes.collect();
    let changes = updates.into_iter().flat_map(|update| update.changes);
    let op = Op::Import(Imported {
        file,
        hash,
        sheet,
        mapping,
        taken: outcome.taken,
        unchanged: outcome.unchanged,
        changes: changes.collect(),
        rows: answers.for_journal(),
    });
    Ok(Change::Done {
        answer: outcome,
        op,
    })
}

/// Adds new entries, each with the next code of its category.
fn add(
    session: &Session,
    write: &Write<'_>,
    new: Vec<Taken>,
    import: ImportId,
) -> Result<(), Error> {
    let total = Some(count(new.len()));
    let new = new.into_iter().map(|taken| New {
        keys: keys_of(&taken.registration),
        category: taken.category,
        registration: taken.registration,
    });
    store::entries::add(write, new, Some(import), |done| {
        if session.progress(ProgressStep::Store, count(done), total) == ControlFlow::Break(()) {
            let message = "the import was cancelled; nothing was changed";
            return Err(Error::new("cancelled", message));
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::common::Nothing;
    use crate::api::competition::NewCompetition;
    use crate::api::import::{DuplicateRow, Likeness};
    use crate::api::word::Word;
    use crate::test_support::{Machine, fixture};
    use judging::entry::RowAnswer;

    fn kukar(machine: &std::sync::Arc<Machine>) -> Session {
        let session = machine.session();
        let new = NewCompetition {
            file: machine.path("kukar.timbang"),
            rules: "kukar-pekan-inovasi".into(),
            name: None,
        };
        crate::competition::create(&session, new).unwrap();
        session
    }

    #[track_caller]
    fn check(session: &Session, rows: &[(u32, RowAnswer)], expected: (u32, u32)) {
        let asked = ImportAsked {
            file: fixture("kukar-2023-pendaftaran.xlsx"),
            rows: answers(rows),
            ..Default::default()
        };
        let outcome = import(session, asked).unwrap();
        assert_eq!((outcome.taken, outcome.unchanged), expected);
    }

    fn answers(rows: &[(u32, RowAnswer)]) -> std::collections::BTreeMap<String, Word<RowAnswer>> {
        rows.iter()
            .map(|(row, answer)| (row.to_string(), (*answer).into()))
            .collect()
    }

    fn lines(session: &Session) -> usize {
        crate::audit::journal(session, Default::default())
            .unwrap()
            .rows
            .len()
    }

    #[test]
    fn importing_the_same_workbook_again_changes_nothing_not_even_the_journal() {
        let session = kukar(&Machine::new(6));
        check(&session, &[], (240, 0));
        let before = lines(&session);
        check(&session, &[], (0, 240));
        assert_eq!(lines(&session), before);
    }

    #[test]
    fn a_suspected_duplicate_waits_until_it_is_kept_and_the_answer_is_remembered() {
        let session = kukar(&Machine::new(7));
        check(&session, &[], (240, 0));
        check(&session, &[(252, RowAnswer::Keep)], (1, 240));
        check(&session, &[], (0, 241));
        let overview = crate::competition::overview(&session, Nothing {}).unwrap();
        assert_eq!(overview.about().entries, 241);
    }

    #[test]
    fn a_dropped_duplicate_stays_out_without_being_asked_about_again() {
        let session = kukar(&Machine::new(8));
        check(&session, &[(252, RowAnswer::Drop)], (240, 0));
        let asked = ImportAsked {
            file: fixture("kukar-2023-pendaftaran.xlsx"),
            ..Default::default()
        };
        let again = crate::entries::preview(&session, asked).unwrap();
        let asked = |pair: &DuplicateRow| pair.likeness == Likeness::Same && !pair.remembered;
        let pairs = &again.outcome.duplicates;
        assert!(!pairs.iter().any(asked), "{pairs:?}");
    }
}
