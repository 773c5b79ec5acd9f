//! The verifier's own visits, in a working copy. What a visit says is kept as it is given; its photos are among the
//! attachments.

use crate::row::parsed;
use crate::undo::Noun;
use crate::{Contents, StoreError, Write};
use judging::sheet::SheetState;
use judging::{EntryCode, StageCode, VisitId};
use rusqlite::Row;

/// One visit as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptVisit {
    /// The visit.
    pub id: VisitId,
    /// In which stage.
    pub stage: StageCode,
    /// To which entry.
    pub entry: EntryCode,
    /// Whether the verifier says that it is finished.
    pub state: SheetState,
    /// All that it says, as JSON.
    pub content: String,
    /// When it was changed last, in seconds since 1970.
    pub changed_at: i64,
}

/// Adds a visit, or puts it in place of the one of that id.
///
/// # Errors
/// [`StoreError::Unknown`] when the entry is not in the file.
pub fn put(write: &Write<'_>, visit: &KeptVisit) -> Result<(), StoreError> {
    let id = visit.id.to_string();
    write.about_to_change(Noun::Visit, &[&id])?;
    let params = (
        &id,
        visit.stage.as_str(),
        visit.entry.as_str(),
        visit.state.code(),
        &visit.content,
        visit.changed_at,
    );
    let done = write.change(
        "INSERT INTO visit (id, stage, entry, state, content, changed_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
         ON CONFLICT (id) DO UPDATE \
         SET stage = excluded.stage, entry = excluded.entry, state = excluded.state, \
         content = excluded.content, changed_at = excluded.changed_at",
        params,
    );
    done.map(|_| ())
        .map_err(|error| error.named("entry", &visit.entry))
}

/// The visit of that id.
///
/// # Errors
/// [`StoreError`] when it cannot be read.
pub fn get(contents: &Contents, id: VisitId) -> Result<Option<KeptVisit>, StoreError> {
    let sql = "SELECT id, stage, entry, state, content, changed_at FROM visit WHERE id = ?1";
    contents.row(sql, [id.to_string()], visit)
}

/// All visits, by stage and entry, then in the order in which they were begun.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn all(contents: &Contents) -> Result<Vec<KeptVisit>, StoreError> {
    let sql = "SELECT id, stage, entry, state, content, changed_at FROM visit \
               ORDER BY stage, entry, rowid";
    contents.rows(sql, [], visit)
}

fn visit(row: &Row<'_>) -> rusqlite::Result<KeptVisit> {
    Ok(KeptVisit {
        id: parsed(row, "id")?,
        stage: parsed(row, "stage")?,
        entry: parsed(row, "entry")?,
        state: parsed(row, "state")?,
        content: row.get("content")?,
        changed_at: row.get("changed_at")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::furnished;

    #[test]
    fn a_visit_reads_back_and_is_put_in_place_of_itself() {
        let (_folder, _, mut store) = furnished();
        let first = KeptVisit {
            id: VisitId([7; 16]),
            stage: "verifikasi".parse().unwrap(),
            entry: "OPD-001".parse().unwrap(),
            state: SheetState::Draft,
            content: "{\"place\":\"Loa Kulu\"}".into(),
            changed_at: 1,
        };
        let then = KeptVisit {
            state: SheetState::Final,
            changed_at: 2,
            ..first.clone()
        };
        for visit in [&first, &then] {
            store.transact(|write| put(write, visit)).unwrap();
            assert_eq!(all(&store).unwrap(), std::slice::from_ref(visit));
            assert_eq!(get(&store, visit.id).unwrap().as_ref(), Some(visit));
        }
        assert_eq!(get(&store, VisitId([8; 16])).unwrap(), None);
    }

    #[test]
    fn a_visit_to_an_entry_that_is_not_here_is_refused() {
        let (_folder, _, mut store) = furnished();
        let visit = KeptVisit {
            id: VisitId([7; 16]),
            stage: "verifikasi".parse().unwrap(),
            entry: "OPD-999".parse().unwrap(),
            state: SheetState::Draft,
            content: "{}".into(),
            changed_at: 1,
        };
        let refused = store.transact(|write| put(write, &visit));
        assert!(matches!(
            refused,
            Err(StoreError::Unknown { noun: "entry", .. })
        ));
    }
}
