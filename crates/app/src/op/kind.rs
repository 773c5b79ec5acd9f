//! Whether an operation of each kind can be taken back.

use super::Op;
use crate::Error;
use crate::api::undo::OpKind;
use std::path::Path;
use store::journal::Line;

/// The kind of operation that a line of the journal of this file names.
///
/// # Errors
/// `newer-format` when this version of the program does not know it.
pub(crate) fn op_of(file: &Path, line: &Line) -> Result<OpKind, Error> {
    op_named(file, &line.op, &format!("line {} of the journal", line.seq))
}

/// The kind of operation that this word names. `place` says where it stands.
///
/// # Errors
/// `newer-format` when this version of the program does not know it.
pub(super) fn op_named(file: &Path, op: &str, place: &str) -> Result<OpKind, Error> {
    op.parse().map_err(|_| {
        let message = format!("{place} names an operation that this version does not know: “{op}”");
        Error::new("newer-format", message).in_file(file)
    })
}

/// Whether an operation can be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reversal {
    /// Every row it changes can be made to say again what it said before.
    TakenBack,
    /// It is signed; another decision cancels it.
    Cancelled,
    /// It changes nothing that is taken back: undo passes it over as it does reading.
    PassedOver,
    /// It lasts.
    Lasts(Reason),
    /// It takes back or does again itself.
    Itself,
}

/// Why an operation lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reason {
    /// The file begins with it.
    Beginning,
    /// A file went out to somebody.
    WentOut,
    /// A file came from somebody, and what came is kept as it came.
    CameIn,
    /// The whole file was put in place of another.
    Restored,
}

impl Op {
    /// Its kind.
    pub const fn kind(&self) -> OpKind {
        match self {
            Self::Create { .. } => OpKind::Create,
            Self::Demo { .. } => OpKind::Demo,
            Self::Import { .. } => OpKind::Import,
            Self::AddEntry { .. } => OpKind::AddEntry,
            Self::EditEntry { .. } => OpKind::EditEntry,
            Self::AddJudge { .. } => OpKind::AddJudge,
            Self::EditJudge { .. } => OpKind::EditJudge,
            Self::ConfirmReturn { .. } => OpKind::ConfirmReturn,
            Self::ForgetReturn { .. } => OpKind::ForgetReturn,
            Self::Packet { .. } => OpKind::Packet,
            Self::Form { .. } => OpKind::Form,
            Self::EnterForm { .. } => OpKind::EnterForm,
            Self::Merge { .. } => OpKind::Merge,
            Self::Decide { .. } => OpKind::Decide,
            Self::ChangeRules { .. } => OpKind::ChangeRules,
            Self::Export { .. } => OpKind::Export,
            Self::Restore { .. } => OpKind::Restore,
            Self::OpenPacket { .. } => OpKind::OpenPacket,
            Self::RenewCopy { .. } => OpKind::RenewCopy,
            Self::Mark { .. } => OpKind::Mark,
            Self::SetMark { .. } => OpKind::SetMark,
            Self::ClearMark { .. } => OpKind::ClearMark,
            Self::SetRemark { .. } => OpKind::SetRemark,
            Self::SetNote { .. } => OpKind::SetNote,
            Self::Finish { .. } => OpKind::Finish,
            Self::FinishAll { .. } => OpKind::FinishAll,
            Self::Reopen { .. } => OpKind::Reopen,
            Self::Declare { .. } => OpKind::Declare,
            Self::TakeBackDeclaration { .. } => OpKind::TakeBackDeclaration,
            Self::FinishDeclaration { .. } => OpKind::FinishDeclaration,
            Self::Visit { .. } => OpKind::Visit,
            Self::HandOver { .. } => OpKind::HandOver,
            Self::Undo { .. } => OpKind::Undo,
            Self::Redo { .. } => OpKind::Redo,
        }
    }
}

impl OpKind {
    /// Whether an operation of this kind can be taken back.
    pub(crate) const fn reversal(self) -> Reversal {
        match self {
            Self::Create | Self::Demo => Reversal::Lasts(Reason::Beginning),
            Self::Import
            | Self::AddEntry
            | Self::EditEntry
            | Self::AddJudge
            | Self::EditJudge
            | Self::ConfirmReturn
            | Self::ForgetReturn
            | Self::Mark
            | Self::SetMark
            | Self::ClearMark
            | Self::SetRemark
            | Self::SetNote
            | Self::Finish
            | Self::FinishAll
            | Self::Reopen
            | Self::Declare
            | Self::TakeBackDeclaration
            | Self::FinishDeclaration
            | Self::Visit => Reversal::TakenBack,
            Self::Packet | Self::Form | Self::Export => Reversal::PassedOver,
            Self::EnterForm | Self::Merge | Self::OpenPacket | Self::RenewCopy => {
                Reversal::Lasts(Reason::CameIn)
            }
            Self::Decide | Self::ChangeRules => Reversal::Cancelled,
            Self::Restore => Reversal::Lasts(Reason::Restored),
            Self::HandOver => Reversal::Lasts(Reason::WentOut),
            Self::Undo | Self::Redo => Reversal::Itself,
        }
    }
}
