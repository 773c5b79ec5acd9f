//! Refusals of the crates below as this crate gives them: a code, what it is about, plain words.

use crate::api::common::count;
use crate::api::error::{Error, TextProblem};
use std::collections::BTreeMap;
use std::fmt::{self, Display};
use std::path::Path;

impl Error {
    /// A refusal of this code, in plain English.
    pub fn new(code: &str, message: impl Into<String>) -> Self {
        Self {
            code: code.to_owned(),
            params: BTreeMap::new(),
            message: message.into(),
            hint: None,
            problems: Vec::new(),
        }
    }

    /// Names one thing the message speaks of.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }

    /// Says what the user can do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Puts the file's name before the message.
    #[must_use]
    pub fn in_file(mut self, file: &Path) -> Self {
        self.message = format!("{}: {}", file.display(), self.message);
        self.with("file", file.display())
    }

    /// A file could not be read.
    #[must_use]
    pub fn reading(file: &Path, error: &std::io::Error) -> Self {
        let code = match error.kind() {
            std::io::ErrorKind::NotFound => "file-not-found",
            _ => "file-unreadable",
        };
        Self::new(code, format!("it could not be read: {error}"))
            .with("cause", error)
            .in_file(file)
    }

    /// A file could not be written.
    #[must_use]
    pub fn writing(file: &Path, error: &std::io::Error) -> Self {
        let code = match error.kind() {
            std::io::ErrorKind::StorageFull => {
                let full = Self::new("disk-full", "the disk is full; the file was not written");
                return full.in_file(file);
            }
            std::io::ErrorKind::AlreadyExists => "file-exists",
            _ => "file-unwritable",
        };
        Self::new(code, format!("it could not be written: {error}"))
            .with("cause", error)
            .in_file(file)
    }

    /// There is no such thing: `noun` is `entry`, `stage`, `judge` …
    #[must_use]
    pub fn unknown(noun: &str, name: impl Display) -> Self {
        Self::new(
            &format!("unknown-{noun}"),
            format!("there is no {noun} “{name}”"),
        )
        .with(noun, name)
    }

    /// A text that should be a code of that noun is none.
    #[must_use]
    pub fn bad_code(noun: &str, error: &judging::CodeError) -> Self {
        Self::new("bad-code", format!("{noun}: {error}")).with("noun", noun)
    }
}

impl Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl From<store::StoreError> for Error {
    fn from(error: store::StoreError) -> Self {
        use store::StoreError as E;
        let code = match error.cause() {
            E::NotFound => "file-not-found",
            E::AlreadyThere => "file-exists",
            E::NotTimbang => "not-timbang",
            E::Newer { .. } => "newer-format",
            E::InUse => "file-in-use",
            E::Damaged(_) => "file-damaged",
            E::ReadOnly => "file-read-only",
            E::DiskFull => "disk-full",
            E::Exists { .. } => "already-there",
            E::Unknown { .. } => "unknown",
            E::Needed { .. } => "still-needed",
            E::ChangedSince { .. } => "changed-since",
            _ => "store",
        };
        let refusal = Self::new(code, error.to_string());
        let refusal = match &error {
            E::At { path, .. } => refusal.with("file", path.display()),
            _ => refusal,
        };
        match error.cause() {
            E::Exists { noun, name } | E::Unknown { noun, name } | E::Needed { noun, name } => {
                refusal.with("noun", noun).with("name", name)
            }
            E::ChangedSince { noun, .. } => refusal.with("noun", noun),
            E::Damaged(cause) => refusal.with("cause", cause),
            _ => refusal,
        }
    }
}

impl From<intake::OpenError> for Error {
    fn from(error: intake::OpenError) -> Self {
        let code = match error.name() {
            "unreadable-file" => "file-unreadable",
            name => name,
        };
        let refusal = Self::new(code, error.to_string());
        match &error {
            intake::OpenError::NotAWorkbook(what) => refusal.with("what", what),
            intake::OpenError::Damaged(cause)
            | intake::OpenError::TooLarge(cause)
            | intake::OpenError::ReaderDied(cause) => refusal.with("cause", cause),
            _ => refusal,
        }
    }
}

impl From<intake::ReadError> for Error {
    fn from(error: intake::ReadError) -> Self {
        let refusal = Self::new(error.name(), error.to_string());
        match &error {
            intake::ReadError::NoHeading { sheets } => refusal
                .with("sheets", sheets.join(", "))
                .hint("Choose the sheet, or say in a mapping which row is the heading."),
            intake::ReadError::NoSuchSheet { sheet, sheets } => refusal
                .with("sheet", sheet)
                .with("sheets", sheets.join(", ")),
            intake::ReadError::NoSuchCategory(category) => refusal.with("category", category),
            _ => refusal,
        }
    }
}

impl From<intake::MappingError> for Error {
    fn from(error: intake::MappingError) -> Self {
        Self::new("bad-mapping", error.to_string())
    }
}

impl From<photos::PhotoError> for Error {
    fn from(error: photos::PhotoError) -> Self {
        use photos::PhotoError as P;
        let refusal = Self::new(error.name(), error.to_string());
        let megabytes = |bytes: &u64| bytes / 1_000_000;
        match &error {
            P::KindNotRead(kind) => refusal.with("kind", kind),
            P::FileTooLarge { bytes, most } => refusal
                .with("megabytes", megabytes(bytes))
                .with("most", megabytes(most)),
            P::TooManyPixels {
                width,
                height,
                most,
            } => refusal
                .with("width", width)
                .with("height", height)
                .with("most", megabytes(most)),
            P::TimedOut(time) => refusal.with("seconds", time.as_secs()),
            P::Broken(cause) | P::ReaderDied(cause) => refusal.with("cause", cause),
            P::Io(cause) => refusal.with("cause", cause),
            P::NotAnImage | P::TooMuchMemory(_) | P::Cancelled => refusal,
        }
    }
}

impl From<exchange::Refusal> for Error {
    fn from(error: exchange::Refusal) -> Self {
        use exchange::Refusal as R;
        let code = match &error {
            R::NotOurs => "not-ours",
            R::OtherKind { .. } => "other-kind",
            R::Newer { .. } => "newer-format",
            R::CutShort { .. } => "cut-short",
            R::TooLong { .. }
            | R::Damaged { .. }
            | R::Malformed { .. }
            | R::OtherAttachment { .. }
            | R::AttachmentOrder { .. } => "file-damaged",
            R::TooLarge { .. } => "too-large",
            R::BrokenSignature => "broken-signature",
            R::WrongPassphrase => "wrong-passphrase",
            R::SealedToAnother => "sealed-to-another",
            R::NotSealed(_) => "not-sealed",
            R::OtherCompetition { .. } => "other-competition",
            R::OtherChair => "other-chair",
            R::UnknownJudge(_) => "unknown-judge",
            R::WrongEnrolment(_) => "wrong-enrolment",
        };
        let refusal = Self::new(code, error.to_string());
        match &error {
            R::UnknownJudge(judge) | R::WrongEnrolment(judge) => refusal.with("judge", judge),
            R::CutShort { at } | R::TooLong { at } => refusal.with("byte", at),
            R::Damaged { from, to } => refusal.with("from", from).with("to", to),
            _ => refusal,
        }
    }
}

impl From<exchange::rules::RulesError> for Error {
    fn from(error: exchange::rules::RulesError) -> Self {
        Self {
            problems: error.problems.iter().map(text_problem).collect(),
            ..Self::new("bad-rules", error.to_string())
        }
    }
}

fn text_problem(problem: &exchange::rules::Problem) -> TextProblem {
    use exchange::rules::What as W;
    let (code, params): (&str, Vec<(&str, String)>) = match &problem.what {
        W::Syntax(_) => ("syntax", vec![]),
        W::NewerFormat { found, ours } => (
            "newer-format",
            vec![("found", found.to_string()), ("ours", ours.to_string())],
        ),
        W::UnknownKey { nearest } => ("unknown-key", vec![("nearest", nearest.clone())]),
        W::Missing => ("missing", vec![]),
        W::NotA { expected, found } => (
            "not-a",
            vec![
                ("expected", (*expected).to_owned()),
                ("found", (*found).to_owned()),
            ],
        ),
        W::NotOneOf {
            found,
            allowed,
            nearest,
        } => (
            "not-one-of",
            vec![
                ("found", found.clone()),
                ("allowed", allowed.join(", ")),
                ("nearest", nearest.clone()),
            ],
        ),
        W::Value(_) => ("value", vec![]),
    };
    let params = params.into_iter();
    TextProblem {
        line: count(problem.line),
        key: problem.key.clone(),
        code: code.to_owned(),
        params: params
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
        message: problem.what.to_string(),
    }
}

impl From<crate::host::KeystoreError> for Error {
    fn from(error: crate::host::KeystoreError) -> Self {
        use crate::host::KeystoreError as K;
        let code = match &error {
            K::Name(_) | K::File { .. } => "keys",
            K::Keychain(_) => "keychain",
            K::Exposed { .. } => "keys-exposed",
            K::Damaged { .. } => "keys-damaged",
        };
        Self::new(code, error.to_string())
    }
}
