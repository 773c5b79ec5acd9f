use super::*;
use crate::Refusal;
use crate::envelope::{Kind, sign, verify};
use crate::record::{encode, map, text};
use crate::sample::{attachments, borrowed, enrolment, hand_over, identity};
use judging::handover::{Attachment, AttachmentKind, Statement};
use proptest::prelude::*;

fn bare(said: &Statement) -> Vec<u8> {
    let written = write(said, &enrolment(), identity(0).device(), &identity(1));
    written.unwrap().signed
}

/// The file of one who can sign, with whatever frames beside the payload.
fn file_with(frames: &[&[u8]]) -> Vec<u8> {
    let bare = bare(&hand_over(1));
    let payload = verify(&bare, Kind::HandOver).unwrap().payload;
    sign(Kind::HandOver, payload, frames, &identity(1)).signed
}

#[test]
fn what_is_declared_and_noted_reads_back() {
    let all = attachments();
    let whole = attach(&bare(&hand_over(1)), &borrowed(&all)).unwrap();
    let held: Vec<&[u8]> = read(&whole)
        .unwrap()
        .attachments
        .iter()
        .map(|attachment| attachment.bytes.unwrap())
        .collect();
    assert_eq!(held, borrowed(&all));
    let declared = Declarations::read(held[0]).unwrap();
    assert_eq!(declared.declarations[0].text, "Adik kandung");
    assert_eq!(declared.write(Salt([1; 16])), all[0]);
    let notes = Notes::read(held[1]).unwrap();
    assert_eq!(notes.why.as_deref(), Some("Sakit"));
    assert_eq!(notes.write(Salt([2; 16])), all[1]);
    assert_eq!(unsalted(held[2]), Ok(&b"a photo of a pond"[..]));
}

#[test]
fn they_are_put_in_the_order_named_whatever_order_they_are_given_in() {
    let mut all = attachments();
    let straight = attach(&bare(&hand_over(1)), &borrowed(&all)).unwrap();
    all.reverse();
    let reversed = attach(&bare(&hand_over(1)), &borrowed(&all)).unwrap();
    assert_eq!(straight, reversed);
}

#[test]
fn the_text_of_a_recusal_is_not_in_the_payload() {
    let bare = bare(&hand_over(1));
    for text in ["Adik kandung", "Sakit", "Tanya dampaknya"] {
        let text = text.as_bytes();
        assert!(!bare.windows(text.len()).any(|part| part == text));
    }
}

#[test]
fn an_attachment_that_is_not_named_or_has_another_salt_is_refused() {
    let all = attachments();
    let mut other_salt = all[1].clone();
    other_salt[0] ^= 1;
    for frames in [
        &[&all[0][..], b"a photo that nobody names"][..],
        &[&all[0], &other_salt],
    ] {
        let found = Some(attachment_name(frames[1]));
        let refused = Err(Refusal::OtherAttachment {
            expected: None,
            found,
        });
        assert_eq!(read(&file_with(frames)), refused);
        assert_eq!(
            attach(&bare(&hand_over(1)), frames).map(drop),
            refused.map(|_: HandOverFile<'_>| ())
        );
    }
}

#[test]
fn an_attachment_that_stands_twice_or_before_an_earlier_one_is_refused() {
    let all = attachments();
    for (frames, found) in [([&all[0], &all[0]], 0), ([&all[2], &all[1]], 1)] {
        let frames = frames.map(Vec::as_slice);
        let found = attachment_name(&all[found]);
        assert_eq!(
            read(&file_with(&frames)),
            Err(Refusal::AttachmentOrder { found })
        );
    }
}

#[test]
fn an_attachment_that_cannot_be_read_is_refused() {
    let with = |kind, bytes: &[u8]| {
        let name = attachment_name(bytes);
        let said = Statement {
            attachments: vec![Attachment { kind, name }],
            visits: Vec::new(),
            ..hand_over(1)
        };
        let bare = bare(&said);
        let payload = verify(&bare, Kind::HandOver).unwrap().payload;
        let signed = sign(Kind::HandOver, payload, &[bytes], &identity(1)).signed;
        read(&signed).unwrap_err().to_string()
    };
    assert_eq!(
        with(AttachmentKind::Photos, b"short"),
        "attachment: is shorter than its salt"
    );
    let why = salted(Salt([0; 16]), &encode(&map([("why", 7.into())])));
    assert_eq!(with(AttachmentKind::Notes, &why), "why: must be a text");
    let bomb = salted(Salt([0; 16]), &[0x81; 100_000]);
    assert!(with(AttachmentKind::Declarations, &bomb).contains("nested too deep"));
}

#[test]
fn a_payload_that_names_attachments_wrongly_is_refused() {
    let refused = |change: fn(&mut Statement)| {
        let mut said = hand_over(1);
        change(&mut said);
        let written = write(&said, &enrolment(), identity(0).device(), &identity(1));
        written.unwrap_err().to_string()
    };
    let twice = refused(|said| said.attachments[3] = said.attachments[2]);
    assert!(twice.starts_with("attachments: name "), "{twice}");
    let several = refused(|said| said.attachments[1].kind = AttachmentKind::Declarations);
    assert_eq!(several, "attachments: has several declarations");
    let photo = refused(|said| said.attachments.truncate(3));
    assert!(photo.starts_with("visits: show photo "), "{photo}");
    assert!(refused(|said| said.packets.push(said.packets[0])).starts_with("packets: name "));
}

#[test]
fn a_photo_of_many_megabytes_is_carried_and_left_out() {
    let photo = salted(Salt([7; 16]), &vec![0xa5; 20 << 20]);
    let said = Statement {
        attachments: vec![Attachment {
            kind: AttachmentKind::Photos,
            name: attachment_name(&photo),
        }],
        visits: Vec::new(),
        ..hand_over(1)
    };
    let bare = bare(&said);
    let whole = attach(&bare, &[&photo]).unwrap();
    assert_eq!(read(&whole).unwrap().attachments[0].bytes, Some(&photo[..]));
    assert_eq!(without_attachments(&whole), Ok(bare));
}

#[test]
fn a_word_of_a_later_version_is_refused_among_the_kinds() {
    let bare = bare(&hand_over(1));
    let payload = verify(&bare, Kind::HandOver).unwrap().payload;
    let ciborium::Value::Map(mut fields) = ciborium::from_reader(payload).unwrap() else {
        panic!("not a map")
    };
    for (key, value) in &mut fields {
        if key.as_text() == Some("attachments") {
            let sound = map([
                ("kind", text("sound")),
                ("name", crate::record::bytes([1; 32])),
            ]);
            *value = ciborium::Value::Array(vec![sound]);
        }
    }
    let payload = encode(&ciborium::Value::Map(fields));
    let newer = sign(Kind::HandOver, &payload, &[], &identity(1)).signed;
    let refused = read(&newer).unwrap_err().to_string();
    assert!(refused.starts_with("attachments[0].kind: “sound” is not known"));
}

proptest! {
    #[test]
    fn whatever_is_left_out_the_name_and_what_is_said_stay(left_out in prop::collection::vec(any::<bool>(), 4)) {
        let bare = bare(&hand_over(2));
        let all = attachments();
        let kept: Vec<&[u8]> = all.iter().zip(&left_out).filter(|(_, out)| !**out).map(|(bytes, _)| bytes.as_slice()).collect();
        let file = attach(&bare, &kept).unwrap();
        let (with, without) = (read(&file).unwrap(), read(&bare).unwrap());
        prop_assert_eq!(&with.hand_over, &without.hand_over);
        let held: Vec<&[u8]> = with.attachments.iter().filter_map(|attachment| attachment.bytes).collect();
        prop_assert_eq!(held, kept);
        prop_assert_eq!(without_attachments(&file), Ok(bare));
    }
}
