use super::predecessors::read_predecessors;
use super::{Packet, read_entries, read_judge};
use crate::envelope::{Kind, verify};
use crate::keys::EnrolmentSecret;
use crate::passphrase::Passphrase;
use crate::record::Record;
use crate::revision::{read_change, read_earlier, read_rules};
use crate::{Refusal, seal};
use judging::revision::History;
use judging::{CompetitionId, DeviceId, Hash};

/// A packet that was read, and what stands around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PacketFile {
    /// Its name: hand-overs made with it say so.
    pub hash: Hash,
    /// Its content.
    pub packet: Packet,
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
    let history = history(&mut record, &mut unknown)?;
    let judge = record.record("judge")?;
    let entries = read_entries(&mut record, &mut unknown)?;
    let packet = Packet {
        competition: CompetitionId(record.bytes32("competition")?),
        judge: read_judge(judge, &mut unknown)?,
        predecessors: read_predecessors(&mut record, &entries, &mut unknown)?,
        entries,
        recipient: record.parsed("recipient")?,
        enrolment: EnrolmentSecret(record.bytes32("enrolment")?),
        made_at: record.whole("made_at")?,
        history,
    };
    record.finish(&mut unknown);
    Ok(PacketFile {
        hash: signed.hash,
        packet,
        chair: signed.signer,
        unknown,
    })
}

fn history(record: &mut Record, unknown: &mut Vec<String>) -> Result<History, Refusal> {
    let text = record.text("rules")?;
    let (hash, rules) = read_rules(&text, |why| record.wrong("rules", why))?;
    let earlier = read_earlier(record)?;
    let mut changes = Vec::new();
    if record.has("changes") {
        for mut change in record.records("changes")? {
            changes.push(read_change(&mut change, unknown)?);
            change.finish(unknown);
        }
    }
    History::new(hash, rules, earlier, changes).map_err(|error| record.wrong("changes", error))
}
