use super::{Attached, attachments, form, recusals, sheets, visits};
use crate::envelope::{Kind, verify};
use crate::keys::{EnrolmentSecret, Identity};
use crate::record::{Record, bytes32};
use crate::{Refusal, seal};
use judging::handover::{HandOver, Statement};
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
    /// The attachments that it names, in that order, with those that are in the file.
    pub attachments: Vec<Attached<'a>>,
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

/// Reads a signed hand-over, with or without its attachments: whole, signed by the device it names, and well formed. Whether *this* competition takes it,
/// [`HandOverFile::check`] says.
///
/// # Errors
/// [`Refusal`] for everything that is wrong with it.
pub fn read(signed: &[u8]) -> Result<HandOverFile<'_>, Refusal> {
    let signed = verify(signed, Kind::HandOver)?;
    let mut unknown = Vec::new();
    let mut record = Record::parse(signed.payload)?;
    let device = DeviceId(record.bytes32("device")?);
    if device != signed.signer {
        return Err(record.wrong("device", "is not the key that signed the file"));
    }
    let (sheets, origins) = sheets::read(&mut record, &mut unknown)?;
    let said = Statement {
        competition: CompetitionId(record.bytes32("competition")?),
        rules: Hash(record.bytes32("rules")?),
        judge: record.parsed("judge")?,
        number: record.whole("number")?,
        previous: record.optional_bytes32("previous")?.map(Hash),
        made_at: record.whole("made_at")?,
        packets: record.list_of("packets", |name| bytes32(name).map(Hash))?,
        sheets,
        origins,
        recusals: recusals::read(&mut record, &mut unknown)?,
        visits: visits::read(&mut record, &mut unknown)?,
        attachments: attachments::read_named(&mut record, &mut unknown)?,
    };
    form::check(&said)?;
    let attachments = attachments::held(&said, &signed.attachments)?;
    let chair = DeviceId(record.bytes32("chair")?);
    let enrolment = Hash(record.bytes32("enrolment")?);
    record.finish(&mut unknown);
    Ok(HandOverFile {
        hand_over: said.signed(signed.hash, device),
        chair,
        enrolment,
        attachments,
        unknown,
    })
}

impl HandOverFile<'_> {
    /// Whether a competition takes it: made for it, addressed to its chair, by a device that opened a packet of that judge.
    ///
    /// # Errors
    /// [`Refusal::OtherCompetition`], [`Refusal::OtherChair`], [`Refusal::UnknownJudge`], [`Refusal::WrongEnrolment`].
    pub fn check(&self, expected: &Expected<'_>) -> Result<(), Refusal> {
        self.check_address(expected.competition, expected.chair)?;
        let said = &self.hand_over;
        let of_judge = |(judge, _): &&(JudgeCode, EnrolmentSecret)| *judge == said.judge;
        let mut secrets = expected.enrolments.iter().filter(of_judge).peekable();
        if secrets.peek().is_none() {
            return Err(Refusal::UnknownJudge(said.judge.clone()));
        }
        let proof =
            |secret: &EnrolmentSecret| secret.proof(said.competition, said.device, &said.judge);
        if secrets.any(|(_, secret)| proof(secret) == self.enrolment) {
            Ok(())
        } else {
            Err(Refusal::WrongEnrolment(said.judge.clone()))
        }
    }

    /// Whether it was made for this competition and addressed to its chair.
    pub(crate) fn check_address(
        &self,
        competition: CompetitionId,
        chair: DeviceId,
    ) -> Result<(), Refusal> {
        same_competition(competition, self.hand_over.competition)?;
        if self.chair == chair {
            Ok(())
        } else {
            Err(Refusal::OtherChair)
        }
    }
}

pub(crate) fn same_competition(
    expected: CompetitionId,
    found: CompetitionId,
) -> Result<(), Refusal> {
    if expected == found {
        Ok(())
    } else {
        Err(Refusal::OtherCompetition { expected, found })
    }
}
