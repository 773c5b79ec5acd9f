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
