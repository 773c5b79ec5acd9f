use super::*;
use crate::packets::{self, Packet};
use crate::rig::{furnished, judge};
use judging::Hash;

#[test]
fn a_judge_reads_back_with_scope_and_secret() {
    let (_folder, _, mut store) = furnished();
    assert_eq!(all(&store).unwrap(), [judge("J1")]);
    let code = judge("J1").code;
    assert_eq!(
        enrolment(&store, &code).unwrap(),
        Some(EnrolmentSecret([9; 32]))
    );
    let renamed = Judge {
        name: "Sari".into(),
        scope: judging::panel::Scope::default(),
        code,
    };
    store.transact(|write| update(write, &renamed)).unwrap();
    assert_eq!(all(&store).unwrap(), [renamed]);
}

#[test]
fn a_judge_who_was_given_a_packet_stays_on_the_panel() {
    let (_folder, _, mut store) = furnished();
    let packet = Packet {
        hash: Hash([1; 32]),
        judge: judge("J1").code,
        rules: Hash([2; 32]),
        issued_at: 5,
    };
    store
        .transact(|write| packets::add(write, &packet))
        .unwrap();
    assert_eq!(packets::all(&store).unwrap(), std::slice::from_ref(&packet));
    let removed = store.transact(|write| remove(write, &packet.judge));
    assert!(matches!(removed, Err(StoreError::Needed { .. })));
    let stranger = Packet {
        judge: "J9".parse().unwrap(),
        hash: Hash([3; 32]),
        ..packet
    };
    let given = store.transact(|write| packets::add(write, &stranger));
    assert_eq!(given.unwrap_err().to_string(), "there is no judge “J9”");
}

#[test]
fn a_secret_does_not_show_in_debug_output() {
    let shown = format!("{:?}", EnrolmentSecret([9; 32]));
    assert_eq!(shown, "EnrolmentSecret(…)");
}
