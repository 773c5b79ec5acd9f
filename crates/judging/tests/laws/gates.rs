//! Gates, worked by hand.

use crate::by_hand::{Case, check, stage};
use crate::competition::fixed;
use judging::decision::{Act, Decision, Gated, SeenVisit};
use judging::results::PublicationBlock;
use judging::rules::{Shortlist, Stage, StageKind, VisitEffect};
use judging::{Hash, VisitId};

fn gate(code: &str, weights: &[&str]) -> Stage {
    Stage {
        kind: StageKind::Verification,
        effect: VisitEffect::Gate,
        ..stage(code, weights)
    }
}

fn weighs(weight: &str, stage: Stage) -> Stage {
    Stage {
        weight: Some(fixed(weight)),
        ..stage
    }
}

fn cuts(places: u32, stage: Stage) -> Stage {
    Stage {
        shortlist: Some(Shortlist::PerCategory(places)),
        ..stage
    }
}

/// Files a decision about these entries at the gate `V`.
fn decided(mut case: Case, act: fn(Gated) -> Act, entries: &[&str]) -> Case {
    let seen = |entry: &&str| SeenVisit {
        entry: entry.parse().unwrap(),
        visit: VisitId([1; 16]),
        hand_over: Hash([1; 32]),
    };
    let number = u32::try_from(case.decisions.len()).unwrap() + 1;
    case.decisions.push(Decision {
        hash: Hash([u8::try_from(number).unwrap(); 32]),
        number,
        made_at: 0,
        reason: "sesuai laporan".into(),
        act: act(Gated {
            stage: "V".parse().unwrap(),
            visits: entries.iter().map(seen).collect(),
        }),
    });
    case
}

/// Five entries, three nominees, a gate, a presentation.
fn visited() -> Case {
    let stages = vec![
        cuts(3, weighs("40", stage("S1", &["1"]))),
        gate("V", &[]),
        weighs("60", stage("S2", &["1"])),
    ];
    Case::new(1, stages)
        .entry(0, "A-1", &["90"])
        .entry(0, "A-2", &["80"])
        .entry(0, "A-3", &["70"])
        .entry(0, "A-4", &["60"])
        .entry(0, "A-5", &["50"])
        .entry(2, "A-1", &["50"])
        .entry(2, "A-2", &["60"])
        .entry(2, "A-3", &["70"])
}

#[test]
fn nominees_wait_at_a_gate_until_the_chair_decides() {
    let case = visited();
    check(
        &case.of_stage(0),
        &[
            "1 A-1 90.00",
            "2 A-2 80.00",
            "3 A-3 70.00",
            "4 A-4 60.00",
            "5 A-5 50.00",
        ],
    );
    let waits = [
        "at-gate A-1 50.00",
        "at-gate A-2 60.00",
        "at-gate A-3 70.00",
    ];
    check(&case.of_stage(2), &waits);
    let block = |entry: &str| PublicationBlock::AtGate {
        stage: "V".parse().unwrap(),
        entry: entry.parse().unwrap(),
    };
    let blocks = ["A-1", "A-2", "A-3"].map(block);
    assert_eq!(case.results().blocks, blocks);
}

#[test]
fn who_fails_takes_no_place_later_and_frees_none_before() {
    let case = decided(visited(), Act::Pass, &["A-1", "A-3"]);
    let case = decided(case, Act::Fail, &["A-2"]);
    assert_eq!(case.results().blocks, []);
    let later = ["1 A-3 70.00", "2 A-1 50.00", "failed-gate A-2 60.00"];
    check(&case.of_stage(2), &later);
    check(
        &case.overall(),
        &[
            "1 A-3 70.00",
            "2 A-1 66.00",
            "failed-gate A-2 68.00",
            "not-nominated A-4 ",
            "not-nominated A-5 ",
        ],
    );
}

#[test]
fn the_last_decision_at_a_gate_counts_and_can_be_undone() {
    let case = decided(visited(), Act::Pass, &["A-1", "A-2", "A-3"]);
    let mut case = decided(case, Act::Fail, &["A-3"]);
    let later = ["1 A-2 60.00", "2 A-1 50.00", "failed-gate A-3 70.00"];
    check(&case.of_stage(2), &later);
    case.decisions.push(Decision {
        hash: Hash([9; 32]),
        number: 9,
        made_at: 0,
        reason: "keliru".into(),
        act: Act::Undo {
            decision: case.decisions[1].hash,
        },
    });
    check(
        &case.of_stage(2),
        &["1 A-3 70.00", "2 A-2 60.00", "3 A-1 50.00"],
    );
}

#[test]
fn in_the_standing_of_a_gate_with_marks_the_others_keep_their_ranks() {
    let case = Case::new(1, vec![cuts(2, gate("V", &["1"]))])
        .entry(0, "A-1", &["90"])
        .entry(0, "A-2", &["80"])
        .entry(0, "A-3", &["70"]);
    let case = decided(case, Act::Fail, &["A-1"]);
    let case = decided(case, Act::Pass, &["A-2"]);
    let standing = case.of_stage(0);
    check(
        &standing,
        &["2 A-2 80.00", "3 A-3 70.00", "failed-gate A-1 90.00"],
    );
    assert_eq!(standing.rankings[0].cut.unwrap().passed, 2);
    assert_eq!(standing.rankings[0].rows[1].shortlisted, Some(false));
    // A-3 did not pass the cut, so it does not come to the gate.
    check(
        &case.overall(),
        &["1 A-2 80.00", "2 A-3 70.00", "failed-gate A-1 90.00"],
    );
}
