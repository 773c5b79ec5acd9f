//! The steps from an empty database to the latest format. `user_version` counts the steps taken. A released step is never
//! edited; a new one is added.

use crate::StoreError;
use rusqlite::{Connection, TransactionBehavior};
use std::collections::BTreeSet;

const STEPS: &[&str] = &[
    include_str!("../../migrations/0001_competition.sql"),
    include_str!("../../migrations/0002_predecessors.sql"),
    include_str!("../../migrations/0003_judge_office.sql"),
];

/// The latest format.
#[expect(clippy::cast_possible_truncation, reason = "steps are few")]
pub const LATEST: u32 = STEPS.len() as u32;

/// Takes all steps not yet taken, in one transaction.
pub fn migrate(connection: &Connection) -> Result<(), StoreError> {
    migrate_to(connection, LATEST)
}

/// Takes the steps up to a version, in one transaction.
pub(crate) fn migrate_to(connection: &Connection, wanted: u32) -> Result<(), StoreError> {
    let transaction =
        rusqlite::Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    let found = version(connection)?;
    if found > LATEST {
        return Err(StoreError::Newer {
            found,
            known: LATEST,
        });
    }
    for (number, step) in (1..=wanted).zip(STEPS).skip(found as usize) {
        connection.execute_batch(step)?;
        connection.pragma_update(None, "user_version", number)?;
    }
    transaction.commit()?;
    Ok(())
}

/// How many steps the database has taken.
pub fn version(connection: &Connection) -> Result<u32, StoreError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Refuses a database whose tables are not those that the steps make, or that has triggers or views of its own: such a
/// file was not made by this program, and reading it could run what a stranger wrote.
pub fn recognise(connection: &Connection) -> Result<(), StoreError> {
    let ours = Connection::open_in_memory()?;
    migrate_to(&ours, version(connection)?)?;
    let (expected, found) = (objects(&ours)?, objects(connection)?);
    match expected.symmetric_difference(&found).next() {
        None => Ok(()),
        Some((kind, name, _)) => Err(StoreError::Damaged(format!(
            "{kind} “{name}” is not as it should be"
        ))),
    }
}

type Object = (String, String, String);

/// Every table, index, trigger and view; for the last two with its text, for they are programs.
fn objects(connection: &Connection) -> Result<BTreeSet<Object>, StoreError> {
    let sql = "SELECT type, name, iif(type IN ('trigger', 'view'), sql, '') FROM sqlite_schema
               WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_in_the_folder_of_migrations_is_a_step() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/migrations");
        assert_eq!(std::fs::read_dir(folder).unwrap().count(), STEPS.len());
    }
}
