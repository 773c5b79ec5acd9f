use std::borrow::Cow;
use std::io;
use std::time::Duration;

/// Why a file could not be opened as a workbook.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The file could not be read at all.
    #[error("the file could not be read: {0}")]
    Io(#[from] io::Error),
    /// Nothing in it, or sheets without a single cell.
    #[error("the workbook is empty: no sheet has anything in it")]
    Empty,
    /// Protected by a password.
    #[error(
        "the workbook is encrypted: open it in the spreadsheet program, remove the password, save, and import again"
    )]
    Encrypted,
    /// Only chart sheets.
    #[error("the workbook has charts only and no sheet with cells")]
    ChartsOnly,
    /// Something else than a spreadsheet.
    #[error("this is not a spreadsheet but {0}")]
    NotAWorkbook(Cow<'static, str>),
    /// A spreadsheet, but broken.
    #[error("the workbook is damaged: {0}")]
    Damaged(String),
    /// It would take more than the limits allow.
    #[error("the workbook was refused: {0}")]
    TooLarge(String),
    /// It took too long.
    #[error("reading was stopped after {} seconds", .0.as_secs())]
    TimedOut(Duration),
    /// The user cancelled.
    #[error("reading was cancelled")]
    Cancelled,
    /// The reading process could not be started, or ended without a word.
    #[error("the reading process failed: {0}")]
    ReaderDied(String),
}

impl OpenError {
    /// The name used for translation.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Io(_) => "unreadable-file",
            Self::Empty => "empty-workbook",
            Self::Encrypted => "encrypted-workbook",
            Self::ChartsOnly => "charts-only",
            Self::NotAWorkbook(_) => "not-a-workbook",
            Self::Damaged(_) => "damaged-workbook",
            Self::TooLarge(_) => "too-large",
            Self::TimedOut(_) => "timed-out",
            Self::Cancelled => "cancelled",
            Self::ReaderDied(_) => "reader-died",
        }
    }
}
