use super::act::read_act;
use super::{Draft, check};
use crate::Refusal;
use crate::envelope::{Kind, verify};
use crate::record::Record;
use judging::decision::Decision;
use judging::{CompetitionId, DeviceId};

/// A decision that was read, and what stands around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionFile {
    /// What was decided.
    pub decision: Decision,
    /// In which competition.
    pub competition: CompetitionId,
    /// Who signed it.
    pub chair: DeviceId,
    /// Paths of the fields that this version of the program does not understand. Not empty: publication must wait.
    pub unknown: Vec<String>,
}

/// Reads a signed decision: whole, signed, and well formed.
///
/// # Errors
/// [`Refusal`] for everything that is wrong with it.
pub fn read(signed: &[u8]) -> Result<DecisionFile, Refusal> {
    let signed = verify(signed, Kind::Decision)?;
    signed.expect_attachments(&[])?;
    let mut unknown = Vec::new();
    let mut record = Record::parse(signed.payload)?;
    let act = record.record("act")?;
    let draft = Draft {
        number: record.whole("number")?,
        made_at: record.whole("made_at")?,
        reason: record.text("reason")?,
        act: read_act(act, &mut unknown)?,
    };
    check(&draft)?;
    let competition = CompetitionId(record.bytes32("competition")?);
    record.finish(&mut unknown);
    Ok(DecisionFile {
        decision: draft.named(signed.hash),
        competition,
        chair: signed.signer,
        unknown,
    })
}
