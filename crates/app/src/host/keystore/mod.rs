//! Where identities are kept: in the operating system's keychain, or, where there is none, in files that only the user may
//! read.
//!
//! [`choose`] never changes its mind silently: where keys were once kept in the keychain, a keychain that does not answer
//! or refuses is an error, not an occasion to make new keys, for nobody could open what was sealed to the old ones.

mod choose;
mod files;
mod keychain;

pub use choose::choose;
pub use files::KeyFiles;
pub use keychain::Keychain;

pub use crate::api::start::KeyPlace;
use exchange::keys::Identity;
use std::path::PathBuf;

/// Keeps identities by name. A name is made of letters, digits, `-`, `_` and `.`, beginning with a letter or digit.
pub trait Keystore: Send + Sync {
    /// Where they are.
    fn place(&self) -> KeyPlace;

    /// The identity of that name, if one is kept.
    ///
    /// # Errors
    /// [`KeystoreError`] when the place cannot be read; that is not the same as no identity.
    fn load(&self, name: &str) -> Result<Option<Identity>, KeystoreError>;

    /// Keeps an identity under that name, in the place of another one.
    ///
    /// # Errors
    /// [`KeystoreError`] when the place cannot be written.
    fn keep(&self, name: &str, identity: &Identity) -> Result<(), KeystoreError>;
}

/// Why keys cannot be had or kept.
#[derive(Debug, thiserror::Error)]
pub enum KeystoreError {
    /// Names are parts of file names, so that not all are taken.
    #[error("“{0}” cannot be the name of a key")]
    Name(String),
    /// The keychain does not answer, or says no.
    #[error("the keychain of the operating system: {0}")]
    Keychain(String),
    /// A key file or its folder cannot be read or written.
    #[error("{}: {cause}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the operating system says.
        cause: std::io::Error,
    },
    /// A key file that others may read.
    #[error("{}: others may read this file; take their right away before it is used", path.display())]
    Exposed {
        /// The file.
        path: PathBuf,
    },
    /// What is kept there is no identity.
    #[error("{place}: does not hold the two keys of a person")]
    Damaged {
        /// The file, or the name in the keychain.
        place: String,
    },
}

/// Names become parts of file names: nothing else may.
fn check_name(name: &str) -> Result<(), KeystoreError> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let first = name
        .chars()
        .next()
        .is_some_and(|c| c.is_ascii_alphanumeric());
    if first && name.len() <= 120 && name.chars().all(plain) {
        Ok(())
    } else {
        Err(KeystoreError::Name(name.to_owned()))
    }
}

/// The identity in 64 bytes that were kept.
fn identity(secret: &[u8], place: impl Fn() -> String) -> Result<Identity, KeystoreError> {
    let secret: Option<&[u8; 64]> = secret.try_into().ok();
    secret
        .and_then(|secret| Identity::from_secret(secret).ok())
        .ok_or_else(|| KeystoreError::Damaged { place: place() })
}

#[cfg(test)]
mod tests;
