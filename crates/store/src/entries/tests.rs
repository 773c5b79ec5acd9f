use super::*;
use crate::test_support::{entry, furnished, keys, store};
use crate::{Store, StoreError, Write};
use judging::EntryCode;
use judging::entry::{Entry, Field, Registration, Source};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn code(text: &str) -> EntryCode {
    text.parse().unwrap()
}

#[test]
fn an_entry_reads_back_as_it_was_written() {
    let (_folder, path, store) = furnished();
    drop(store);
    let store = Store::open(&path).unwrap();
    assert_eq!(all(&store).unwrap(), [entry("OPD-001")]);
    assert_eq!(
        get(&store, &code("OPD-001")).unwrap(),
        Some(entry("OPD-001"))
    );
    assert_eq!(get(&store, &code("OPD-002")).unwrap(), None);
}

/// Adds so many entries of one category and returns the codes that they were given.
fn add_some(write: &Write<'_>, category: &str, count: usize) -> Vec<EntryCode> {
    let before: BTreeSet<EntryCode> = codes(write);
    let new = (0..count).map(|number| New {
        category: category.parse().unwrap(),
        registration: entry("X-001").registration,
        keys: keys(&code(&format!("{category}-{number}"))),
    });
    add(write, new, None, |_| Ok::<_, StoreError>(())).unwrap();
    codes(write).difference(&before).cloned().collect()
}

fn codes(write: &Write<'_>) -> BTreeSet<EntryCode> {
    super::keys(write)
        .unwrap()
        .into_iter()
        .map(|known| known.code)
        .collect()
}

#[test]
fn a_code_is_never_given_again() {
    let (_folder, _, mut store) = store();
    let drawn = store.transact(|write| {
        let mut drawn = Vec::new();
        for _ in 0..2 {
            let given = add_some(write, "OPD", 1);
            remove(write, &given[0])?;
            drawn.extend(given);
        }
        reserve_code(write, &"KEC".parse().unwrap(), &code("KEC-099"))?;
        drawn.extend(add_some(write, "KEC", 1));
        Ok::<_, StoreError>(drawn)
    });
    assert_eq!(
        drawn.unwrap(),
        [code("OPD-001"), code("OPD-002"), code("KEC-100")]
    );
}

#[test]
fn many_entries_are_numbered_in_order_by_category_and_found_by_their_keys() {
    let (_folder, path, mut store) = store();
    let new = (1..1_235).map(|number| New {
        category: ["OPD", "KEC"][number % 2].parse().unwrap(),
        registration: Registration {
            title: format!("Judul {number}"),
            ..entry("X-001").registration
        },
        keys: keys(&code(&format!("X-{number}"))),
    });
    let mut reported = Vec::new();
    let added = store.transact(|write| {
        add(write, new, None, |done| {
            reported.push(done);
            Ok::<_, StoreError>(())
        })
    });
    added.unwrap();
    assert_eq!(reported, [0, 500, 1_000]);
    drop(store);
    let store = Store::open(&path).unwrap();
    let titles = |from: &str| {
        get(&store, &code(from))
            .unwrap()
            .unwrap()
            .registration
            .title
    };
    assert_eq!(
        [titles("KEC-001"), titles("OPD-001"), titles("OPD-617")],
        ["Judul 1", "Judul 2", "Judul 1234"]
    );
    let wanted = keys(&code("X-1234"));
    assert_eq!(same_key(&store, &wanted).unwrap(), [code("OPD-617")]);
    assert_eq!(
        get(&store, &code("KEC-001"))
            .unwrap()
            .unwrap()
            .registration
            .fields,
        entry("X-001").registration.fields
    );
}

#[test]
fn the_index_that_is_built_afterwards_is_the_one_of_the_format() {
    let text = |store: &Store| {
        let sql = "SELECT sql FROM sqlite_schema WHERE name = 'entry_by_key'";
        let text = store.row(sql, [], |row| row.get::<_, String>(0));
        text.unwrap().unwrap()
    };
    let (_folder, _, mut store) = store();
    let before = text(&store);
    let added = store.transact(|write| {
        add_some(write, "OPD", 3);
        Ok::<_, StoreError>(())
    });
    added.unwrap();
    assert_eq!(text(&store), before);
}

#[test]
fn adding_that_is_stopped_leaves_nothing_behind() {
    let (_folder, path, mut store) = store();
    let stopped = store.transact(|write| {
        let new = New {
            category: "OPD".parse().unwrap(),
            registration: entry("X-001").registration,
            keys: keys(&code("X-001")),
        };
        add(
            write,
            vec![new; 2_000].into_iter(),
            None,
            |done| match done {
                1_000 => Err(StoreError::Forbidden("no".into())),
                _ => Ok(()),
            },
        )
    });
    assert!(matches!(stopped, Err(StoreError::Forbidden(_))));
    drop(store);
    // Opening looks whether every table and index is there.
    let store = Store::open(&path).unwrap();
    assert_eq!(super::keys(&store).unwrap(), []);
}

#[test]
fn a_second_entry_of_the_same_code_is_refused_by_name() {
    let (_folder, _, mut store) = furnished();
    let again = store.transact(|write| insert(write, &entry("OPD-001"), &keys(&code("x")), None));
    assert_eq!(
        again.unwrap_err().to_string(),
        "entry “OPD-001” is already there"
    );
    let gone = store.transact(|write| update(write, &entry("OPD-002"), &keys(&code("x")), None));
    assert!(matches!(gone, Err(StoreError::Unknown { .. })));
}

#[test]
fn an_entry_is_found_by_its_keys() {
    let (_folder, _, store) = furnished();
    let wanted = keys(&code("OPD-001"));
    assert_eq!(same_key(&store, &wanted).unwrap(), [code("OPD-001")]);
    assert_eq!(same_key(&store, &keys(&code("OPD-002"))).unwrap(), []);
    assert_eq!(super::keys(&store).unwrap()[0].keys, wanted);
    assert_eq!(
        counts(&store).unwrap().into_iter().collect::<Vec<_>>(),
        [("OPD".parse().unwrap(), 1)]
    );
}

#[test]
fn entries_are_listed_by_category_and_number() {
    let (_folder, _, mut store) = store();
    let codes = ["OPD-1000", "OPD-999", "OPD-002"];
    let put = store.transact(|write| {
        codes
            .iter()
            .try_for_each(|text| insert(write, &entry(text), &keys(&code(text)), None))
    });
    put.unwrap();
    let listed = all(&store).unwrap();
    let listed: Vec<_> = listed.iter().map(|entry| entry.code.as_str()).collect();
    assert_eq!(listed, ["OPD-002", "OPD-999", "OPD-1000"]);
}

fn any_entry() -> impl Strategy<Value = Entry> {
    let fields = proptest::collection::btree_map(
        proptest::sample::select(Field::ALL),
        any::<String>(),
        0..8,
    );
    let other = proptest::collection::vec(any::<(String, String)>(), 0..4);
    let source =
        any::<(String, String, u32)>().prop_map(|(file, sheet, row)| Source { file, sheet, row });
    let registration = (".{1,40}", any::<String>(), fields, other, source);
    registration.prop_map(|(title, agency, fields, other, source)| Entry {
        code: code("OPD-001"),
        category: "OPD".parse().unwrap(),
        registration: Registration {
            title,
            agency,
            fields,
            other,
            source,
        },
    })
}

proptest! {
    #[test]
    fn any_entry_whatsoever_reads_back_as_it_was_written(
        entries in proptest::collection::vec(any_entry(), 1..40)
    ) {
        let (_folder, _, mut store) = furnished();
        let read = store.transact(|write| {
            let reread = |entry: &Entry| {
                update(write, entry, &keys(&entry.code), None)?;
                get(write, &entry.code)
            };
            entries.iter().map(reread).collect::<Result<Vec<_>, _>>()
        });
        prop_assert_eq!(read.unwrap(), entries.into_iter().map(Some).collect::<Vec<_>>());
    }
}
