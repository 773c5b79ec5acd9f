use super::{KeyPlace, Keystore, KeystoreError, check_name, identity};
use exchange::keys::Identity;
use keyring::{Entry, Error};
use zeroize::Zeroizing;

/// Under what our keys stand in the keychain.
const SERVICE: &str = "timbang";

/// The operating system's keychain: Keychain on macOS, Credential Manager on Windows, the Secret Service on Linux.
#[derive(Debug, Clone, Copy)]
pub struct Keychain(());

impl Keychain {
    /// The keychain, if this machine has one that answers.
    #[must_use]
    pub fn open() -> Option<Self> {
        Entry::store_status().is_ok().then_some(Self(()))
    }
}

fn entry(name: &str) -> Result<Entry, KeystoreError> {
    check_name(name)?;
    Entry::new(SERVICE, name).map_err(refused)
}

fn refused(error: Error) -> KeystoreError {
    KeystoreError::Keychain(error.to_string())
}

impl Keystore for Keychain {
    fn place(&self) -> KeyPlace {
        KeyPlace::Keychain
    }

    fn load(&self, name: &str) -> Result<Option<Identity>, KeystoreError> {
        match entry(name)?.get_secret().map(Zeroizing::new) {
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(refused(error)),
            Ok(secret) => identity(&secret, || name.to_owned()).map(Some),
        }
    }

    fn keep(&self, name: &str, identity: &Identity) -> Result<(), KeystoreError> {
        entry(name)?
            .set_secret(&identity.secret()[..])
            .map_err(refused)
    }
}
