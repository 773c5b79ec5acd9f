use crate::envelope::Kind;
use judging::{CompetitionId, Hash, JudgeCode};

/// Why a file is not taken. Nothing of a refused file is used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The file does not begin as ours do.
    #[error("this is not a file of this program")]
    NotOurs,
    /// One of ours, but another one.
    #[error("this is {found}, not {expected}")]
    OtherKind {
        /// What was asked for.
        expected: Kind,
        /// What it is.
        found: Kind,
    },
    /// Written by a later version in a shape that this one does not know.
    #[error(
        "format {found} is newer than this program understands ({ours}); a newer version of the program is needed"
    )]
    Newer {
        /// What the file says.
        found: u16,
        /// What this program reads.
        ours: u16,
    },
    /// The file ends too early.
    #[error("the file is cut short: it ends at byte {at}, where more should follow")]
    CutShort {
        /// Its length.
        at: usize,
    },
    /// Bytes follow after the end.
    #[error("the file goes on after its end at byte {at}")]
    TooLong {
        /// Where it should have ended.
        at: usize,
    },
    /// The bytes are not those that were written.
    #[error("the file is damaged between byte {from} and byte {to}")]
    Damaged {
        /// First byte of the part that is damaged somewhere.
        from: usize,
        /// The byte after that part.
        to: usize,
    },
    /// Larger than any file of ours.
    #[error("the file has {length} bytes, more than the {most} that are taken")]
    TooLarge {
        /// How large it is.
        length: usize,
        /// How large it may be.
        most: usize,
    },
    /// Not what the key in the file signed.
    #[error("the signature does not belong to what is in the file")]
    BrokenSignature,
    /// Sealed to a passphrase, but not to this one.
    #[error("the passphrase does not open this file")]
    WrongPassphrase,
    /// Sealed to another key than ours.
    #[error("the file is sealed to someone else")]
    SealedToAnother,
    /// Sealing failed.
    #[error("the file cannot be sealed: {0}")]
    NotSealed(String),
    /// Signed and whole, but not of the right form inside.
    #[error("{place}: {message}")]
    Malformed {
        /// A path of keys in the payload: `stages[0].sheets[3].marks`, or `byte 12`.
        place: String,
        /// What is wrong there.
        message: String,
    },
    /// The frames beside the payload are not those it names.
    #[error("{}", other_attachment(*expected, *found))]
    OtherAttachment {
        /// The hash that the payload names at this place, if it names one.
        expected: Option<Hash>,
        /// The hash that stands there, if there is a frame.
        found: Option<Hash>,
    },
    /// An attachment stands twice in the file, or before one that the payload names earlier.
    #[error("the file holds {found} twice, or in another order than it names its attachments")]
    AttachmentOrder {
        /// The attachment.
        found: Hash,
    },
    /// For another competition or another edition.
    #[error("the file belongs to another competition ({found:?}, not {expected:?})")]
    OtherCompetition {
        /// Ours.
        expected: CompetitionId,
        /// The file's.
        found: CompetitionId,
    },
    /// Addressed to another chair, or decided by one.
    #[error("the file names another chair than this competition's")]
    OtherChair,
    /// The panel has no such judge, or none with a packet.
    #[error("no packet was ever made for judge {0}")]
    UnknownJudge(JudgeCode),
    /// The device did not open a packet of that judge.
    #[error("the device that signed the file was not enrolled by a packet for judge {0}")]
    WrongEnrolment(JudgeCode),
}

fn other_attachment(expected: Option<Hash>, found: Option<Hash>) -> String {
    match (expected, found) {
        (Some(expected), Some(found)) => {
            format!("the file names {expected} where it holds {found}")
        }
        (Some(expected), None) => format!("the file lacks {expected}, which it names"),
        (None, Some(found)) => format!("the file holds {found}, which it does not name"),
        (None, None) => "the file holds other frames than it names".into(),
    }
}

impl Refusal {
    pub(crate) fn malformed(place: impl Into<String>, message: impl ToString) -> Self {
        Self::Malformed {
            place: place.into(),
            message: message.to_string(),
        }
    }
}
