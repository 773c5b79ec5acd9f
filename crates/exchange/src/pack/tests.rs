use super::*;
use crate::envelope::{Kind, sign, verify};
use crate::keys::Identity;
use crate::record::encode;
use crate::sample::{
    attachments, borrowed, changed, enrolment, entries, hand_over, history, identity, packet,
};
use crate::{Refusal, decision, handover};
use ciborium::Value;
use judging::decision::Act;
use judging::revision::History;
use judging::{CompetitionId, DeviceId, Hash};
use proptest::prelude::*;

const HERE: CompetitionId = CompetitionId([1; 32]);
const STANDINGS: &[u8] = b"{\"rows\":[]}";

fn said(sheets: u32, chair: DeviceId) -> Vec<u8> {
    handover::write(&hand_over(sheets), &enrolment(), chair, &identity(1))
        .unwrap()
        .signed
}

fn decided(number: u32, competition: CompetitionId, chair: &Identity) -> Vec<u8> {
    let act = Act::Withdraw {
        entry: "OPD-001".parse().unwrap(),
    };
    let decision = decision::Draft {
        number,
        made_at: 0,
        reason: "Ditarik".into(),
        act,
    };
    decision::write(&decision, competition, chair)
        .unwrap()
        .signed
}

fn written(hand_overs: &[&[u8]], decisions: &[&[u8]]) -> Result<Vec<u8>, Refusal> {
    written_under(&history(), hand_overs, decisions)
}

fn written_under(
    history: &History,
    hand_overs: &[&[u8]],
    decisions: &[&[u8]],
) -> Result<Vec<u8>, Refusal> {
    let pack = Pack {
        competition: HERE,
        history,
        entries: &entries(3),
        judges: &[packet().judge],
        hand_overs,
        decisions,
        standings: STANDINGS,
        journal: JournalHead {
            length: 12,
            hash: Hash([5; 32]),
        },
        made_at: 1_700_009_000,
    };
    write(&pack, &identity(0)).map(|written| written.signed)
}

fn sample() -> Vec<u8> {
    let chair = identity(0);
    let (one, two) = (said(2, chair.device()), said(3, chair.device()));
    written(
        &[&one, &two, &one],
        &[&decided(2, HERE, &chair), &decided(1, HERE, &chair)],
    )
    .unwrap()
}

#[test]
fn it_gives_back_what_was_put_in_each_file_once() {
    let bytes = sample();
    let pack = read(&bytes).unwrap();
    assert_eq!((pack.hand_overs.len(), pack.decisions.len()), (2, 2));
    assert!(pack.decisions.is_sorted_by_key(|file| file.decision.number));
    assert_eq!((pack.standings, pack.journal.length), (STANDINGS, 12));
    assert_eq!(
        (pack.history, pack.chair),
        (history(), identity(0).device())
    );
    assert_eq!(pack.unknown, [""; 0]);
}

#[test]
fn the_order_of_files_does_not_matter() {
    let chair = identity(0);
    let (one, two) = (said(2, chair.device()), said(3, chair.device()));
    assert_eq!(written(&[&one, &two], &[]), written(&[&two, &one], &[]));
}

#[test]
fn it_says_nothing_of_persons() {
    let bytes = sample();
    let pack = read(&bytes).unwrap();
    assert!(
        pack.entries.iter().all(
            |entry| entry.registration.fields.is_empty() && entry.registration.other.is_empty()
        )
    );
    assert_eq!(pack.entries[0].registration.title, "Inovasi “1”");
}

#[test]
fn attachments_left_out_or_put_in_change_neither_its_name_nor_what_it_says() {
    let one = said(2, identity(0).device());
    let whole = handover::attach(&one, &borrowed(&attachments())).unwrap();
    let (without, with) = (
        written(&[&one], &[]).unwrap(),
        written(&[&whole], &[]).unwrap(),
    );
    let (without, with) = (read(&without).unwrap(), read(&with).unwrap());
    assert_eq!(without.hash, with.hash);
    assert_eq!(
        without.hand_overs[0].hand_over,
        with.hand_overs[0].hand_over
    );
    let held = |pack: &PackFile<'_>| {
        let named = pack.hand_overs[0].attachments.iter();
        named.filter(|one| one.bytes.is_some()).count()
    };
    assert_eq!((held(&without), held(&with)), (0, 4));
}

#[test]
fn a_file_that_is_swapped_added_or_left_out_is_refused() {
    let chair = identity(0);
    let (one, two) = (said(1, chair.device()), said(2, chair.device()));
    let pack = written(&[&one], &[]).unwrap();
    let signed = verify(&pack, Kind::Pack).unwrap();
    let refused = |frames: &[&[u8]]| {
        let signed = sign(Kind::Pack, signed.payload, frames, &chair).signed;
        read(&signed).map(drop).unwrap_err().to_string()
    };
    assert!(refused(&[&two, STANDINGS]).starts_with("hand_overs[0]: the file names "));
    assert!(refused(&[&one, b"another result"]).starts_with("the file names "));
    assert!(refused(&[&one]).starts_with("the file lacks "));
    assert!(refused(&[&one, STANDINGS, &two]).contains("which it does not name"));
}

#[track_caller]
fn check(hand_over: &[u8], decision: &[u8], expected: &str) {
    assert_eq!(
        written(&[hand_over], &[decision]).unwrap_err().to_string(),
        expected
    );
}

#[test]
fn what_does_not_belong_to_it_is_refused() {
    let chair = identity(0);
    let (one, act) = (said(1, chair.device()), decided(1, HERE, &chair));
    let other_chair = "the file names another chair than this competition's";
    check(
        &said(1, identity(3).device()),
        &act,
        &format!("hand_overs[0]: {other_chair}"),
    );
    check(
        &one,
        &decided(1, HERE, &identity(3)),
        &format!("decisions[0]: {other_chair}"),
    );
    let elsewhere = decided(1, CompetitionId([2; 32]), &chair);
    check(
        &one,
        &elsewhere,
        "decisions[0]: the file belongs to another competition (02020202, not 01010101)",
    );
    check(
        &act,
        &act,
        "hand_overs[0]: this is a decision, not a hand-over",
    );
}

#[test]
fn its_rules_are_those_decided_and_every_hand_over_was_made_under_one_of_them() {
    let chair = identity(0);
    let one = said(1, chair.device());
    let decided = |act, number| {
        let decision = decision::Draft {
            number,
            made_at: 0,
            reason: "Rapat".into(),
            act,
        };
        decision::write(&decision, HERE, &chair).unwrap()
    };
    let changed = changed();
    let change = decided(Act::ChangeRules(changed.changes()[0].clone()), 1);
    let undo = Act::Undo {
        decision: change.hash,
    };
    let undone = decided(undo, 2);
    let refused = |history: &History, decisions: &[&[u8]]| {
        let written = written_under(history, &[&one], decisions);
        written.map(|_| ()).map_err(|error| error.to_string())
    };
    assert_eq!(refused(&changed, &[&change.signed]), Ok(()));
    assert_eq!(
        refused(&history(), &[&change.signed]),
        Err("rules: are not those that were decided".to_owned())
    );
    let both: [&[u8]; 2] = [&change.signed, &undone.signed];
    assert_eq!(refused(&history(), &both), Ok(()));
    assert_eq!(
        refused(&changed, &both),
        Err("rules: are not those that were decided".to_owned())
    );
    let alone = History::unchanged(changed.hash(), changed.rules().clone());
    let unknown = refused(&alone, &[]).unwrap_err();
    assert!(
        unknown.starts_with("hand_overs[0].rules: the rules "),
        "{unknown}"
    );
    let bytes = written_under(&changed, &[&one], &[&change.signed]).unwrap();
    assert_eq!(read(&bytes).unwrap().history, changed);
}

#[test]
fn an_unknown_field_in_a_file_inside_is_named() {
    let one = said(1, identity(0).device());
    let payload = verify(&one, Kind::HandOver).unwrap().payload;
    let Value::Map(mut fields) = ciborium::from_reader(payload).unwrap() else {
        panic!()
    };
    fields.push(("mood".into(), Value::Null));
    fields.push(("tone".into(), "baik".into()));
    let payload = encode(&Value::Map(fields));
    let newer = sign(Kind::HandOver, &payload, &[], &identity(1)).signed;
    let bytes = written(&[&newer], &[]).unwrap();
    assert_eq!(
        read(&bytes).unwrap().unknown,
        ["hand_overs[0].mood", "hand_overs[0].tone"]
    );
}

proptest! {
    #[test]
    fn any_flipped_bit_and_any_cut_is_refused(part: prop::sample::Index, bit in 0_u32..8) {
        let mut bytes = sample();
        let place = part.index(bytes.len());
        prop_assert!(read(&bytes[..place]).is_err());
        bytes[place] ^= 1_u8 << bit;
        prop_assert!(read(&bytes).is_err());
    }
}
