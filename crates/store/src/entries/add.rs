use super::Keys;
use super::write::{Insert, Texts};
use crate::imports::ImportId;
use crate::row::parsed;
use crate::undo::Noun;
use crate::{StoreError, Write};
use judging::entry::{Entry, Registration};
use judging::{CategoryCode, EntryCode};
use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};

/// Entries that are prepared, written and reported together.
const BATCH: usize = 500;
/// Batches that may wait to be written.
const WAITING: usize = 4;

/// An entry that is to be added and has no code yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct New {
    /// The category it competes in.
    pub category: CategoryCode,
    /// What it says.
    pub registration: Registration,
    /// Its keys.
    pub keys: Keys,
}

/// Adds entries in their order, each with the next code of its category: the category's own code and a number of at least
/// three digits. `report` is called before every few hundred with how many are in, and may stop it.
///
/// # Errors
/// [`StoreError::Forbidden`] when a code would be too long, and what `report` returns.
pub fn add<E: From<StoreError>>(
    write: &Write<'_>,
    new: impl ExactSizeIterator<Item = New> + Send,
    import: Option<ImportId>,
    mut report: impl FnMut(usize) -> Result<(), E>,
) -> Result<(), E> {
    let mut numbers = last_numbers(write)?;
    let rebuilt = new.len() > count(write)?;
    if rebuilt {
        // Built at once when all are there, the index takes a fraction of the time.
        write.change("DROP INDEX entry_by_key", [])?;
    }
    std::thread::scope(|scope| {
        let (send, batches) = sync_channel::<Batch>(WAITING);
        let (give_back, written) = channel();
        // A second core prepares what this one writes, and clears away what was written.
        let numbers = &mut numbers;
        scope.spawn(move || prepare(new, numbers, &send, &written));
        let mut insert = Insert::new(write)?;
        let mut done = 0;
        for batch in batches {
            report(done)?;
            let batch = batch?;
            for (entry, keys, texts) in &batch {
                insert.row(entry, keys, texts, import)?;
                if import.is_none() {
                    write.is_new(Noun::Entry, &[entry.code.as_str()])?;
                }
                done += 1;
            }
            // Nobody may be there any more to take it.
            let _ = give_back.send(batch);
        }
        Ok::<_, E>(())
    })?;
    for (category, last) in &numbers {
        write.change(
            "INSERT INTO entry_counter (category, last) VALUES (?1, ?2) \
             ON CONFLICT (category) DO UPDATE SET last = max(last, excluded.last)",
            (category.as_str(), last),
        )?;
    }
    if rebuilt {
        write.change(
            "CREATE INDEX entry_by_key ON entry (title_key, agency_key, category, code)",
            [],
        )?;
    }
    Ok(())
}

fn count(write: &Write<'_>) -> Result<usize, StoreError> {
    let sql = "SELECT count(*) FROM entry";
    let count: Option<u32> = write.row(sql, [], |row| row.get(0))?;
    Ok(count.unwrap_or_default() as usize)
}

type Row = (Entry, Keys, Texts);
type Batch = Result<Vec<Row>, StoreError>;

/// Gives the entries their codes and texts, batch after batch, until all are sent or nobody takes them any more.
fn prepare(
    new: impl Iterator<Item = New>,
    numbers: &mut BTreeMap<CategoryCode, u32>,
    send: &SyncSender<Batch>,
    written: &Receiver<Vec<Row>>,
) {
    let mut rows = new.map(|new| row(new, numbers));
    loop {
        let batch: Batch = rows.by_ref().take(BATCH).collect();
        let is_last = batch.as_ref().is_ok_and(Vec::is_empty);
        if is_last || send.send(batch).is_err() {
            return;
        }
        written.try_iter().for_each(drop);
    }
}

fn row(new: New, numbers: &mut BTreeMap<CategoryCode, u32>) -> Result<Row, StoreError> {
    let New {
        category,
        mut registration,
        keys,
    } = new;
    let number = match numbers.get_mut(&category) {
        Some(number) => number,
        None => numbers.entry(category.clone()).or_default(),
    };
    *number += 1;
    let code = EntryCode::new(&format!("{category}-{number:03}"))
        .map_err(|error| StoreError::Forbidden(error.to_string()))?;
    let texts = Texts::taken_from(&mut registration)?;
    let entry = Entry {
        code,
        category,
        registration,
    };
    Ok((entry, keys, texts))
}

/// The last number that was given in each category.
fn last_numbers(write: &Write<'_>) -> Result<BTreeMap<CategoryCode, u32>, StoreError> {
    let rows = write.rows("SELECT category, last FROM entry_counter", [], |row| {
        Ok((parsed(row, "category")?, row.get("last")?))
    })?;
    Ok(rows.into_iter().collect())
}
