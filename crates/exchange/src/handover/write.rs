use super::{form, reports, sheets};
use crate::Refusal;
use crate::envelope::{Kind, Written, check_length, sign};
use crate::keys::{EnrolmentSecret, Identity, Recipient};
use crate::record::{bytes, encode, map, text};
use crate::seal;
use ciborium::Value;
use judging::handover::HandOver;
use judging::{DeviceId, Hash};
use std::collections::BTreeMap;

/// Signs a statement. Its `hash` and `device` are not looked at: the hash comes of writing, the device is the signer.
///
/// `photos` must hold every photo that the reports name; others are left out. `chair` is who signed the packet.
///
/// # Errors
/// [`Refusal::Malformed`] for a statement that no reader would take, [`Refusal::OtherAttachment`] for a photo not given,
/// [`Refusal::TooLarge`] with more photos than one file may hold.
pub fn write(
    said: &HandOver,
    photos: &[&[u8]],
    enrolment: &EnrolmentSecret,
    chair: DeviceId,
    identity: &Identity,
) -> Result<Written, Refusal> {
    form::check(said)?;
    let given: BTreeMap<Hash, &[u8]> = photos
        .iter()
        .map(|photo| (Hash(*blake3::hash(photo).as_bytes()), *photo))
        .collect();
    let lacking = |expected| Refusal::OtherAttachment {
        expected: Some(expected),
        found: None,
    };
    let attachments: Vec<&[u8]> = form::photos(said)
        .into_iter()
        .map(|named| given.get(&named).copied().ok_or_else(|| lacking(named)))
        .collect::<Result<_, _>>()?;
    let proof = enrolment.proof(said.competition, identity.device(), &said.judge);
    let payload = map([
        ("competition", bytes(said.competition.0)),
        ("chair", bytes(chair.0)),
        ("rules", bytes(said.rules.0)),
        ("judge", text(&said.judge)),
        ("enrolment", bytes(proof.0)),
        ("number", said.number.into()),
        (
            "previous",
            said.previous.map_or(Value::Null, |hash| bytes(hash.0)),
        ),
        ("made_at", said.made_at.into()),
        ("stages", sheets::write(&said.sheets)),
        ("recusals", reports::write_recusals(&said.recusals)),
        ("reports", reports::write_reports(&said.reports)),
    ]);
    let written = sign(Kind::HandOver, &encode(&payload), &attachments, identity);
    check_length(&written.signed)?;
    Ok(written)
}

/// A signed hand-over sealed to the chair: the `*.nilai` file.
///
/// # Errors
/// [`Refusal::NotSealed`].
pub fn seal(signed: &[u8], chair: &Recipient) -> Result<Vec<u8>, Refusal> {
    seal::to_recipient(Kind::HandOver, signed, chair)
}
