//! The files of `fixtures/exchange` are read. A release keeps those of the release before.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use exchange::handover::{self, Expected};
use exchange::keys::{EnrolmentSecret, Identity};
use exchange::passphrase::Passphrase;
use exchange::{Refusal, pack, packet, result};
use judging::Hash;
use std::fs;
use std::path::PathBuf;

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../fixtures/exchange")
        .join(name)
}

fn bytes(name: &str) -> Vec<u8> {
    fs::read(path(name)).unwrap()
}

fn text(name: &str) -> String {
    fs::read_to_string(path(name)).unwrap().trim().to_owned()
}

fn opened_packet(name: &str) -> packet::PacketFile {
    let passphrase = Passphrase::parse(&text("passphrase.txt")).unwrap();
    packet::read(&packet::open(&bytes(name), &passphrase).unwrap()).unwrap()
}

/// The chair, of whom the fixture holds only the key that opens.
fn chair() -> Identity {
    let (_, opening) = bech32::decode(&text("chair-identity.txt")).unwrap();
    let secret: Vec<u8> = [vec![0; 32], opening].concat();
    Identity::from_secret(&secret.try_into().unwrap()).unwrap()
}

#[test]
fn a_packet_of_an_earlier_version_opens() {
    let file = opened_packet("packet.paket");
    let enrolment: Hash = text("enrolment.txt").parse().unwrap();
    assert_eq!(file.packet.judge.code.as_str(), "J1");
    assert_eq!(file.packet.enrolment, EnrolmentSecret(enrolment.0));
    assert_eq!(file.packet.recipient, chair().recipient());
}

#[test]
fn a_packet_says_what_an_entry_was_in_an_earlier_competition() {
    let file = opened_packet("packet-return.paket");
    let [before] = &file.packet.predecessors[..] else {
        panic!("one entry competed before");
    };
    assert_eq!(before.entry, file.packet.entries[0].code);
    assert_eq!(before.claims.len(), 2);
    assert_eq!(file.unknown, [""; 0]);
}

#[test]
fn a_hand_over_of_an_earlier_version_is_taken() {
    let packet = opened_packet("packet.paket");
    let signed = handover::open(&bytes("hand-over.nilai"), &chair()).unwrap();
    let file = handover::read(&signed).unwrap();
    let enrolments = [(packet.packet.judge.code, packet.packet.enrolment)];
    let (competition, chair) = (packet.packet.competition, packet.chair);
    let expected = Expected {
        competition,
        chair,
        enrolments: &enrolments,
    };
    assert_eq!(file.check(&expected), Ok(()));
    assert_eq!(file.hand_over.rules, packet.packet.history.hash());
    assert!(!file.hand_over.sheets.is_empty());
    let held = file
        .attachments
        .iter()
        .filter(|attachment| attachment.bytes.is_some());
    assert_eq!((held.count(), file.attachments.len()), (2, 3));
}

#[test]
fn result_packs_read_and_hold_the_result_as_it_would_be_written_now() {
    for number in 1..=24 {
        let bytes = bytes(&format!("pack-{number}.hasil"));
        let pack = pack::read(&bytes).unwrap();
        assert!(!pack.hand_overs.is_empty());
        assert_eq!(pack.unknown, [""; 0]);
        let (result, unknown) = result::read(pack.standings).unwrap();
        assert_eq!(unknown, [""; 0]);
        assert_eq!(result::write(&result), pack.standings);
    }
}

#[test]
fn a_packet_is_no_hand_over() {
    let refused = handover::open(&bytes("packet.paket"), &chair());
    assert!(matches!(refused, Err(Refusal::OtherKind { .. })));
}
