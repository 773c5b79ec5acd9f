use rusqlite::ErrorCode;
use std::path::{Path, PathBuf};

/// Why a competition file could not be opened, read or changed. Nothing is changed when a transaction ends in one.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// One of the others, with the file it happened to.
    #[error("{}: {cause}", path.display())]
    At {
        /// The file.
        path: PathBuf,
        /// What happened.
        #[source]
        cause: Box<StoreError>,
    },
    /// There is no file of that name.
    #[error("there is no such file")]
    NotFound,
    /// There is a file where a new one should go.
    #[error("there is a file of this name already; it was not touched")]
    AlreadyThere,
    /// Some other kind of file.
    #[error("this is not a Timbang competition file")]
    NotTimbang,
    /// Written by a later version of the program.
    #[error(
        "the file comes from a newer version of Timbang (its format is {found}, this version knows formats up to {known}): please update"
    )]
    Newer {
        /// The file's format.
        found: u32,
        /// The latest format known here.
        known: u32,
    },
    /// Some other process has it open.
    #[error("the file is open in another Timbang window or program: please close it there first")]
    InUse,
    /// The database contradicts itself.
    #[error("the file is damaged ({0}): “timbang check” says more, and a backup can be restored")]
    Damaged(String),
    /// The file or its folder cannot be written to.
    #[error("the file or its folder is read-only: please copy it to a folder of your own")]
    ReadOnly,
    /// No room left.
    #[error("the disk is full; nothing was changed")]
    DiskFull,
    /// The database would not take a setting that safety depends on.
    #[error("the database did not accept “{name} = {wanted}” (it is “{found}”)")]
    Setting {
        /// Name of the setting.
        name: &'static str,
        /// What it should be.
        wanted: &'static str,
        /// What it is.
        found: String,
    },
    /// A thing of that name is already in the file.
    #[error("{noun} “{name}” is already there")]
    Exists {
        /// What kind of thing.
        noun: &'static str,
        /// Its name.
        name: String,
    },
    /// No thing of that name is in the file.
    #[error("there is no {noun} “{name}”")]
    Unknown {
        /// What kind of thing.
        noun: &'static str,
        /// Its name.
        name: String,
    },
    /// A thing that others depend on cannot go.
    #[error("{noun} “{name}” cannot be removed: something else in the file refers to it")]
    Needed {
        /// What kind of thing.
        noun: &'static str,
        /// Its name.
        name: String,
    },
    /// A row does not say what the operation that is to be taken back, or done again, would have it say.
    #[error("{noun} {name} was changed since; nothing was taken back")]
    ChangedSince {
        /// What kind of thing.
        noun: &'static str,
        /// Its name.
        name: String,
    },
    /// The schema forbids the change.
    #[error("the file does not allow this: {0}")]
    Forbidden(String),
    /// Reading or writing the file failed.
    #[error("reading or writing failed: {0}")]
    Io(std::io::Error),
    /// Anything else the database says.
    #[error("the database failed: {0}")]
    Database(rusqlite::Error),
}

impl StoreError {
    /// What happened, without the file it happened to.
    #[must_use]
    pub fn cause(&self) -> &Self {
        match self {
            Self::At { cause, .. } => cause.cause(),
            other => other,
        }
    }

    pub(crate) fn at(self, path: &Path) -> Self {
        match self {
            placed @ Self::At { .. } => placed,
            cause => Self::At {
                path: path.to_owned(),
                cause: Box::new(cause),
            },
        }
    }

    /// Gives a broken uniqueness or a broken reference the name of what it is about.
    pub(crate) fn named(self, noun: &'static str, name: impl ToString) -> Self {
        let Self::Database(error) = &self else {
            return self;
        };
        let name = || name.to_string();
        match error.sqlite_error().map(|error| error.extended_code) {
            Some(
                rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY
                | rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE,
            ) => Self::Exists { noun, name: name() },
            Some(rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY) => {
                Self::Unknown { noun, name: name() }
            }
            _ => self,
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error as E;
        let extended = error.sqlite_error().map(|error| error.extended_code);
        match (&error, error.sqlite_error_code()) {
            (_, Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked)) => Self::InUse,
            (_, Some(ErrorCode::DatabaseCorrupt)) => Self::Damaged(error.to_string()),
            (_, Some(ErrorCode::NotADatabase)) => Self::NotTimbang,
            (
                _,
                Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied),
            ) => Self::ReadOnly,
            (_, Some(ErrorCode::DiskFull)) => Self::DiskFull,
            (E::SqliteFailure(_, Some(message)), _)
                if extended == Some(rusqlite::ffi::SQLITE_CONSTRAINT_TRIGGER) =>
            {
                Self::Forbidden(message.clone())
            }
            (
                E::FromSqlConversionFailure(..)
                | E::IntegralValueOutOfRange(..)
                | E::InvalidColumnType(..)
                | E::Utf8Error(..),
                _,
            ) => Self::Damaged(error.to_string()),
            _ => Self::Database(error),
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::NotFound => Self::NotFound,
            ErrorKind::AlreadyExists => Self::AlreadyThere,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::StorageFull => Self::DiskFull,
            _ => Self::Io(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::ffi;
    use std::io::ErrorKind;

    #[track_caller]
    fn check(error: impl Into<StoreError>, expected: &str) {
        assert_eq!(error.into().to_string(), expected);
    }

    fn sqlite(code: i32) -> rusqlite::Error {
        rusqlite::Error::SqliteFailure(ffi::Error::new(code), None)
    }

    #[test]
    fn what_the_system_says_becomes_what_a_user_can_act_on() {
        let read_only =
            "the file or its folder is read-only: please copy it to a folder of your own";
        check(std::io::Error::from(ErrorKind::PermissionDenied), read_only);
        check(sqlite(ffi::SQLITE_READONLY_DIRECTORY), read_only);
        check(sqlite(ffi::SQLITE_CANTOPEN), read_only);
        let full = "the disk is full; nothing was changed";
        check(std::io::Error::from(ErrorKind::StorageFull), full);
        check(sqlite(ffi::SQLITE_FULL), full);
        check(
            std::io::Error::from(ErrorKind::NotFound),
            "there is no such file",
        );
        check(
            sqlite(ffi::SQLITE_BUSY),
            "the file is open in another Timbang window or program: please close it there first",
        );
        check(
            sqlite(ffi::SQLITE_NOTADB),
            "this is not a Timbang competition file",
        );
        let damaged: StoreError = sqlite(ffi::SQLITE_CORRUPT).into();
        assert!(matches!(damaged, StoreError::Damaged(_)));
    }

    #[test]
    fn the_innermost_file_is_named_and_the_cause_is_found_behind_it() {
        let error = StoreError::DiskFull
            .at(Path::new("a.timbang"))
            .at(Path::new("b"));
        assert_eq!(
            error.to_string(),
            "a.timbang: the disk is full; nothing was changed"
        );
        assert!(matches!(error.cause(), StoreError::DiskFull));
    }
}
