use super::*;
use crate::Refusal;
use crate::envelope::Kind;
use crate::envelope::sign;
use crate::passphrase::Passphrase;
use crate::record::{encode, map, text};
use crate::sample::{changed, identity, packet};
use ciborium::Value;

#[test]
fn a_packet_passes_through_its_seal() {
    let passphrase = Passphrase::from_random(&[3; 32]);
    let signed = write(&packet(), &identity(0)).signed;
    let sealed = seal(&signed, &passphrase).unwrap();
    assert_eq!(open(&sealed, &passphrase).unwrap(), signed);
    let wrong = Passphrase::from_random(&[4; 32]);
    assert_eq!(open(&sealed, &wrong), Err(Refusal::WrongPassphrase));
    let title = "Inovasi".as_bytes();
    assert!(!sealed.windows(title.len()).any(|part| part == title));
}

#[test]
fn it_gives_back_what_was_written() {
    let signed = write(&packet(), &identity(0)).signed;
    let read = read(&signed).unwrap();
    assert_eq!(read.packet, packet());
    assert_eq!(read.chair, identity(0).device());
    assert_eq!(read.unknown, [""; 0]);
}

#[test]
fn it_gives_back_earlier_rules_and_what_became_of_their_marks() {
    let packet = Packet {
        history: changed(),
        ..packet()
    };
    let signed = write(&packet, &identity(0)).signed;
    let read = read(&signed).unwrap();
    assert_eq!((read.packet.history, read.unknown), (changed(), vec![]));
}

/// A packet whose payload was changed by someone who can sign.
fn altered(change: impl FnOnce(&mut Vec<(Value, Value)>)) -> Vec<u8> {
    let signed = write(&packet(), &identity(0)).signed;
    let payload = crate::envelope::verify(&signed, Kind::Packet)
        .unwrap()
        .payload;
    let Value::Map(mut fields) = ciborium::from_reader(payload).unwrap() else {
        panic!("not a map")
    };
    change(&mut fields);
    sign(
        Kind::Packet,
        &encode(&Value::Map(fields)),
        &[],
        &identity(0),
    )
    .signed
}

#[track_caller]
fn check(key: &str, value: Value, expected: &str) {
    let signed = altered(|fields| {
        fields
            .iter_mut()
            .find(|(k, _)| k.as_text() == Some(key))
            .unwrap()
            .1 = value;
    });
    assert_eq!(read(&signed).unwrap_err().to_string(), expected);
}

#[test]
fn what_is_wrong_inside_is_refused_with_its_place() {
    check(
        "made_at",
        text("now"),
        "made_at: must be a whole number within its range",
    );
    check(
        "competition",
        Value::Bytes(vec![1; 31]),
        "competition: must be 32 bytes",
    );
    check(
        "recipient",
        text("age1x"),
        "recipient: “age1x” is not a public key of the form age1…",
    );
    check("judge", map([]), "judge.code: is missing");
    check(
        "entries",
        Value::Array(vec![1.into()]),
        "entries[0]: must be a map",
    );
    check(
        "rules",
        text("name = 1"),
        "rules: line 1, name: must be a text in quotes, not a whole number",
    );
    let spaced = format!("{}\n", crate::rules::write(packet().history.rules()));
    check("rules", text(spaced), "rules: is not in its canonical form");
    check(
        "made_at",
        Value::Integer((1_i128 << 63).try_into().unwrap()),
        "made_at: must be a whole number within its range",
    );
}

#[test]
fn what_an_entry_was_before_is_said_once_and_of_entries_of_the_packet_alone() {
    let of = |entries: &[&str]| {
        let before = &packet().predecessors[0];
        let predecessors: Vec<_> = entries
            .iter()
            .map(|entry| Predecessor {
                entry: entry.parse().unwrap(),
                ..before.clone()
            })
            .collect();
        let packet = Packet {
            predecessors,
            ..packet()
        };
        let read = read(&write(&packet, &identity(0)).signed);
        read.map(|file| file.packet.predecessors.len())
            .map_err(|refusal| refusal.to_string())
    };
    assert_eq!(of(&[]), Ok(0));
    assert_eq!(of(&["OPD-001", "OPD-002"]), Ok(2));
    let twice = "predecessors[1].entry: OPD-001 stands there twice";
    assert_eq!(of(&["OPD-001", "OPD-001"]), Err(twice.into()));
    let elsewhere = "predecessors[0].entry: OPD-999 is not in the packet";
    assert_eq!(of(&["OPD-999"]), Err(elsewhere.into()));
}

#[test]
fn a_field_of_a_later_version_is_named() {
    let signed = altered(|fields| fields.push((text("deadline"), text("besok"))));
    assert_eq!(read(&signed).unwrap().unknown, ["deadline"]);
}

#[test]
fn a_key_that_stands_there_twice_is_refused() {
    let signed = altered(|fields| fields.push((text("made_at"), 1.into())));
    assert_eq!(
        read(&signed).unwrap_err().to_string(),
        "made_at: stands there twice"
    );
}
