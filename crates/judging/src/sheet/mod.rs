//! One judge's marks for one entry in one stage.

mod check;

pub use check::{MarkError, check_mark, missing_marks};

use crate::{CriterionCode, EntryCode, Fixed, StageCode};
use std::collections::BTreeMap;

/// One judge, one entry, one stage: a mark a criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The stage it is filed in.
    pub stage: StageCode,
    /// The entry it speaks of.
    pub entry: EntryCode,
    /// Whether the judge stands by it.
    pub state: SheetState,
    /// What was given, by criterion. A criterion that is not here has no mark; that is never zero.
    pub marks: BTreeMap<CriterionCode, Mark>,
    /// On the whole entry; empty for none.
    pub remark: String,
}

impl Sheet {
    /// A draft without marks.
    #[must_use]
    pub const fn empty(stage: StageCode, entry: EntryCode) -> Self {
        Self {
            stage,
            entry,
            state: SheetState::Draft,
            marks: BTreeMap::new(),
            remark: String::new(),
        }
    }
}

crate::words! {
    /// Whether the judge stands by a sheet.
    pub enum SheetState {
        /// Still being worked on; never counted.
        Draft = "draft",
        /// Complete, and the judge stands by it.
        Final = "final",
    }
}

/// What one judge gave for one criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// On the criterion's scale.
    pub value: Fixed,
    /// Beside it; empty for none.
    pub remark: String,
}

/// How a sheet came about. It never counts, and two sheets that say the same are the same whatever their origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SheetOrigin {
    /// The packet under which it was last changed: its place, from 0, among the packets that the statement names.
    pub packet: Option<u32>,
    /// Its place, from 1, in the order in which the judge's sheets were final for the first time.
    pub finished: Option<u32>,
}
