use super::*;
use crate::rig::{entry, furnished, keys, store};
use crate::{Store, StoreError};
use judging::EntryCode;
use judging::entry::{Entry, Field, Registration, Source};
use proptest::prelude::*;

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

#[test]
fn a_code_is_never_given_again() {
    let (_folder, _, mut store) = store();
    let drawn = store.transact(|write| {
        let mut drawn = Vec::new();
        for _ in 0..2 {
            let code = next_code(write, &"OPD".parse().unwrap())?;
            insert(write, &entry(code.as_str()), &keys(&code), None)?;
            remove(write, &code)?;
            drawn.push(code);
        }
        reserve_code(write, &"KEC".parse().unwrap(), &code("KEC-099"))?;
        drawn.push(next_code(write, &"KEC".parse().unwrap())?);
        Ok::<_, StoreError>(drawn)
    });
    assert_eq!(
        drawn.unwrap(),
        [code("OPD-001"), code("OPD-002"), code("KEC-100")]
    );
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
            .try_for_each(|one| insert(write, &entry(one), &keys(&code(one)), None))
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
    #![proptest_config(ProptestConfig::with_cases(16))]

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
