use super::{KeyPlace, Keystore, KeystoreError, check_name, identity};
use exchange::keys::Identity;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Identities in one folder, a file each. On Unix a file has the rights 0600 and is refused when others may read it; on
/// Windows it has those of the user's profile, in which the folder must lie.
#[derive(Debug, Clone)]
pub struct KeyFiles {
    folder: PathBuf,
}

impl KeyFiles {
    /// Keys in that folder, which is made when the first one is kept.
    #[must_use]
    pub fn in_folder(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Whether any key is kept there.
    pub(super) fn any(&self) -> bool {
        let keys = |entry: io::Result<fs::DirEntry>| {
            entry.is_ok_and(|entry| entry.path().extension() == Some("key".as_ref()))
        };
        fs::read_dir(&self.folder).is_ok_and(|entries| entries.into_iter().any(keys))
    }

    fn path(&self, name: &str) -> Result<PathBuf, KeystoreError> {
        check_name(name).map(|()| self.folder.join(format!("{name}.key")))
    }
}

impl Keystore for KeyFiles {
    fn place(&self) -> KeyPlace {
        KeyPlace::Files
    }

    fn load(&self, name: &str) -> Result<Option<Identity>, KeystoreError> {
        let path = self.path(name)?;
        match fs::read(&path).map(Zeroizing::new) {
            Err(cause) if cause.kind() == ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(KeystoreError::File { path, cause }),
            Ok(_) if exposed(&path) => Err(KeystoreError::Exposed { path }),
            Ok(secret) => identity(&secret, || path.display().to_string()).map(Some),
        }
    }

    fn keep(&self, name: &str, identity: &Identity) -> Result<(), KeystoreError> {
        let path = self.path(name)?;
        make_folder(&self.folder)
            .and_then(|()| replace(&path, &identity.secret()[..]))
            .map_err(|cause| KeystoreError::File { path, cause })
    }
}

/// Writes beside and renames, so that a key is there whole or not at all.
fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let beside = path.with_extension("new");
    match fs::remove_file(&beside) {
        Err(cause) if cause.kind() != ErrorKind::NotFound => return Err(cause),
        _ => {}
    }
    let mut file = create_private(&beside)?;
    file.write_all(content)?;
    file.sync_all()?;
    fs::rename(&beside, path)
}

#[cfg(unix)]
fn create_private(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
}

#[cfg(not(unix))]
fn create_private(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}

#[cfg(unix)]
fn make_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
}

#[cfg(not(unix))]
fn make_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

#[cfg(unix)]
fn exposed(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).is_ok_and(|about| about.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn exposed(_path: &Path) -> bool {
    false
}
