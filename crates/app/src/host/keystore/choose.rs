use super::{KeyFiles, KeyPlace, Keystore, KeystoreError};
use exchange::keys::Identity;
use std::fs;
use std::path::{Path, PathBuf};

/// The name of the file that remembers that the keychain is used.
const MARK: &str = "in-keychain";

/// Where keys are kept on this machine: where they were kept before, else in the keychain if there is one, else in files in
/// `folder`. A keychain that takes no key is as none: on some machines the administrator forbids programs to store
/// anything in it, which shows only when one tries.
///
/// # Errors
/// [`KeystoreError::Keychain`] when keys were kept in a keychain that now does not answer.
pub fn choose(
    folder: &Path,
    keychain: Option<impl Keystore + 'static>,
) -> Result<Box<dyn Keystore>, KeystoreError> {
    let files = KeyFiles::in_folder(folder.to_owned());
    let mark = folder.join(MARK);
    match keychain {
        _ if files.any() => Ok(Box::new(files)),
        Some(keychain) => Ok(Box::new(Marked {
            keychain,
            mark,
            files,
        })),
        None if mark.exists() => {
            let message = "the keys are kept in it, but it does not answer now";
            Err(KeystoreError::Keychain(message.into()))
        }
        None => Ok(Box::new(files)),
    }
}

/// A keychain that leaves a mark in the folder once it is used. Until then files stand in for it where it refuses.
struct Marked<K> {
    keychain: K,
    mark: PathBuf,
    files: KeyFiles,
}

impl<K: Keystore> Marked<K> {
    /// Keeps the key in the keychain, which from then on is the place of all keys.
    fn keep_in_keychain(&self, name: &str, identity: &Identity) -> Result<(), KeystoreError> {
        self.keychain.keep(name, identity)?;
        let folder = self.mark.parent().unwrap_or(&self.mark);
        fs::create_dir_all(folder)
            .and_then(|()| {
                fs::write(
                    &self.mark,
                    "The keys of this person are in the keychain of the operating system.\n",
                )
            })
            .map_err(|cause| KeystoreError::File {
                path: self.mark.clone(),
                cause,
            })
    }
}

impl<K: Keystore> Keystore for Marked<K> {
    fn place(&self) -> KeyPlace {
        if self.files.any() {
            self.files.place()
        } else {
            self.keychain.place()
        }
    }

    fn load(&self, name: &str) -> Result<Option<Identity>, KeystoreError> {
        if self.files.any() {
            return self.files.load(name);
        }
        match self.keychain.load(name) {
            Err(KeystoreError::Keychain(_)) if !self.mark.exists() => Ok(None),
            loaded => loaded,
        }
    }

    fn keep(&self, name: &str, identity: &Identity) -> Result<(), KeystoreError> {
        if self.files.any() {
            return self.files.keep(name, identity);
        }
        match self.keep_in_keychain(name, identity) {
            Err(KeystoreError::Keychain(_)) if !self.mark.exists() => {
                self.files.keep(name, identity)
            }
            kept => kept,
        }
    }
}
