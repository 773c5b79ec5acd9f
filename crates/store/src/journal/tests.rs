use super::*;
use crate::test_support::{BIRTH, store};
use crate::{Store, StoreError};
use serde_json::json;

fn write_lines(store: &mut Store, ops: &[&str]) {
    for (at, op) in (100..).zip(ops) {
        let detail = json!({"before": null, "after": {"judul": "Sehat Bersama"}});
        let act = NewLine {
            at,
            device: DeviceId([5; 32]),
            op,
            subject: "OPD-001",
            detail: &detail,
        };
        store.transact(|write| append(write, &act)).unwrap();
    }
}

/// Changes the journal as somebody could with another program.
#[track_caller]
fn check_tampering(sql: &str, expected: &[Break]) {
    let (_folder, _, mut store) = store();
    write_lines(&mut store, &["new", "import", "merge", "decide"]);
    assert_eq!(verify(&store).unwrap(), []);
    let without_guards = "DROP TRIGGER journal_is_not_changed; DROP TRIGGER journal_is_not_erased;";
    store
        .connection
        .execute_batch(&format!("{without_guards} {sql}"))
        .unwrap();
    assert_eq!(verify(&store).unwrap(), expected);
}

#[test]
fn a_changed_line_a_missing_line_and_a_false_hash_are_found() {
    check_tampering(
        "UPDATE journal SET detail = '{}' WHERE seq = 2",
        &[Break::Changed(2)],
    );
    check_tampering("DELETE FROM journal WHERE seq = 2", &[Break::Missing(3)]);
    check_tampering(
        "UPDATE journal SET previous = zeroblob(32) WHERE seq = 1",
        &[Break::Previous(1), Break::Changed(1)],
    );
    check_tampering(
        "UPDATE journal SET hash = zeroblob(32) WHERE seq = 3",
        &[Break::Changed(3), Break::Previous(4)],
    );
}

#[test]
fn the_journal_can_only_grow() {
    let (_folder, _, mut store) = store();
    write_lines(&mut store, &["new"]);
    for sql in ["DELETE FROM journal", "UPDATE journal SET op = 'x'"] {
        let refused = store.transact(|write| write.change(sql, []));
        assert!(matches!(refused, Err(StoreError::Forbidden(_))), "{sql}");
    }
}

#[test]
fn the_first_line_continues_the_competition_and_its_hash_is_that_of_the_documented_bytes() {
    let (_folder, _, mut store) = store();
    write_lines(&mut store, &["new"]);
    let line = page(&store, &Filter::default(), None, 1).unwrap().remove(0);
    let mut bytes = BIRTH.id.0.to_vec();
    bytes.extend(1_u64.to_be_bytes());
    bytes.extend(100_i64.to_be_bytes());
    bytes.extend([5; 32]);
    for text in [
        "new",
        "OPD-001",
        r#"{"after":{"judul":"Sehat Bersama"},"before":null}"#,
    ] {
        bytes.extend(u32::try_from(text.len()).unwrap().to_be_bytes());
        bytes.extend(text.as_bytes());
    }
    assert_eq!(line.hash, crate::hash_of(&bytes));
    assert_eq!(head(&store).unwrap(), (1, line.hash));
}

#[track_caller]
fn check_page(filter: &Filter, before: Option<u32>, limit: u32, expected: &[u32]) {
    let (_folder, _, mut store) = store();
    write_lines(&mut store, &["new", "import", "merge", "import", "decide"]);
    let lines = page(&store, filter, before, limit).unwrap();
    let found: Vec<u32> = lines.iter().map(|line| line.seq).collect();
    assert_eq!(found, expected);
}

#[test]
fn pages_come_newest_first_and_are_filtered() {
    let all = Filter::default();
    check_page(&all, None, 2, &[5, 4]);
    check_page(&all, Some(4), 2, &[3, 2]);
    let of = |op: &str| Filter {
        op: Some(op.into()),
        ..Filter::default()
    };
    check_page(&of("import"), None, 9, &[4, 2]);
    let with = |text: &str| Filter {
        text: Some(text.into()),
        ..Filter::default()
    };
    check_page(&with("sehat BERSAMA"), None, 9, &[5, 4, 3, 2, 1]);
    check_page(&with("100%"), None, 9, &[]);
    let between = Filter {
        from: Some(101),
        until: Some(103),
        ..Filter::default()
    };
    check_page(&between, None, 9, &[3, 2]);
}
