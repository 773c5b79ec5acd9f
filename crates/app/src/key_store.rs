//! Temporary place for keys until exchange's key store.

use crate::Error;
use exchange::keys::Identity;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// Keeps identities by name.
pub trait KeyStore: Send + Sync {
    /// `keychain` or `file`.
    fn place(&self) -> &'static str;
    /// The identity of that name.
    fn load(&self, name: &str) -> Result<Option<Identity>, Error>;
    /// Keeps it.
    fn keep(&self, name: &str, identity: &Identity) -> Result<(), Error>;
}

#[derive(Default)]
pub(crate) struct KeysInMemory(Mutex<BTreeMap<String, Identity>>);

impl KeyStore for KeysInMemory {
    fn place(&self) -> &'static str {
        "memory"
    }
    fn load(&self, name: &str) -> Result<Option<Identity>, Error> {
        Ok(self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(name)
            .cloned())
    }
    fn keep(&self, name: &str, identity: &Identity) -> Result<(), Error> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(name.to_owned(), identity.clone());
        Ok(())
    }
}

pub(crate) struct KeysInFiles(pub PathBuf);

impl KeyStore for KeysInFiles {
    fn place(&self) -> &'static str {
        "file"
    }
    fn load(&self, name: &str) -> Result<Option<Identity>, Error> {
        let path = self.0.join(name);
        let bytes = match std::fs::read(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            bytes => bytes.map_err(|error| Error::reading(&path, &error))?,
        };
        let bytes: [u8; 64] = bytes
            .try_into()
            .map_err(|_| Error::new("keys", "damaged"))?;
        Identity::from_secret(&bytes)
            .map(Some)
            .map_err(|error| Error::new("keys", error.to_string()))
    }
    fn keep(&self, name: &str, identity: &Identity) -> Result<(), Error> {
        std::fs::create_dir_all(&self.0).map_err(|error| Error::writing(&self.0, &error))?;
        let path = self.0.join(name);
        std::fs::write(&path, identity.secret().as_slice())
            .map_err(|error| Error::writing(&path, &error))
    }
}
