use super::*;
use crate::test_support::{entry, furnished, judge, keys};
use crate::{Store, declarations, entries, imports, journal, judges, notes, predecessors, sheets};
use judging::declaration::{ConflictGround, ConflictKind, Declaration};
use judging::sheet::{Mark, Sheet, SheetState};
use judging::{DeviceId, EntryCode, Hash};
use proptest::prelude::*;

/// Everything that can be taken back, as text. The times of changes are among it.
fn everything(store: &Store) -> String {
    format!(
        "{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}{:?}",
        entries::all(store).unwrap(),
        imports::all(store).unwrap(),
        imports::choices(store).unwrap(),
        imports::mappings(store).unwrap(),
        judges::all(store).unwrap(),
        sheets::all(store).unwrap(),
        declarations::all(store).unwrap(),
        declarations::finished_at(store).unwrap(),
        notes::all(store).unwrap(),
        predecessors::all(store).unwrap(),
    )
}

/// Does something as one operation with its line in the journal.
fn operate(
    store: &mut Store,
    lasting: bool,
    work: impl FnOnce(&Write<'_>) -> Result<(), StoreError>,
) {
    let done = store.transact(|write| {
        work(write)?;
        let line = journal::append(write, &act())?;
        keep(write, line.seq, lasting)
    });
    done.unwrap();
}

fn act() -> journal::NewLine<'static> {
    journal::NewLine {
        at: 5,
        device: DeviceId([1; 32]),
        op: "test",
        subject: "",
        detail: &serde_json::Value::Null,
    }
}

fn back(store: &mut Store) -> Result<(), StoreError> {
    let step = last(store)?.unwrap();
    store.transact(|write| take_back(write, &step))
}

fn again(store: &mut Store) -> Result<(), StoreError> {
    let step = next(store)?.unwrap();
    store.transact(|write| do_again(write, &step))
}

fn sheet(marks: &[(&str, u8)]) -> Sheet {
    Sheet {
        stage: "penilaian".parse().unwrap(),
        entry: "OPD-001".parse().unwrap(),
        state: SheetState::Draft,
        marks: marks
            .iter()
            .map(|(criterion, value)| {
                let mark = Mark {
                    value: value.to_string().parse().unwrap(),
                    remark: String::new(),
                };
                (criterion.parse().unwrap(), mark)
            })
            .collect(),
        remark: "\"ü\n".into(),
    }
}

fn declared(kind: ConflictKind) -> Declaration {
    Declaration {
        entry: "OPD-001".parse().unwrap(),
        stage: None,
        kind,
        ground: ConflictGround::Other,
        text: "pembina".into(),
    }
}

/// Imports `count` new entries and writes OPD-001 anew.
fn import(write: &Write<'_>, count: usize, title: &str) -> Result<(), StoreError> {
    let id = imports::add(
        write,
        &imports::Import {
            file: "daftar.xlsx".into(),
            file_hash: Hash([2; 32]),
            sheet: "Sheet1".into(),
            mapping: String::new(),
            counts: imports::Counts::default(),
            at: 3,
        },
    )?;
    let new = (0..count).map(|number| entries::New {
        category: "KEC".parse().unwrap(),
        registration: entry("X-001").registration,
        keys: keys(&EntryCode::new(&format!("X-{number}")).unwrap()),
    });
    entries::add(write, new, Some(id), |_| Ok::<_, StoreError>(()))?;
    if let Some(mut changed) = entries::get(write, &"OPD-001".parse().unwrap())? {
        changed.registration.title = title.into();
        entries::update(write, &changed, &keys(&changed.code), Some(id))?;
    }
    imports::put_mapping(write, "shape", title, 3)?;
    imports::put_choice(
        write,
        "row",
        &imports::Choice::Merge("OPD-001".parse().unwrap()),
        3,
    )
}

/// One of the operations that can be taken back.
fn any_operation(write: &Write<'_>, kind: u8, value: u8) -> Result<(), StoreError> {
    let one = sheet(&[]);
    match kind {
        0 => import(write, usize::from(value), &format!("Judul {value}")),
        1 => {
            declarations::put(write, &declared(ConflictKind::Potential), 4)?;
            sheets::put(write, &sheet(&[("kebaruan", value), ("dampak", 1)]), 9)
        }
        2 => {
            sheets::remove(write, &one.stage, &one.entry)?;
            declarations::put(write, &declared(ConflictKind::Actual), i64::from(value))
        }
        3 => {
            let mut known = judge("J1");
            known.name = format!("Juri {value}");
            judges::update(write, &known)
        }
        4 => judges::add(write, &judge(&format!("J{}", value + 2)), None).or(Ok(())),
        5 => entries::remove(write, &format!("KEC-{value:03}").parse().unwrap()).or(Ok(())),
        6 => declarations::finish(write, i64::from(value)),
        7 => declarations::remove(write, &one.entry, None).map(|_| ()),
        8 if value == 5 => predecessors::remove(write, &one.entry).map(|_| ()),
        8 if value == 4 => {
            let known = predecessors::KeptPredecessor {
                entry: one.entry,
                content: "{}".into(),
                confirmed_at: 1,
            };
            predecessors::put(write, &known)
        }
        8 if value == 0 => notes::remove(write, &one.stage, &one.entry).map(|_| ()),
        8 => {
            let note = notes::Note {
                stage: one.stage,
                entry: one.entry,
                text: format!("tanya dampaknya {value}"),
                hand_over: value > 2,
            };
            notes::put(write, &note)
        }
        _ => imports::put_choice(write, "row", &imports::Choice::Keep, i64::from(value)),
    }
}

proptest! {
    #[test]
    fn whatever_was_done_is_taken_back_step_by_step_and_done_again(
        operations in proptest::collection::vec((0..10_u8, 0..6_u8), 1..8)
    ) {
        let (_folder, path, mut store) = furnished();
        let mut states = vec![everything(&store)];
        for (kind, value) in &operations {
            operate(&mut store, false, |write| any_operation(write, *kind, *value));
            states.push(everything(&store));
        }
        for expected in states.iter().rev().skip(1) {
            back(&mut store).unwrap();
            prop_assert_eq!(&everything(&store), expected);
        }
        prop_assert_eq!(last(&store).unwrap(), None);
        // A restart forgets nothing.
        drop(store);
        let mut store = Store::open(&path).unwrap();
        for expected in states.iter().skip(1) {
            again(&mut store).unwrap();
            prop_assert_eq!(&everything(&store), expected);
        }
        prop_assert_eq!(next(&store).unwrap(), None);
        prop_assert_eq!(crate::check::check(&store).unwrap(), vec![]);
    }
}

#[test]
fn a_new_operation_forgets_what_could_have_been_done_again() {
    let (_folder, _, mut store) = furnished();
    operate(&mut store, false, |write| import(write, 3, "Judul"));
    back(&mut store).unwrap();
    let removed = |store: &Store| {
        let count = store.row("SELECT count(*) FROM removed_entry", [], |row| {
            row.get::<_, u32>(0)
        });
        count.unwrap()
    };
    assert_eq!(removed(&store), Some(3));
    operate(&mut store, false, |write| {
        declarations::put(write, &declared(ConflictKind::Actual), 1)
    });
    assert_eq!((removed(&store), next(&store).unwrap()), (Some(0), None));
}

#[test]
fn codes_of_an_import_that_was_taken_back_are_not_given_again() {
    let (_folder, _, mut store) = furnished();
    operate(&mut store, false, |write| import(write, 2, "Judul"));
    back(&mut store).unwrap();
    operate(&mut store, false, |write| import(write, 1, "Judul"));
    let codes = entries::all(&store)
        .unwrap()
        .into_iter()
        .map(|entry| entry.code.to_string());
    assert_eq!(codes.collect::<Vec<_>>(), ["KEC-003", "OPD-001"]);
}

#[test]
fn what_lasts_is_not_taken_back_and_neither_is_what_came_before_it() {
    let (_folder, _, mut store) = furnished();
    operate(&mut store, false, |write| {
        sheets::put(write, &sheet(&[("dampak", 1)]), 1)
    });
    operate(&mut store, true, |write| {
        sheets::put(write, &sheet(&[("dampak", 2)]), 2)
    });
    assert_eq!(last(&store).unwrap().unwrap().state, State::Lasting);
    assert!(matches!(back(&mut store), Err(StoreError::Forbidden(_))));
    operate(&mut store, false, |write| {
        sheets::put(write, &sheet(&[("dampak", 3)]), 3)
    });
    back(&mut store).unwrap();
    assert_eq!(last(&store).unwrap().unwrap().state, State::Lasting);
    assert_eq!(
        sheets::all(&store).unwrap()[0].sheet,
        sheet(&[("dampak", 2)])
    );
}

#[test]
fn a_row_that_was_changed_since_refuses_to_be_taken_back() {
    let (_folder, _, mut store) = furnished();
    operate(&mut store, false, |write| {
        sheets::put(write, &sheet(&[("dampak", 1)]), 1)
    });
    let changed = store.transact(|write| sheets::put(write, &sheet(&[("dampak", 5)]), 2));
    changed.unwrap();
    let before = everything(&store);
    let refused = back(&mut store);
    assert!(matches!(
        refused,
        Err(StoreError::ChangedSince { noun: "sheet", .. })
    ));
    assert_eq!(everything(&store), before);
}

#[test]
fn what_goes_on_in_one_field_is_one_step_with_one_line_of_what_was_saved_last() {
    let (_folder, path, mut store) = furnished();
    operate(&mut store, false, |write| {
        sheets::put(write, &sheet(&[("dampak", 1)]), 1)
    });
    let before = everything(&store);
    let mut saved = |at: i64, field: &str, marks: &[(&str, u8)]| {
        let done = store.transact(|write| {
            sheets::put(write, &sheet(marks), at)?;
            let act = journal::NewLine { at, ..act() };
            go_on(write, field, "", &act)
        });
        done.unwrap();
        journal::head(&store).unwrap().0
    };
    assert_eq!(saved(2, "a", &[("dampak", 2)]), 1);
    assert_eq!(saved(3, "a", &[("dampak", 3), ("kebaruan", 3)]), 1);
    assert_eq!(saved(4, "a", &[("dampak", 4)]), 1);
    assert_eq!(
        saved(5, "b", &[("dampak", 5)]),
        2,
        "another field closes it"
    );
    // The program was killed: what was saved is there.
    drop(store);
    let mut store = Store::open(&path).unwrap();
    assert_eq!(
        sheets::all(&store).unwrap()[0].sheet,
        sheet(&[("dampak", 5)])
    );
    store.transact(close).unwrap();
    assert_eq!(open(&store).unwrap(), None);
    let lines = journal::page(&store, &journal::Filter::default(), None, 9).unwrap();
    let times: Vec<i64> = lines.iter().map(|line| line.at).collect();
    assert_eq!(times, [5, 4, 5], "newest first, each as it was saved last");
    back(&mut store).unwrap();
    assert_eq!(
        sheets::all(&store).unwrap()[0].sheet,
        sheet(&[("dampak", 4)])
    );
    back(&mut store).unwrap();
    assert_eq!(everything(&store), before);
    assert_eq!(crate::check::check(&store).unwrap(), vec![]);
}
