use super::{redo, undoable};
use crate::api::common::Nothing;
use crate::api::decisions::{Act, NewDecision};
use crate::api::desk::{ClearMark, HandOverAsked, Recuse, SetRemark, SheetAsked};
use crate::api::documents::ExportAsked;
use crate::api::entries::EntriesAsked;
use crate::api::undo::{OpKind, UndoAnswer, Undone};
use crate::test_support::Machine;
use crate::{Error, Session};
use std::path::{Path, PathBuf};

fn code<T: std::fmt::Debug>(outcome: Result<T, Error>) -> String {
    outcome.unwrap_err().code
}

/// Takes the last operation back; nothing else is offered.
fn undo(session: &Session, _: Nothing) -> Result<Undone, Error> {
    match super::undo(session, Nothing {})? {
        UndoAnswer::Undone(undone) => Ok(undone),
        offered => panic!("{offered:?}"),
    }
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
    crate::desk::mark(desk, &file, false).unwrap();
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
        ["kebaruan 2", "kelayakan 1", "relevansi 3"],
        "an empty cell says nothing"
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
        "3"
    );
    assert_eq!(marks(&desk), ["kebaruan 2", "kelayakan 1", "relevansi 3"]);
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
fn a_sheet_whose_only_mark_is_cleared_leaves_the_entry_untouched() {
    let machine = Machine::new(63);
    let chair = machine.competition();
    let desk = machine.desk(&chair, "J1");
    mark(&machine, &desk, &["kebaruan,2"]);
    let cleared = ClearMark {
        stage: "penilaian".into(),
        entry: "KEC-001".into(),
        criterion: "kebaruan".into(),
    };
    crate::desk::clear_mark(&desk, cleared).unwrap();
    let sheets = desk.with(|store| Ok(store::sheets::all(store)?)).unwrap();
    assert_eq!(sheets, []);
    undo(&desk, Nothing {}).unwrap();
    assert_eq!(marks(&desk), ["kebaruan 2"]);
}

#[test]
fn documents_are_passed_over_and_what_a_packet_carries_stays() {
    let machine = Machine::new(64);
    let chair = machine.competition();
    let export = || {
        let asked = ExportAsked {
            entries: Some(machine.path("daftar.xlsx")),
            ..Default::default()
        };
        crate::documents::export(&chair, asked).unwrap();
    };
    export();
    assert_eq!(
        undo(&chair, Nothing {}).unwrap().operation.op,
        OpKind::Import,
        "past the document"
    );
    export();
    redo(&chair, Nothing {}).unwrap();
    machine.desk(&chair, "J1");
    let refused = undo(&chair, Nothing {}).unwrap_err();
    assert_eq!(refused.code, "undo-carried", "the packet of J1 is out");
    assert_eq!(refused.params["judge"], "J1");
    assert_eq!(undoable(&chair, Nothing {}).unwrap().undo, None);
    let judge = crate::api::panel::NewJudge {
        code: "J2".into(),
        name: "Juri J2".into(),
        ..Default::default()
    };
    crate::panel::add(&chair, judge).unwrap();
    assert_eq!(undo(&chair, Nothing {}).unwrap().operation.subject, "J2");
    assert_eq!(code(undo(&chair, Nothing {})), "undo-carried");
}

#[test]
fn what_was_handed_over_or_came_in_is_not_taken_back_and_the_refusal_says_why() {
    let machine = Machine::new(65);
    let chair = machine.competition();
    let desk = machine.desk(&chair, "J1");
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
            out: out.clone(),
            why: Some("belum selesai".into()),
            ..Default::default()
        },
    )
    .unwrap();
    let refused = undo(&desk, Nothing {}).unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.params["subject"].as_str()),
        ("undo-went-out", "J1 1")
    );
    assert_eq!(marks(&desk), ["kebaruan 2"]);
    let files = crate::api::handover::Files { files: vec![out] };
    crate::handover::merge(&chair, files).unwrap();
    assert_eq!(code(undo(&chair, Nothing {})), "undo-came-in");
}

#[test]
fn a_signed_decision_offers_the_one_that_cancels_it() {
    let machine = Machine::new(66);
    let chair = machine.competition();
    let decide = |act| {
        let reason = "ditarik dinasnya".into();
        crate::decisions::decide(&chair, NewDecision { act, reason }).unwrap()
    };
    let withdrawn = decide(Act::Withdraw {
        entry: "KEC-001".into(),
    });
    assert_eq!(undoable(&chair, Nothing {}).unwrap().undo, None);
    let UndoAnswer::Offered(offered) = super::undo(&chair, Nothing {}).unwrap() else {
        panic!("it was taken back");
    };
    let hash = withdrawn.rows[0].hash.clone();
    assert_eq!(
        (&offered.offers.decision, offered.offers.number),
        (&hash, 1)
    );
    let cancelled = decide(Act::Undo { decision: hash });
    assert!(!cancelled.rows[1].holds);
    assert_eq!(code(undo(&chair, Nothing {})), "undo-cancels");
}

/// Saves the remark on KEC-001 as it stands while it is typed.
fn types(desk: &Session, remark: &str) {
    let asked = SetRemark {
        stage: "penilaian".into(),
        entry: "KEC-001".into(),
        remark: remark.into(),
        typing: true,
    };
    crate::desk::set_remark(desk, asked).unwrap();
}

fn remark(desk: &Session) -> String {
    let asked = SheetAsked {
        stage: "penilaian".into(),
        entry: "KEC-001".into(),
    };
    crate::desk::sheet(desk, asked).unwrap().remark
}

fn lines(desk: &Session) -> usize {
    let page = crate::audit::journal(desk, Default::default()).unwrap();
    page.rows.len()
}

#[test]
fn a_text_that_is_saved_ten_times_while_it_is_typed_is_one_step_and_one_line() {
    let machine = Machine::new(67);
    let chair = machine.competition();
    let desk = machine.desk(&chair, "J1");
    mark(&machine, &desk, &["kebaruan,2"]);
    let before = lines(&desk);
    for typed in 1..=10 {
        types(&desk, &"layak ditiru"[..typed]);
        assert_eq!(remark(&desk), "layak ditiru"[..typed].trim(), "saved");
        assert_eq!(lines(&desk), before, "it goes on");
    }
    let now = crate::desk::leave_field(&desk, Nothing {}).unwrap();
    assert_eq!(lines(&desk), before + 1);
    let shown = now.undo.unwrap();
    assert_eq!(
        (shown.op, shown.subject.as_str()),
        (OpKind::SetRemark, "KEC-001")
    );
    assert_eq!(
        (
            shown.params["before"].as_str(),
            shown.params["after"].as_str()
        ),
        ("", "layak diti")
    );
    undo(&desk, Nothing {}).unwrap();
    assert_eq!(remark(&desk), "");
    assert_eq!(marks(&desk), ["kebaruan 2"]);
    redo(&desk, Nothing {}).unwrap();
    assert_eq!(remark(&desk), "layak diti");
}

#[test]
fn a_text_that_was_being_typed_when_the_program_was_killed_is_there_and_is_one_step() {
    let machine = Machine::new(68);
    let chair = machine.competition();
    let desk = machine.desk(&chair, "J1");
    let before = lines(&desk);
    types(&desk, "layak");
    types(&desk, "layak ditiru");
    desk.close();
    desk.open(Path::new(&machine.path("J1.timbang"))).unwrap();
    assert_eq!(remark(&desk), "layak ditiru");
    assert_eq!(lines(&desk), before + 1);
    types(&desk, "layak ditiru di semua desa");
    let page = crate::audit::journal(&desk, Default::default()).unwrap();
    assert_eq!(page.rows.len(), before + 1, "another operation goes on");
    undo(&desk, Nothing {}).unwrap();
    assert_eq!(remark(&desk), "layak ditiru");
    undo(&desk, Nothing {}).unwrap();
    assert_eq!(remark(&desk), "");
}

#[test]
fn another_operation_closes_the_text_and_undo_takes_them_back_one_by_one() {
    let machine = Machine::new(69);
    let chair = machine.competition();
    let desk = machine.desk(&chair, "J1");
    types(&desk, "layak");
    assert_eq!(
        undoable(&desk, Nothing {})
            .unwrap()
            .undo
            .map(|shown| shown.op),
        Some(OpKind::SetRemark),
        "it can be taken back while it goes on"
    );
    mark(&machine, &desk, &["kebaruan,2"]);
    types(&desk, "layak sekali");
    undo(&desk, Nothing {}).unwrap();
    assert_eq!((remark(&desk).as_str(), marks(&desk).len()), ("layak", 1));
    undo(&desk, Nothing {}).unwrap();
    assert_eq!((remark(&desk).as_str(), marks(&desk).len()), ("layak", 0));
    undo(&desk, Nothing {}).unwrap();
    assert_eq!(remark(&desk), "");
    for _ in 0..3 {
        redo(&desk, Nothing {}).unwrap();
    }
    assert_eq!(remark(&desk), "layak sekali");
}

#[test]
fn a_text_typed_and_taken_out_again_leaves_neither_a_step_nor_a_line() {
    let machine = Machine::new(70);
    let chair = machine.competition();
    let desk = machine.desk(&chair, "J1");
    let sheets = || desk.with(|store| Ok(store::sheets::all(store)?)).unwrap();
    mark(&machine, &desk, &["kebaruan,2"]);
    let (lines_before, sheets_before) = (lines(&desk), sheets());
    machine
        .now
        .fetch_add(5, std::sync::atomic::Ordering::Relaxed);
    types(&desk, "layak");
    types(&desk, "");
    crate::desk::leave_field(&desk, Nothing {}).unwrap();
    assert_eq!(lines(&desk), lines_before);
    assert_eq!(sheets(), sheets_before, "not even the time of the change");
    undo(&desk, Nothing {}).unwrap();
    assert_eq!(marks(&desk), Vec::<String>::new());
}
