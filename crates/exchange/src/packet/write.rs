use super::predecessors::write_predecessors;
use super::{Packet, write_entries, write_judge};
use crate::Refusal;
use crate::envelope::{Kind, Written, sign};
use crate::keys::Identity;
use crate::passphrase::Passphrase;
use crate::record::{bytes, encode, list, map, text};
use crate::revision::{write_change, write_earlier};
use crate::{rules, seal};

/// The packet signed by the chair, not yet sealed.
#[must_use]
pub fn write(packet: &Packet, chair: &Identity) -> Written {
    let payload = map([
        ("competition", bytes(packet.competition.0)),
        ("rules", text(rules::write(packet.history.rules()))),
        ("earlier", write_earlier(&packet.history)),
        (
            "changes",
            list(packet.history.changes(), |change| map(write_change(change))),
        ),
        ("judge", write_judge(&packet.judge)),
        ("entries", write_entries(&packet.entries)),
        ("predecessors", write_predecessors(&packet.predecessors)),
        ("recipient", text(&packet.recipient)),
        ("enrolment", bytes(packet.enrolment.0)),
        ("made_at", packet.made_at.into()),
    ]);
    sign(Kind::Packet, &encode(&payload), &[], chair)
}

/// A signed packet sealed to a passphrase: the `*.paket` file.
///
/// # Errors
/// [`Refusal::NotSealed`].
pub fn seal(signed: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, Refusal> {
    seal::to_passphrase(Kind::Packet, signed, passphrase)
}
