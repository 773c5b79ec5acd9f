//! Test: the words that columns may hold are those of their closed sets.

use crate::competition::Role;
use crate::test_support::store;
use crate::undo::{Noun, State};
use judging::ClosedSet;
use judging::declaration::{ConflictGround, ConflictKind};
use judging::entry::RowAnswer;
use judging::sheet::SheetState;
use std::collections::BTreeMap;

fn quoted<T: ClosedSet>() -> String {
    let codes: Vec<String> = T::codes().map(|code| format!("'{code}'")).collect();
    codes.join(", ")
}

#[test]
fn a_check_names_the_words_of_the_closed_set_and_no_others() {
    let sets = BTreeMap::from([
        ("competition.role", quoted::<Role>()),
        ("declaration.kind", quoted::<ConflictKind>()),
        ("declaration.ground", quoted::<ConflictGround>()),
        ("import_choice.choice", quoted::<RowAnswer>()),
        ("sheet.state", quoted::<SheetState>()),
        ("visit.state", quoted::<SheetState>()),
        ("undo_step.state", quoted::<State>()),
        ("undo_change.noun", quoted::<Noun>()),
    ]);
    let (_folder, _path, store) = store();
    let tables = store
        .rows(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'table'",
            [],
            |row| Ok((row.get::<_, String>("name")?, row.get::<_, String>("sql")?)),
        )
        .unwrap();
    let mut checks = BTreeMap::new();
    for (table, sql) in &tables {
        let sql = sql.split_whitespace().collect::<Vec<_>>().join(" ");
        for check in sql.split("CHECK (").skip(1) {
            let Some((column, rest)) = check.split_once(" IN (") else {
                continue;
            };
            if column.chars().all(|c| c.is_alphanumeric() || c == '_') {
                let words = rest.split(')').next().unwrap_or_default().to_owned();
                checks.insert(format!("{table}.{column}"), words);
            }
        }
    }
    let expected = sets
        .into_iter()
        .map(|(name, words)| (name.to_owned(), words));
    assert_eq!(checks, expected.collect());
}
