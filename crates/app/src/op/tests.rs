use super::{redo, undo, undoable};
use crate::api::common::Nothing;
use crate::api::decisions::{Act, NewDecision};
use crate::api::desk::{HandOverAsked, Recuse};
use crate::api::entries::EntriesAsked;
use crate::api::undo::OpKind;
use crate::test_support::Machine;
use crate::{Error, Session};
use std::path::{Path, PathBuf};

fn code<T: std::fmt::Debug>(outcome: Result<T, Error>) -> String {
    outcome.unwrap_err().code
}

fn entries(session: &Session) -> Vec<String> {
    let page = crate::entries::list(session, EntriesAsked::default()).unwrap();
    page.rows.into_iter().map(|row| row.entry).collect()
}

/// The newest line of the journal: its operation and what it was about.
fn last_line(session: &Session) -> (String, String) {
    let page = crate::audit::journal(session, Default::default()).unwrap();
    let line = page.rows.into_iter().next().unwrap();
    (line.op.to_string(), line.subject)
}

/// Takes marks for one entry from a table: `criterion,mark` a line.
fn mark(machine: &Machine, desk: &Session, rows: &[&str]) {
    let mut table = String::from("stage,entry,criterion,mark\n");
    for row in rows {
        table.push_str(&format!("penilaian,KEC-001,{row}\n"));
    }
    let file = PathBuf::from(machine.path("nilai.csv"));
    std::fs::write(&file, table).unwrap();
    crate::desk::mark(desk, &file).unwrap();
}

/// The marks of KEC-001, in the order of their criteria's codes.
fn marks(desk: &Session) -> Vec<String> {
    let sheets = desk.with(|store| Ok(store::sheets::all(store)?)).unwrap();
    let marks = sheets.iter().flat_map(|dated| &dated.sheet.marks);
    marks
        .map(|(criterion, mark)| format!("{criterion} {}", mark.value))
        .collect()
}

#[test]
fn an_import_is_taken_back_and_done_again_also_after_a_restart() {
    let machine = Machine::new(61);
    let chair = machine.competition();
    let imported = entries(&chair);
    assert_eq!(imported.len(), 105);
    let undone = undo(&chair, Nothing {}).unwrap();
    assert_eq!(undone.operation.op, OpKind::Import);
    assert_eq!(undone.operation.params["taken"], "105");
    assert_eq!(entries(&chair), Vec::<String>::new());
    assert_eq!(
        last_line(&chair),
        ("undo".into(), "metro-2027-penjaringan.xlsx".into())
    );
    assert_eq!(code(undo(&chair, Nothing {})), "undo-beginning");
    chair.close();

    chair
        .open(Path::new(&machine.path("lomba.timbang")))
        .unwrap();
    let redone = redo(&chair, Nothing {}).unwrap();
    assert_eq!(redone.now.undo.map(|next| next.op), Some(OpKind::Import));
    assert_eq!(entries(&chair), imported);
    assert_eq!(code(redo(&chair, Nothing {})), "nothing-to-redo");
}

#[test]
fn marks_and_standing_aside_are_taken_back_step_by_step() {
    let machine = Machine::new(62);
    let chair = machine.competition();
    let desk = machine.desk(&chair, "J1");
    mark(&machine, &desk, &["kebaruan,2", "relevansi,3"]);
    mark(&machine, &desk, &["kebaruan,", "kelayakan,1"]);
    assert_eq!(
        marks(&desk),
        ["kelayakan 1", "relevansi 3"],
        "an empty mark clears"
    );
    let aside = Recuse {
        stage: "penilaian".into(),
        entry: "KEC-001".into(),
        reason: "unit kerja saya".into(),
    };
    crate::desk::recuse(&desk, aside).unwrap();
    assert_eq!(marks(&desk), Vec::<String>::new());
    assert_eq!(
        undo(&desk, Nothing {}).unwrap().operation.params["marks_taken_back"],
        "2"
    );
    assert_eq!(marks(&desk), ["kelayakan 1", "relevansi 3"]);
    undo(&desk, Nothing {}).unwrap();
    assert_eq!(marks(&desk), ["kebaruan 2", "relevansi 3"]);
    let now = undo(&desk, Nothing {}).unwrap().now;
    assert_eq!(marks(&desk), Vec::<String>::new());
    assert_eq!(
        (now.undo, now.redo.map(|next| next.op)),
        (None, Some(OpKind::Mark))
    );
    redo(&desk, Nothing {}).unwrap();
    mark(&machine, &desk, &["kolaborasi,1"]);
    assert_eq!(
        undoable(&desk, Nothing {}).unwrap().redo,
        None,
        "something new was done"
    );
}

#[test]
fn a_table_that_clears_every_mark_of_a_sheet_leaves_the_entry_untouched() {
    let machine = Machine::new(63);
    let chair = machine.competition();
    let desk = machine.desk(&chair, "J1");
    mark(&machine, &desk, &["kebaruan,2"]);
    mark(&machine, &desk, &["kebaruan,"]);
    let sheets = desk.with(|store| Ok(store::sheets::all(store)?)).unwrap();
    assert_eq!(sheets, []);
}

#[test]
fn what_went_out_came_in_or_is_signed_is_not_taken_back_and_the_refusal_says_why() {
    let machine = Machine::new(64);
    let chair = machine.competition();
    let desk = machine.desk(&chair, "J1");
    assert_eq!(
        code(undo(&chair, Nothing {})),
        "undo-went-out",
        "a packet was made"
    );
    assert_eq!(
        code(undo(&desk, Nothing {})),
        "undo-came-in",
        "a packet was opened"
    );
    mark(&machine, &desk, &["kebaruan,2"]);
    let out = machine.path("J1.nilai");
    crate::desk::hand_over(
        &desk,
        HandOverAsked {
            out,
            why: Some("belum selesai".into()),
        },
    )
    .unwrap();
    let refused = undo(&desk, Nothing {}).unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.params["subject"].as_str()),
        ("undo-went-out", "J1 1")
    );
    assert_eq!(marks(&desk), ["kebaruan 2"]);
    let withdraw = NewDecision {
        act: Act::Withdraw {
            entry: "KEC-001".into(),
        },
        reason: "ditarik dinasnya".into(),
    };
    crate::decisions::decide(&chair, withdraw).unwrap();
    assert_eq!(code(undo(&chair, Nothing {})), "undo-decided");
    assert_eq!(undoable(&chair, Nothing {}).unwrap().undo, None);
}
