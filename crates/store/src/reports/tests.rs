use super::*;
use crate::photos;
use crate::rig::furnished;
use judging::Hash;
use judging::field_report::{Claim, Recommendation, Verdict};

fn report(photos: Vec<Hash>) -> FieldReport {
    FieldReport {
        stage: "verifikasi".parse().unwrap(),
        entry: "OPD-001".parse().unwrap(),
        visited: Some("2023-11-21".parse().unwrap()),
        place: "Loa Kulu".into(),
        claims: vec![Claim {
            text: "Dipakai tiap hari".into(),
            verdict: Verdict::Partly,
            note: "dua kali seminggu".into(),
        }],
        notes: String::new(),
        people: vec!["Pak Budi, operator".into()],
        photos,
        recommendation: Recommendation::Deduct,
    }
}

#[test]
fn a_report_reads_back_with_its_photos_in_order_and_can_be_replaced() {
    let (_folder, _, mut store) = furnished();
    let (id, one) = store
        .transact(|write| {
            let photos = vec![photos::keep(write, b"zwei")?, photos::keep(write, b"eins")?];
            let one = report(photos);
            Ok::<_, StoreError>((put(write, None, &one, 1)?, one))
        })
        .unwrap();
    assert_eq!(all(&store).unwrap(), [(id, one.clone())]);
    let fewer = FieldReport {
        photos: one.photos[1..].to_vec(),
        recommendation: Recommendation::Keep,
        visited: None,
        ..one
    };
    let again = store.transact(|write| put(write, Some(id), &fewer, 2));
    assert_eq!(again.unwrap(), id);
    assert_eq!(all(&store).unwrap(), [(id, fewer)]);
    assert!(store.transact(|write| remove(write, id)).unwrap());
    assert_eq!(all(&store).unwrap(), []);
}

#[test]
fn a_photo_that_is_not_here_is_refused_by_name() {
    let (_folder, _, mut store) = furnished();
    let refused = store.transact(|write| put(write, None, &report(vec![Hash([1; 32])]), 1));
    assert!(matches!(
        refused,
        Err(StoreError::Unknown { noun: "photo", .. })
    ));
    assert_eq!(all(&store).unwrap(), []);
}
