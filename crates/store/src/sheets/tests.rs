use super::*;
use crate::recusals;
use crate::rig::{entry, furnished, keys};
use judging::sheet::Recusal;

fn sheet(entry: &str, marks: &[(&str, &str)]) -> Sheet {
    let mark = |(criterion, value): &(&str, &str)| {
        let mark = Mark {
            value: value.parse().unwrap(),
            remark: "baik".into(),
        };
        (criterion.parse().unwrap(), mark)
    };
    Sheet {
        stage: "penilaian".parse().unwrap(),
        entry: entry.parse().unwrap(),
        state: SheetState::Final,
        marks: marks.iter().map(mark).collect(),
        remark: String::new(),
    }
}

fn recusal() -> Recusal {
    Recusal {
        stage: "penilaian".parse().unwrap(),
        entry: "OPD-001".parse().unwrap(),
        reason: "pembina inovasi".into(),
    }
}

#[test]
fn a_sheet_takes_the_place_of_the_one_before_it() {
    let (_folder, _, mut store) = furnished();
    let before = sheet("OPD-001", &[("a", "7.10"), ("b", "0")]);
    let after = sheet("OPD-001", &[("b", "8.25")]);
    let second = sheet("OPD-002", &[("a", "100")]);
    store
        .transact(|write| {
            let entry = entry("OPD-002");
            crate::entries::insert(write, &entry, &keys(&entry.code), None)?;
            put(write, &before, 1)?;
            put(write, &second, 2)?;
            put(write, &after, 3)
        })
        .unwrap();
    let dated = |sheet: &Sheet, changed_at| Dated {
        sheet: sheet.clone(),
        changed_at,
    };
    assert_eq!(all(&store).unwrap(), [dated(&after, 3), dated(&second, 2)]);
    let one = get(&store, &after.stage, &after.entry).unwrap();
    assert_eq!(one, Some(dated(&after, 3)));
    let gone = store.transact(|write| remove(write, &after.stage, &after.entry));
    assert!(gone.unwrap());
    assert_eq!(all(&store).unwrap(), [dated(&second, 2)]);
}

#[test]
fn marks_and_standing_aside_exclude_each_other() {
    let (_folder, _, mut store) = furnished();
    store
        .transact(|write| recusals::put(write, &recusal(), 1))
        .unwrap();
    let marked = store.transact(|write| put(write, &sheet("OPD-001", &[]), 2));
    assert!(matches!(marked, Err(StoreError::Forbidden(_))));
    assert_eq!(recusals::all(&store).unwrap(), [recusal()]);
    store
        .transact(|write| {
            recusals::remove(write, &recusal().stage, &recusal().entry)?;
            put(write, &sheet("OPD-001", &[]), 3)
        })
        .unwrap();
    let aside = store.transact(|write| recusals::put(write, &recusal(), 4));
    assert!(matches!(aside, Err(StoreError::Forbidden(_))));
}

#[test]
fn a_sheet_for_an_unknown_entry_is_refused_by_name() {
    let (_folder, _, mut store) = furnished();
    let refused = store.transact(|write| put(write, &sheet("OPD-009", &[]), 1));
    assert_eq!(
        refused.unwrap_err().to_string(),
        "there is no entry “OPD-009”"
    );
}
