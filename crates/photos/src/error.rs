use crate::OtherKind;
use std::io;
use std::time::Duration;

/// Why a photo could not be kept.
#[derive(Debug, thiserror::Error)]
pub enum PhotoError {
    /// The file could not be read at all.
    #[error("the file could not be read: {0}")]
    Io(#[from] io::Error),
    /// Something else than an image, whatever its name says.
    #[error("this is not a photo")]
    NotAnImage,
    /// An image of a kind that is not read.
    #[error("photos of the kind {0} are not read: save it as JPEG and add that")]
    KindNotRead(OtherKind),
    /// More bytes than a photo has.
    #[error("the file has {} MB, more than {}", .bytes / 1_000_000, .most / 1_000_000)]
    FileTooLarge {
        /// Of the file.
        bytes: u64,
        /// That it may have.
        most: u64,
    },
    /// More pixels than are decoded; found in its head.
    #[error("the photo has {width} × {height} pixels, more than {} million", .most / 1_000_000)]
    TooManyPixels {
        /// As the file claims.
        width: u32,
        /// As the file claims.
        height: u32,
        /// Pixels that it may have.
        most: u64,
    },
    /// An image, but damaged or cut short.
    #[error("the photo is damaged: {0}")]
    Broken(String),
    /// It took too long.
    #[error("reading the photo was stopped after {} seconds", .0.as_secs())]
    TimedOut(Duration),
    /// It takes more than so many bytes of memory.
    #[error("reading the photo takes more than {} MB of memory", .0 >> 20)]
    TooMuchMemory(u64),
    /// The user cancelled.
    #[error("reading photos was cancelled")]
    Cancelled,
    /// The reading process could not be started, or ended without a word.
    #[error("the process that reads photos failed: {0}")]
    ReaderDied(String),
}

impl PhotoError {
    /// The name used for translation.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Io(_) => "photo-unreadable",
            Self::NotAnImage => "photo-not-an-image",
            Self::KindNotRead(_) => "photo-kind-not-read",
            Self::FileTooLarge { .. } => "photo-file-too-large",
            Self::TooManyPixels { .. } => "photo-too-many-pixels",
            Self::Broken(_) => "photo-broken",
            Self::TimedOut(_) => "photo-timed-out",
            Self::TooMuchMemory(_) => "photo-too-much-memory",
            Self::Cancelled => "photo-cancelled",
            Self::ReaderDied(_) => "photo-reader-died",
        }
    }
}
