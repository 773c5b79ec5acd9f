use super::*;
use crate::hand_overs::{self, Archived};
use crate::test_support::furnished;
use crate::{attachments, decisions, hash_of, rules};
use judging::{DeviceId, Hash};

/// Does to a sound file what a fault or a stranger could, and compares what is found.
#[track_caller]
fn check_found(sql: &str, expected: &[&str]) {
    let (_folder, _, mut store) = furnished();
    store
        .transact(|write| {
            rules::set(write, "name = \"x\"", 1)?;
            attachments::keep(write, b"photo")?;
            decisions::add(write, 1, Hash([5; 32]), b"decision")?;
            let one = Archived {
                hash: hash_of(b"one"),
                judge: "J1".parse().unwrap(),
                device: DeviceId([4; 32]),
                number: 1,
                previous: None,
                rules: Hash([2; 32]),
                made_at: 10,
                received_at: 20,
                file_name: "J1.nilai".into(),
                on_behalf: None,
            };
            hand_overs::add(write, &one, b"one")
        })
        .unwrap();
    assert_eq!(check(&store).unwrap(), []);
    let sql = format!("PRAGMA foreign_keys = OFF; {sql}");
    store.connection.execute_batch(&sql).unwrap();
    let found: Vec<String> = check(&store).unwrap().iter().map(Flaw::to_string).collect();
    assert_eq!(found, expected);
}

#[test]
fn bytes_that_are_not_those_of_their_hash_are_named() {
    check_found(
        "UPDATE rules SET text = 'name = \"y\"'",
        &["the bytes of rules 1 are not those that its hash names"],
    );
    check_found(
        "UPDATE decision SET bytes = x'00'",
        &["the bytes of decision 1 are not those that its hash names"],
    );
    let photo = hash_of(b"photo");
    check_found(
        "UPDATE attachment SET bytes = x''",
        &[&format!(
            "the bytes of attachment {photo} are not those that its hash names"
        )],
    );
}

#[test]
fn missing_bytes_and_broken_references_are_named() {
    let one = hash_of(b"one");
    check_found(
        "DELETE FROM hand_over_bytes",
        &[&format!("the bytes of hand-over {one} are missing")],
    );
    check_found(
        "DELETE FROM judge",
        &["a row of “hand_over” refers to a row of “judge” that is not there"],
    );
}

#[test]
fn a_row_that_breaks_the_schema_is_named() {
    check_found(
        "PRAGMA ignore_check_constraints = ON; UPDATE competition SET role = 'nobody';
         PRAGMA ignore_check_constraints = OFF",
        &[
            "database: CHECK constraint failed in competition",
            "database: Conversion error from type Text at index: 1, “nobody” is none of chair, judge",
        ],
    );
}
