use crate::Session;
use crate::api::common::Nothing;
use crate::api::handover::Files;
use crate::api::plenary::{PlenaryDesk, PlenaryPress, PlenaryShown, PlenaryStep};
use crate::test_support::Machine;
use std::sync::Arc;

/// A chair with one judge's marks for the eight entries of KEC: the first gets most, two share the third place.
fn chair(machine: &Arc<Machine>) -> Session {
    let chair = machine.competition();
    let desk = machine.desk(&chair, "J1");
    let file = machine.hand_over_each(&desk, &[3, 3, 2, 2, 2, 1, 1, 1], "1.nilai");
    crate::handover::merge(&chair, Files { files: vec![file] }).unwrap();
    chair
}

fn shown() -> PlenaryShown {
    PlenaryShown {
        stage: None,
        category: "KEC".into(),
        scores: true,
        blind: false,
        black: false,
        pair: None,
    }
}

fn show(chair: &Session, asked: PlenaryShown) -> PlenaryDesk {
    super::show(chair, asked).unwrap()
}

/// What crosses to the second window, as it crosses.
fn seen(chair: &Session) -> String {
    serde_json::to_string(&super::page(chair, Nothing {}).unwrap()).unwrap()
}

fn press(chair: &Session, press: PlenaryPress) -> String {
    serde_json::to_string(&super::step(chair, PlenaryStep { press }).unwrap()).unwrap()
}

/// Code, title and agency of every entry of the category.
fn known(chair: &Session) -> Vec<[String; 3]> {
    let asked = crate::api::standings::StandingsAsked {
        category: Some("KEC".into()),
        ..Default::default()
    };
    let rows = crate::standings::standings(chair, asked).unwrap().rows;
    let known = rows
        .into_iter()
        .map(|row| [row.entry, row.title, row.agency]);
    known.collect()
}

/// The entries of which code or title is in a text. Agencies may have several.
fn named(chair: &Session, text: &str) -> Vec<String> {
    let entries = known(chair).into_iter();
    entries
        .filter(|[entry, title, _]| {
            [entry, title]
                .iter()
                .any(|name| text.contains(&format!("\"{name}\"")))
        })
        .map(|[entry, ..]| entry)
        .collect()
}

#[test]
fn what_is_not_revealed_is_not_in_the_answer() {
    let machine = Machine::new(71);
    let chair = chair(&machine);
    assert_eq!(seen(&chair), r#"{"black":false,"standing":null}"#);
    let desk = show(&chair, shown());
    assert_eq!((desk.places, desk.revealed), (3, 0));
    assert_eq!(named(&chair, &seen(&chair)), Vec::<String>::new());
    let last = press(&chair, PlenaryPress::Next);
    assert_eq!(named(&chair, &last), ["KEC-006", "KEC-007", "KEC-008"]);
    press(&chair, PlenaryPress::Next);
    assert_eq!(named(&chair, &seen(&chair)).len(), 6);
    let back = press(&chair, PlenaryPress::Back);
    assert_eq!(back, last, "what was hidden again is gone");
    for _ in 0..5 {
        press(&chair, PlenaryPress::Next);
    }
    assert_eq!(named(&chair, &seen(&chair)).len(), 8);
    assert_eq!(super::desk(&chair, Nothing {}).unwrap().next, []);
}

#[test]
fn a_black_screen_holds_nothing_and_the_next_press_only_brings_the_picture_back() {
    let machine = Machine::new(72);
    let chair = chair(&machine);
    show(&chair, shown());
    let before = press(&chair, PlenaryPress::Next);
    let black = press(&chair, PlenaryPress::Black);
    assert_eq!(black, r#"{"black":true,"standing":null}"#);
    assert_eq!(press(&chair, PlenaryPress::Next), before);
}

#[test]
fn hidden_scores_and_the_names_of_blind_entries_are_not_there() {
    let machine = Machine::new(73);
    let chair = chair(&machine);
    show(&chair, shown());
    let open = press(&chair, PlenaryPress::Next);
    let [_, title, agency] = known(&chair).pop().unwrap();
    let score = r#""score":"21.00""#;
    assert!(open.contains(&title) && open.contains(&agency), "{open}");
    assert!(open.contains(score), "{open}");
    let closed = PlenaryShown {
        scores: false,
        blind: true,
        ..shown()
    };
    assert_eq!(show(&chair, closed).revealed, 1, "the rest stays");
    let closed = seen(&chair);
    assert!(closed.contains("KEC-008"), "{closed}");
    assert!(
        !closed.contains(&title) && !closed.contains(&agency),
        "{closed}"
    );
    assert!(
        !closed.contains(score) && !closed.contains("weighted"),
        "{closed}"
    );
}

#[test]
fn of_two_side_by_side_there_is_no_rank_before_it_is_revealed_and_nobody_else() {
    let machine = Machine::new(74);
    let chair = chair(&machine);
    show(&chair, shown());
    press(&chair, PlenaryPress::Next);
    let pair = PlenaryShown {
        pair: Some(["KEC-001".into(), "KEC-008".into()]),
        ..shown()
    };
    show(&chair, pair);
    let seen = seen(&chair);
    assert_eq!(named(&chair, &seen), ["KEC-001", "KEC-008"]);
    assert!(
        seen.contains(r#"{"rank":null,"tied":false,"award":null,"entry":"KEC-001""#),
        "{seen}"
    );
    assert!(
        seen.contains(r#"{"rank":6,"tied":true,"award":null,"entry":"KEC-008""#),
        "{seen}"
    );
    let list = press(&chair, PlenaryPress::Next);
    assert_eq!(named(&chair, &list).len(), 3, "the standing comes back");
}

#[test]
fn a_title_of_honour_is_named_only_when_the_order_is_settled() {
    let machine = Machine::new(82);
    let chair = chair(&machine);
    show(&chair, shown());
    for _ in 0..3 {
        press(&chair, PlenaryPress::Next);
    }
    let before = seen(&chair);
    assert!(before.contains("\"provisional\":true"), "{before}");
    assert!(!before.contains("Juara"), "{before}");
    let publish = crate::api::decisions::NewDecision {
        act: crate::api::decisions::Act::Publish,
        reason: "rapat pleno".into(),
    };
    crate::decisions::decide(&chair, publish).unwrap();
    let after = seen(&chair);
    assert!(after.contains("\"award\":\"Juara I\""), "{after}");
    let stage = PlenaryShown {
        stage: Some("penilaian".into()),
        ..shown()
    };
    show(&chair, stage);
    for _ in 0..3 {
        press(&chair, PlenaryPress::Next);
    }
    assert!(!seen(&chair).contains("Juara"), "a stage has no winners");
}

#[test]
fn a_standing_that_changes_while_it_is_revealed_begins_anew() {
    let machine = Machine::new(75);
    let chair = chair(&machine);
    show(&chair, shown());
    press(&chair, PlenaryPress::Next);
    let withdraw = crate::api::decisions::NewDecision {
        act: crate::api::decisions::Act::Withdraw {
            entry: "KEC-008".into(),
        },
        reason: "mengundurkan diri".into(),
    };
    crate::decisions::decide(&chair, withdraw).unwrap();
    assert_eq!(named(&chair, &seen(&chair)), Vec::<String>::new());
    let desk = super::desk(&chair, Nothing {}).unwrap();
    assert!(desk.restarted);
    assert_eq!(desk.revealed, 0);
    press(&chair, PlenaryPress::Next);
    assert!(!super::desk(&chair, Nothing {}).unwrap().restarted);
}

#[test]
fn another_category_begins_with_nothing_revealed_and_an_unknown_entry_is_refused() {
    let machine = Machine::new(76);
    let chair = chair(&machine);
    show(&chair, shown());
    press(&chair, PlenaryPress::Next);
    let other = PlenaryShown {
        category: "OPD".into(),
        ..shown()
    };
    assert_eq!(show(&chair, other).revealed, 0);
    let stranger = PlenaryShown {
        pair: Some(["KEC-001".into(), "OPD-001".into()]),
        ..shown()
    };
    let refused = super::show(&chair, stranger).unwrap_err();
    assert_eq!(refused.code, "unknown-entry");
}
