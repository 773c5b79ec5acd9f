//! Hand-overs are statements: *everything one judge has said so far*, numbered per device. Nothing is edited in place; a
//! correction is the next hand-over. Merging is set union, and what is in force is a [`view`] of the union.

mod heads;
mod view;

pub use heads::heads;
pub use view::{Candidate, Key, Said, Settlement, Value, View, view};

use crate::field_report::FieldReport;
use crate::sheet::{Recusal, Sheet};
use crate::{CompetitionId, DeviceId, Hash, JudgeCode};

/// One judge's numbered, complete statement so far, from one device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOver {
    /// Name of this statement: the hash of its signed bytes.
    pub hash: Hash,
    /// The competition it belongs to.
    pub competition: CompetitionId,
    /// Hash of the rules it was made under.
    pub rules: Hash,
    /// Who says it.
    pub judge: JudgeCode,
    /// On which device.
    pub device: DeviceId,
    /// 1, 2, 3 … per device.
    pub number: u32,
    /// Hash of the hand-over numbered one less; `None` exactly for number 1.
    pub previous: Option<Hash>,
    /// When the device's clock says it was made, in seconds since 1970. Shown, never used to decide.
    pub made_at: i64,
    /// All sheets so far, drafts too; at most one a stage and entry.
    pub sheets: Vec<Sheet>,
    /// All recusals so far; none for a stage and entry that has a sheet.
    pub recusals: Vec<Recusal>,
    /// All field reports so far.
    pub reports: Vec<FieldReport>,
}
