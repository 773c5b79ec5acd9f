use super::{form, reports, sheets};
use crate::envelope::{Kind, verify};
use crate::keys::{EnrolmentSecret, Identity};
use crate::record::Record;
use crate::{Refusal, seal};
use judging::handover::HandOver;
use judging::{CompetitionId, DeviceId, Hash, JudgeCode};

/// A hand-over that was read, and what stands around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOverFile<'a> {
    /// What the judge says. Its device is the key that signed the file.
    pub hand_over: HandOver,
    /// The chair it is addressed to.
    pub chair: DeviceId,
    /// The proof that the device was enrolled.
    pub enrolment: Hash,
    /// The photos that its reports name, each with its hash.
    pub photos: Vec<(Hash, &'a [u8])>,
    /// Paths of the fields that this version of the program does not understand. Not empty: publication must wait.
    pub unknown: Vec<String>,
}

/// What a competition takes.
#[derive(Debug, Clone, Copy)]
pub struct Expected<'a> {
    /// The competition.
    pub competition: CompetitionId,
    /// Its chair.
    pub chair: DeviceId,
    /// The secrets of all packets ever made, by judge.
    pub enrolments: &'a [(JudgeCode, EnrolmentSecret)],
}

/// Opens a `*.nilai` file: the signed hand-over in it, to be archived verbatim once it is accepted.
///
/// # Errors
/// [`Refusal`] for a file that is damaged, no hand-over, or sealed to someone else.
pub fn open(bytes: &[u8], chair: &Identity) -> Result<Vec<u8>, Refusal> {
    seal::open_by_identity(Kind::HandOver, bytes, chair)
}

/// Reads a signed hand-over: whole, signed by the device it names, and well formed. Whether *this* competition takes it,
/// [`HandOverFile::check`] says.
///
/// # Errors
/// [`Refusal`] for everything that is wrong with it.
pub fn read(signed: &[u8]) -> Result<HandOverFile<'_>, Refusal> {
    let signed = verify(signed, Kind::HandOver)?;
    let mut unknown = Vec::new();
    let mut record = Record::parse(signed.payload)?;
    let hand_over = HandOver {
        hash: signed.hash,
        competition: CompetitionId(record.bytes32("competition")?),
        rules: Hash(record.bytes32("rules")?),
        judge: record.parsed("judge")?,
        device: signed.signer,
        number: record.whole("number")?,
        previous: record.optional_bytes32("previous")?.map(Hash),
        made_at: record.whole("made_at")?,
        sheets: sheets::read(&mut record, &mut unknown)?,
        recusals: reports::read_recusals(&mut record, &mut unknown)?,
        reports: reports::read_reports(&mut record, &mut unknown)?,
    };
    form::check(&hand_over)?;
    signed.expect_attachments(&form::photos(&hand_over))?;
    let chair = DeviceId(record.bytes32("chair")?);
    let enrolment = Hash(record.bytes32("enrolment")?);
    record.finish(&mut unknown);
    Ok(HandOverFile {
        hand_over,
        chair,
        enrolment,
        photos: signed.attachments,
        unknown,
    })
}

impl HandOverFile<'_> {
    /// Whether a competition takes it: made for it, addressed to its chair, by a device that opened a packet of that judge.
    ///
    /// # Errors
    /// [`Refusal::OtherCompetition`], [`Refusal::OtherChair`], [`Refusal::UnknownJudge`], [`Refusal::WrongEnrolment`].
    pub fn check(&self, expected: &Expected<'_>) -> Result<(), Refusal> {
        let said = &self.hand_over;
        if said.competition != expected.competition {
            return Err(Refusal::OtherCompetition {
                expected: expected.competition,
                found: said.competition,
            });
        }
        if self.chair != expected.chair {
            return Err(Refusal::OtherChair);
        }
        let mut secrets = expected
            .enrolments
            .iter()
            .filter(|(judge, _)| *judge == said.judge)
            .peekable();
        if secrets.peek().is_none() {
            return Err(Refusal::UnknownJudge(said.judge.clone()));
        }
        let proves = |secret: &EnrolmentSecret| {
            secret.proof(said.competition, said.device, &said.judge) == self.enrolment
        };
        if secrets.any(|(_, secret)| proves(secret)) {
            Ok(())
        } else {
            Err(Refusal::WrongEnrolment(said.judge.clone()))
        }
    }
}
