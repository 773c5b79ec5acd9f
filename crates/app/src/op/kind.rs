//! The kinds of operations: how the journal calls each, and whether it can be taken back.

/// Whether an operation can be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reversal {
    /// Every row it changes can be made to say again what it said before.
    TakenBack,
    /// It is signed; another decision cancels it.
    Cancelled,
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
    /// It is corrected by filing it again.
    FiledAgain,
}

macro_rules! kinds {
    ($($kind:ident $code:literal $reversal:expr;)*) => {
        /// A kind of operation.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Kind {
            $(#[doc = $code] $kind,)*
        }

        impl Kind {
            /// As it stands in the journal.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$kind => $code,)* }
            }

            /// The kind that stands in the journal so.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$kind),)* _ => None }
            }

            /// Whether an operation of this kind can be taken back.
            pub const fn reversal(self) -> Reversal {
                match self { $(Self::$kind => $reversal,)* }
            }
        }
    };
}

kinds! {
    Create "create" Reversal::Lasts(Reason::Beginning);
    Demo "demo" Reversal::Lasts(Reason::Beginning);
    Import "import" Reversal::TakenBack;
    AddJudge "add-judge" Reversal::TakenBack;
    Packet "packet" Reversal::Lasts(Reason::WentOut);
    Form "form" Reversal::Lasts(Reason::WentOut);
    EnterForm "enter-form" Reversal::Lasts(Reason::CameIn);
    Merge "merge" Reversal::Lasts(Reason::CameIn);
    Decide "decide" Reversal::Cancelled;
    ChangeRules "change-rules" Reversal::Cancelled;
    Export "export" Reversal::Lasts(Reason::WentOut);
    Restore "restore" Reversal::Lasts(Reason::Restored);
    OpenPacket "open-packet" Reversal::Lasts(Reason::CameIn);
    Mark "mark" Reversal::TakenBack;
    SetMark "set-mark" Reversal::TakenBack;
    ClearMark "clear-mark" Reversal::TakenBack;
    SetRemark "set-remark" Reversal::TakenBack;
    Finish "finish" Reversal::TakenBack;
    Reopen "reopen" Reversal::TakenBack;
    Declare "declare" Reversal::TakenBack;
    TakeBackDeclaration "take-back-declaration" Reversal::TakenBack;
    FinishDeclaration "finish-declaration" Reversal::TakenBack;
    Report "report" Reversal::Lasts(Reason::FiledAgain);
    HandOver "hand-over" Reversal::Lasts(Reason::WentOut);
    Undo "undo" Reversal::Itself;
    Redo "redo" Reversal::Itself;
}
