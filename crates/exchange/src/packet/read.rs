use super::{Packet, read_entries, read_judge};
use crate::envelope::{Kind, verify};
use crate::keys::EnrolmentSecret;
use crate::passphrase::Passphrase;
use crate::record::Record;
use crate::{Refusal, rules, seal};
use judging::{CompetitionId, DeviceId, Hash};

/// A packet that was read, and what stands around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PacketFile {
    /// Its content.
    pub packet: Packet,
    /// Hash of its rules: what hand-overs made under them name.
    pub rules_hash: Hash,
    /// Who signed it: the chair.
    pub chair: DeviceId,
    /// Paths of the fields that this version of the program does not understand.
    pub unknown: Vec<String>,
}

/// Opens a `*.paket` file: the signed packet in it.
///
/// # Errors
/// [`Refusal`] for a file that is damaged or no packet, or a wrong passphrase.
pub fn open(bytes: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, Refusal> {
    seal::open_by_passphrase(Kind::Packet, bytes, passphrase).map(|inner| inner.to_vec())
}

/// Reads a signed packet.
///
/// # Errors
/// [`Refusal`] for everything that is wrong with it.
pub fn read(signed: &[u8]) -> Result<PacketFile, Refusal> {
    let signed = verify(signed, Kind::Packet)?;
    signed.expect_attachments(&[])?;
    let mut unknown = Vec::new();
    let mut record = Record::parse(signed.payload)?;
    let text = record.text("rules")?;
    let rules = rules::read(&text).map_err(|error| record.wrong("rules", error))?;
    if rules::write(&rules) != text {
        return Err(record.wrong("rules", "is not in its canonical form"));
    }
    let judge = record.record("judge")?;
    let packet = Packet {
        competition: CompetitionId(record.bytes32("competition")?),
        judge: read_judge(judge, &mut unknown)?,
        entries: read_entries(&mut record, &mut unknown)?,
        recipient: record.parsed("recipient")?,
        enrolment: EnrolmentSecret(record.bytes32("enrolment")?),
        made_at: record.whole("made_at")?,
        rules,
    };
    record.finish(&mut unknown);
    Ok(PacketFile {
        rules_hash: rules::hash(&packet.rules),
        packet,
        chair: signed.signer,
        unknown,
    })
}
