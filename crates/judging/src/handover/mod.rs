//! Hand-overs are statements: *everything one judge has said so far*, numbered per device. Nothing is edited in place; a
//! correction is the next hand-over. Merging is set union, and what is in force is a [`view`] of the union.

mod attachment;
mod heads;
mod view;

pub use attachment::{Attachment, AttachmentKind};
pub use heads::heads;
pub use view::{Candidate, Key, Said, Settlement, Value, View, VisitInForce, view};

use crate::declaration::Recusal;
use crate::sheet::{Sheet, SheetOrigin};
use crate::visit::Visit;
use crate::{CompetitionId, DeviceId, EntryCode, Hash, JudgeCode, StageCode};
use std::collections::BTreeMap;
use std::ops::Deref;

/// One judge's numbered, complete statement so far, from one device, before it is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The competition it belongs to.
    pub competition: CompetitionId,
    /// Hash of the rules it was made under.
    pub rules: Hash,
    /// Who says it.
    pub judge: JudgeCode,
    /// 1, 2, 3 … per device.
    pub number: u32,
    /// Name of the hand-over numbered one less; `None` exactly for number 1.
    pub previous: Option<Hash>,
    /// When the device's clock says it was made, in seconds since 1970. Shown, never used to decide.
    pub made_at: i64,
    /// Names of the packets that were opened on the device, in that order; none where the chair entered the marks.
    pub packets: Vec<Hash>,
    /// All sheets so far, drafts too; at most one a stage and entry.
    pub sheets: Vec<Sheet>,
    /// How sheets came about, where that is known.
    pub origins: BTreeMap<(StageCode, EntryCode), SheetOrigin>,
    /// All recusals so far; none for a stage and entry that has a sheet.
    pub recusals: Vec<Recusal>,
    /// All visits so far, drafts too; each id once.
    pub visits: Vec<Visit>,
    /// What belongs to the statement and may be left out of a file, each once.
    pub attachments: Vec<Attachment>,
}

impl Statement {
    /// The first statement of a device, which says nothing yet.
    #[must_use]
    pub const fn first(
        competition: CompetitionId,
        rules: Hash,
        judge: JudgeCode,
        made_at: i64,
    ) -> Self {
        Self {
            competition,
            rules,
            judge,
            number: 1,
            previous: None,
            made_at,
            packets: Vec::new(),
            sheets: Vec::new(),
            origins: BTreeMap::new(),
            recusals: Vec::new(),
            visits: Vec::new(),
            attachments: Vec::new(),
        }
    }

    /// The statement as signed: with its name and the device that signed it.
    #[must_use]
    pub const fn signed(self, hash: Hash, device: DeviceId) -> HandOver {
        HandOver {
            hash,
            device,
            statement: self,
        }
    }
}

/// A signed statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOver {
    /// Its name: the hash of the signed payload.
    pub hash: Hash,
    /// The device that signed it.
    pub device: DeviceId,
    /// What it says.
    pub statement: Statement,
}

impl Deref for HandOver {
    type Target = Statement;
    fn deref(&self) -> &Statement {
        &self.statement
    }
}
