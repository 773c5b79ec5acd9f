use super::{KeyFiles, KeyPlace, Keystore, KeystoreError};
use exchange::keys::Identity;
use std::fs;
use std::path::{Path, PathBuf};

/// The name of the file that remembers that the keychain is used.
const MARK: &str = "in-keychain";

/// Where keys are kept on this machine: where they were kept before, else in the keychain if there is one, else in files in
/// `folder`.
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
        Some(keychain) => Ok(Box::new(Marked { keychain, mark })),
        None if mark.exists() => {
            let message = "the keys are kept in it, but it does not answer now";
            Err(KeystoreError::Keychain(message.into()))
        }
        None => Ok(Box::new(files)),
    }
}

/// A keychain that leaves a mark in the folder once it is used.
struct Marked<K> {
    keychain: K,
    mark: PathBuf,
}

impl<K: Keystore> Keystore for Marked<K> {
    fn place(&self) -> KeyPlace {
        self.keychain.place()
    }

    fn load(&self, name: &str) -> Result<Option<Identity>, KeystoreError> {
        self.keychain.load(name)
    }

    fn keep(&self, name: &str, identity: &Identity) -> Result<(), KeystoreError> {
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
