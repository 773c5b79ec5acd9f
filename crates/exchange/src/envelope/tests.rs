use super::*;
use crate::sample::identity;
use proptest::prelude::*;

fn file() -> Vec<u8> {
    sign(Kind::HandOver, b"payload", &[b"one", b"two"], &identity(1)).signed
}

#[track_caller]
fn check(bytes: &[u8], expected: Refusal) {
    assert_eq!(verify(bytes, Kind::HandOver).map(|_| ()), Err(expected));
}

/// The same bytes with the BLAKE3 at their end made right again, as one who means harm would.
fn with_trailer(mut bytes: Vec<u8>) -> Vec<u8> {
    let end = bytes.len() - 32;
    let trailer = blake3::hash(&bytes[..end]);
    bytes[end..].copy_from_slice(trailer.as_bytes());
    bytes
}

#[test]
fn a_signed_file_gives_back_its_payload_and_attachments() {
    let bytes = file();
    let signed = verify(&bytes, Kind::HandOver).unwrap();
    assert_eq!(
        (signed.payload, signed.signer),
        (&b"payload"[..], identity(1).device())
    );
    let contents: Vec<_> = signed
        .attachments
        .iter()
        .map(|(_, content)| *content)
        .collect();
    assert_eq!(contents, [b"one", b"two"]);
    assert_eq!(signed.hash.0, *blake3::hash(b"payload").as_bytes());
    assert_eq!(identify(&bytes), Ok((Form::Signed, Kind::HandOver)));
}

#[test]
fn what_is_not_ours_newer_or_of_another_kind_is_said_so() {
    check(b"", Refusal::NotOurs);
    check(b"PK\x03\x04 a workbook", Refusal::NotOurs);
    let mut newer = file();
    newer[9] = 2;
    check(
        &with_trailer(newer.clone()),
        Refusal::Newer { found: 2, ours: 1 },
    );
    check(&newer, Refusal::Newer { found: 2, ours: 1 });
    let found = Kind::Packet;
    let packet = sign(found, b"payload", &[], &identity(1)).signed;
    check(
        &packet,
        Refusal::OtherKind {
            expected: Kind::HandOver,
            found,
        },
    );
}

#[test]
fn damage_is_placed() {
    let mut bytes = file();
    bytes[148] ^= 1; // in the payload
    check(&bytes, Refusal::Damaged { from: 112, to: 155 });
    let mut bytes = file();
    let last = bytes.len() - 1;
    bytes[last] ^= 1; // in the trailer
    check(
        &bytes,
        Refusal::Damaged {
            from: 0,
            to: last + 1,
        },
    );
    for place in [9, 10, 11, 20, 60] {
        let mut bytes = file();
        bytes[place] ^= 1; // in the header
        let to = bytes.len();
        check(&bytes, Refusal::Damaged { from: 0, to });
    }
    let mut bytes = file();
    bytes.push(0);
    check(&bytes, Refusal::TooLong { at: last + 1 });
    check(&file()[..100], Refusal::CutShort { at: 100 });
}

#[test]
fn a_signature_holds_for_its_kind_key_and_payload_alone() {
    for place in [11, 12, 44, 107] {
        let mut bytes = file();
        bytes[place] ^= 1;
        let bytes = with_trailer(bytes);
        let kind = identify(&bytes).unwrap().1;
        assert_eq!(
            verify(&bytes, kind).map(|_| ()),
            Err(Refusal::BrokenSignature),
            "{place}"
        );
    }
    let mut other = file();
    other[148] ^= 1;
    let hash = blake3::hash(&other[148..155]);
    other[116..148].copy_from_slice(hash.as_bytes());
    check(&with_trailer(other), Refusal::BrokenSignature);
}

#[test]
fn a_count_or_length_that_promises_more_than_is_there_sets_no_memory_aside() {
    let promising = |place: usize, promise: u32| {
        let mut bytes = file();
        bytes[place..place + 4].copy_from_slice(&promise.to_be_bytes());
        with_trailer(bytes)
    };
    let at = file().len();
    check(&promising(108, 60_000), Refusal::CutShort { at });
    check(&promising(112, u32::MAX), Refusal::CutShort { at });
    let said = "4294967295 are more than are taken";
    check(
        &promising(108, u32::MAX),
        Refusal::malformed("frames", said),
    );
}

#[test]
fn attachments_must_be_those_that_are_named() {
    let bytes = file();
    let signed = verify(&bytes, Kind::HandOver).unwrap();
    let named: Vec<_> = signed.attachments.iter().map(|(hash, _)| *hash).collect();
    assert_eq!(signed.expect_attachments(&named), Ok(()));
    let swapped = [named[1], named[0]];
    let expected = Refusal::OtherAttachment {
        expected: Some(named[1]),
        found: Some(named[0]),
    };
    assert_eq!(signed.expect_attachments(&swapped), Err(expected));
    assert!(signed.expect_attachments(&named[..1]).is_err());
    assert!(signed.expect_attachments(&[]).is_err());
}

proptest! {
    #[test]
    fn any_flipped_bit_and_any_cut_is_refused(place in 0..file().len(), bit in 0_u32..8) {
        let bytes = file();
        prop_assert!(verify(&bytes[..place], Kind::HandOver).is_err());
        let mut flipped = bytes;
        flipped[place] ^= 1_u8 << bit;
        prop_assert!(verify(&flipped, Kind::HandOver).is_err());
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let ours = [&file()[..12], &bytes].concat();
        prop_assert!(verify(&bytes, Kind::HandOver).is_err());
        prop_assert!(verify(&ours, Kind::HandOver).is_err());
    }
}
