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

macro_rules! kinds {
    ($($kind:ident $reversal:expr;)*) => {
        impl Op {
            /// Its kind.
            pub const fn kind(&self) -> OpKind {
                match self { $(Self::$kind { .. } => OpKind::$kind,)* }
            }
        }

        impl OpKind {
            /// Whether an operation of this kind can be taken back.
            pub(crate) const fn reversal(self) -> Reversal {
                match self { $(Self::$kind => $reversal,)* }
            }
        }
    };
}

kinds! {
    Create Reversal::Lasts(Reason::Beginning);
    Demo Reversal::Lasts(Reason::Beginning);
    Import Reversal::TakenBack;
    AddJudge Reversal::TakenBack;
    Packet Reversal::PassedOver;
    Form Reversal::PassedOver;
    EnterForm Reversal::Lasts(Reason::CameIn);
    Merge Reversal::Lasts(Reason::CameIn);
    Decide Reversal::Cancelled;
    ChangeRules Reversal::Cancelled;
    Export Reversal::PassedOver;
    Restore Reversal::Lasts(Reason::Restored);
    OpenPacket Reversal::Lasts(Reason::CameIn);
    RenewCopy Reversal::Lasts(Reason::CameIn);
    Mark Reversal::TakenBack;
    SetMark Reversal::TakenBack;
    ClearMark Reversal::TakenBack;
    SetRemark Reversal::TakenBack;
    SetNote Reversal::TakenBack;
    Finish Reversal::TakenBack;
    FinishAll Reversal::TakenBack;
    Reopen Reversal::TakenBack;
    Declare Reversal::TakenBack;
    TakeBackDeclaration Reversal::TakenBack;
    FinishDeclaration Reversal::TakenBack;
    Visit Reversal::TakenBack;
    HandOver Reversal::Lasts(Reason::WentOut);
    Undo Reversal::Itself;
    Redo Reversal::Itself;
}
