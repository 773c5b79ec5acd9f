//! What the chair gives one judge (`*.paket`): rules, entries, who the judge is, whom to seal hand-overs to, and the secret
//! by which the judge's device enrols. Signed by the chair, then sealed to a passphrase.

mod entries;
mod panel;
mod predecessors;
mod read;
mod write;

pub(crate) use entries::{read_entries, write_entries};
pub(crate) use panel::{read_judge, write_judge};
pub use read::{PacketFile, open, read};
pub use write::{seal, write};

use crate::keys::{EnrolmentSecret, Recipient};
use judging::CompetitionId;
use judging::entry::Entry;
use judging::panel::Judge;
use judging::revision::History;
use judging::visit::Predecessor;

/// The content of a packet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packet {
    /// The competition.
    pub competition: CompetitionId,
    /// The rules in force when it was made, those before them, and what becomes of marks given until then.
    pub history: History,
    /// What the judge is to mark.
    pub entries: Vec<Entry>,
    /// What entries that the judge visits were in an earlier competition; of each at most one. None in a blind packet.
    pub predecessors: Vec<Predecessor>,
    /// Whom it is for.
    pub judge: Judge,
    /// Whom hand-overs are sealed to: the chair.
    pub recipient: Recipient,
    /// By which the judge's device enrols.
    pub enrolment: EnrolmentSecret,
    /// When the chair's clock says it was made, in seconds since 1970.
    pub made_at: i64,
}

#[cfg(test)]
mod tests;
