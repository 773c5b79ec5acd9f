//! What stands in the way of publishing.

use crate::case::Case;
use crate::handover::{Key, View};
use crate::ranking::RankedCategory;
use crate::{EntryCode, StageCode};

/// What stands in the way of publishing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PublicationBlock {
    /// A judge's hand-overs differ, and the chair has not settled it.
    #[error("{} says different things of {} in stage {}; settle it", about.judge, about.entry, about.stage)]
    Conflict {
        /// What they differ about.
        about: Key,
    },
    /// An entry stands at a gate, and the chair has not decided whether it goes on.
    #[error("{entry} waits at the gate of stage {stage}: decide pass or fail")]
    AtGate {
        /// The gate's stage.
        stage: StageCode,
        /// The entry.
        entry: EntryCode,
    },
    /// This version of the program does not understand something in a file.
    #[error("this version of the program does not understand {what}")]
    NotUnderstood {
        /// What, named with the file.
        what: String,
    },
}

crate::words! {
    /// What stands in the way of publishing.
    pub enum PublicationBlockKind of PublicationBlock {
        /// A judge's hand-overs differ.
        Conflict = "conflict",
        /// An entry stands at a gate.
        AtGate = "at-gate",
        /// Something in a file is not understood.
        NotUnderstood = "not-understood",
    }
}

pub(super) fn blocks(case: &Case, view: &View<'_>) -> Vec<PublicationBlock> {
    let conflicts = view
        .conflicts()
        .map(|(key, _)| PublicationBlock::Conflict { about: key.clone() });
    let not_understood = case.not_understood.iter();
    let not_understood =
        not_understood.map(|what| PublicationBlock::NotUnderstood { what: what.clone() });
    conflicts.chain(not_understood).collect()
}

/// The entries of a category that wait at a gate.
pub(super) fn at_gates(category: &RankedCategory<'_>) -> Vec<PublicationBlock> {
    let block = |(entry, stage): (&crate::entry::Entry, &StageCode)| PublicationBlock::AtGate {
        stage: stage.clone(),
        entry: entry.code.clone(),
    };
    category.waiting().map(block).collect()
}
