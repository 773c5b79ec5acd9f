use super::{attachments, form, recusals, sheets, visits};
use crate::Refusal;
use crate::envelope::{Kind, Written, check_length, sign};
use crate::keys::{EnrolmentSecret, Identity, Recipient};
use crate::record::{bytes, encode, list, map, text};
use crate::seal;
use ciborium::Value;
use judging::DeviceId;
use judging::handover::Statement;

/// Signs a statement, without attachments: [`super::attach`] puts them beside it. `chair` is who signed the packet.
///
/// # Errors
/// [`Refusal::Malformed`] for a statement that no reader would take, [`Refusal::TooLarge`].
pub fn write(
    said: &Statement,
    enrolment: &EnrolmentSecret,
    chair: DeviceId,
    identity: &Identity,
) -> Result<Written, Refusal> {
    form::check(said)?;
    let proof = enrolment.proof(said.competition, identity.device(), &said.judge);
    let payload = map([
        ("competition", bytes(said.competition.0)),
        ("chair", bytes(chair.0)),
        ("rules", bytes(said.rules.0)),
        ("judge", text(&said.judge)),
        ("device", bytes(identity.device().0)),
        ("enrolment", bytes(proof.0)),
        ("number", said.number.into()),
        (
            "previous",
            said.previous.map_or(Value::Null, |hash| bytes(hash.0)),
        ),
        ("made_at", said.made_at.into()),
        ("packets", list(&said.packets, |packet| bytes(packet.0))),
        ("stages", sheets::write(said)),
        ("recusals", recusals::write(&said.recusals)),
        ("visits", visits::write(&said.visits)),
        ("attachments", attachments::write_named(&said.attachments)),
    ]);
    let written = sign(Kind::HandOver, &encode(&payload), &[], identity);
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
