use super::*;
use crate::sample::{identity, judge};
use judging::decision::{Act, Amendment, ClaimSettled, Gated, Particulars, SeenVisit};
use judging::handover::{Key, Settlement};
use judging::revision::{Carry, Change};
use judging::{CompetitionId, VisitId};

const HERE: CompetitionId = CompetitionId([1; 32]);

fn decision(act: Act) -> Draft {
    Draft {
        number: 3,
        made_at: 1_700_000_000,
        reason: "Terbukti menyalin".into(),
        act,
    }
}

fn gated(visits: u8) -> Gated {
    let seen = |n| SeenVisit {
        entry: "OPD-001".parse().unwrap(),
        visit: VisitId([n; 16]),
        hand_over: Hash([n + 1; 32]),
    };
    Gated {
        stage: "verifikasi".parse().unwrap(),
        visits: (0..visits).map(seen).collect(),
    }
}

fn amended(before: &str, after: &str) -> Amendment {
    let titled = |title: &str| Particulars {
        title: title.into(),
        agency: String::new(),
        category: "OPD".parse().unwrap(),
    };
    Amendment {
        entry: "OPD-001".parse().unwrap(),
        before: titled(before),
        after: titled(after),
    }
}

#[track_caller]
fn check(act: Act) {
    let said = decision(act);
    let written = write(&said, HERE, &identity(0)).unwrap();
    let file = read(&written.signed).unwrap();
    assert_eq!(file.decision, said.named(written.hash));
    assert_eq!((file.competition, file.chair), (HERE, identity(0).device()));
    assert_eq!(file.unknown, [""; 0]);
}

#[test]
fn every_act_reads_back() {
    let entry = || "OPD-001".parse().unwrap();
    let key = Key {
        judge: judge(),
        stage: "penilaian".parse().unwrap(),
        entry: entry(),
    };
    let hash = Hash([7; 32]);
    for act in [
        Act::Disqualify {
            entry: entry(),
            report: Some(hash),
        },
        Act::Disqualify {
            entry: entry(),
            report: None,
        },
        Act::Withdraw { entry: entry() },
        Act::Deduct {
            entry: entry(),
            points: "2.5".parse().unwrap(),
        },
        Act::Reinstate { entry: entry() },
        Act::SettleTie {
            stage: Some("penilaian".parse().unwrap()),
            order: vec![entry(), "OPD-002".parse().unwrap()],
        },
        Act::SettleTie {
            stage: None,
            order: vec![],
        },
        Act::SettleConflict(Settlement {
            key,
            chosen: hash,
            rejected: vec![Hash([8; 32])],
        }),
        Act::Pass(gated(2)),
        Act::Fail(gated(1)),
        Act::SettleVisit(ClaimSettled {
            stage: "verifikasi".parse().unwrap(),
            entry: entry(),
            claim: "Jumlah penerima manfaat".into(),
            chosen: VisitId([1; 16]),
            seen: gated(2).visits,
        }),
        Act::AcceptLate { hand_over: hash },
        Act::Publish {
            standings: hash,
            hand_overs: vec![hash, Hash([8; 32])],
        },
        Act::ChangeRules(Change {
            from: hash,
            to: Hash([8; 32]),
            marks: [
                (
                    ("penilaian".parse().unwrap(), "a".parse().unwrap()),
                    Carry::Keep,
                ),
                (
                    ("penilaian".parse().unwrap(), "b".parse().unwrap()),
                    Carry::Rescale,
                ),
                (
                    ("penilaian".parse().unwrap(), "c".parse().unwrap()),
                    Carry::Again,
                ),
            ]
            .into(),
        }),
        Act::AmendEntry(amended("Lumbung", "Lumbung Desa")),
        Act::Undo { decision: hash },
    ] {
        check(act);
    }
}

#[test]
fn a_decision_without_a_reason_or_that_takes_nothing_is_not_written() {
    let withdraw = || Act::Withdraw {
        entry: "OPD-001".parse().unwrap(),
    };
    let silent = Draft {
        reason: " ".into(),
        ..decision(withdraw())
    };
    let unnumbered = Draft {
        number: 0,
        ..decision(withdraw())
    };
    let nothing = decision(Act::Deduct {
        entry: "OPD-001".parse().unwrap(),
        points: Fixed::ZERO,
    });
    let groundless = decision(Act::Pass(gated(0)));
    let same = decision(Act::AmendEntry(amended("Lumbung", "Lumbung")));
    let nameless = decision(Act::AmendEntry(amended("Lumbung", " ")));
    let said = |decision: &Draft| write(decision, HERE, &identity(0)).unwrap_err().to_string();
    assert_eq!(said(&silent), "reason: a decision needs a reason");
    assert_eq!(said(&unnumbered), "number: counts from 1");
    assert_eq!(said(&nothing), "act.points: must be above zero");
    let named = "act.visits: must name the visits that gave ground";
    assert_eq!(said(&groundless), named);
    let differs = "act.after: must differ from what the entry was known by";
    assert_eq!(said(&same), differs);
    assert_eq!(said(&nameless), "act.after.title: must not be empty");
}
