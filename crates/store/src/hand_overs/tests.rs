use super::*;
use crate::rig::furnished;

fn archived(bytes: &[u8], number: u32) -> Archived {
    Archived {
        hash: hash_of(bytes),
        judge: "J1".parse().unwrap(),
        device: DeviceId([4; 32]),
        number,
        previous: (number > 1).then_some(Hash([3; 32])),
        rules: Hash([2; 32]),
        made_at: 10,
        received_at: 20,
        file_name: "J1.nilai".into(),
        on_behalf: None,
    }
}

#[test]
fn a_hand_over_is_kept_once_byte_for_byte() {
    let (_folder, _, mut store) = furnished();
    let one = archived(b"one", 1);
    for expected in [Added::New, Added::AlreadyHere] {
        let added = store.transact(|write| add(write, &one, b"one"));
        assert_eq!(added.unwrap(), expected);
    }
    assert_eq!(all(&store).unwrap(), std::slice::from_ref(&one));
    assert_eq!(bytes(&store, one.hash).unwrap(), b"one");
    assert!(has(&store, one.hash).unwrap());
    assert!(!has(&store, Hash([0; 32])).unwrap());
}

#[test]
fn two_of_one_device_and_number_both_have_a_place() {
    let (_folder, _, mut store) = furnished();
    store
        .transact(|write| {
            add(write, &archived(b"here", 2), b"here")?;
            add(write, &archived(b"there", 2), b"there")
        })
        .unwrap();
    assert_eq!(all(&store).unwrap().len(), 2);
}

#[test]
fn bytes_of_another_hash_or_a_stranger_are_refused() {
    let (_folder, _, mut store) = furnished();
    let swapped = store.transact(|write| add(write, &archived(b"one", 1), b"two"));
    assert!(matches!(swapped, Err(StoreError::Forbidden(_))));
    let stranger = Archived {
        judge: "J9".parse().unwrap(),
        ..archived(b"one", 1)
    };
    let refused = store.transact(|write| add(write, &stranger, b"one"));
    assert!(matches!(refused, Err(StoreError::Unknown { .. })));
    let unchained = Archived {
        previous: None,
        ..archived(b"one", 2)
    };
    assert!(
        store
            .transact(|write| add(write, &unchained, b"one"))
            .is_err()
    );
    assert_eq!(all(&store).unwrap(), []);
}
