//! What the use cases need of the machine, so that tests can give them another one.

mod keystore;

pub use keystore::{KeyFiles, KeyPlace, Keystore, KeystoreError};

use crate::Error;
use crate::child::Work;
use exchange::keys::Identity;
use keystore::Keychain;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// The machine as the use cases see it.
pub trait Host: Send + Sync {
    /// The clock, in seconds since 1970.
    fn now(&self) -> i64;

    /// Fills `bytes` with unpredictable bytes.
    ///
    /// # Errors
    /// [`Error`] when the operating system has none to give.
    fn random(&self, bytes: &mut [u8]) -> Result<(), Error>;

    /// The user's own folder for what is not in a competition file: keys, backups, the list of recent files.
    fn folder(&self) -> &Path;

    /// Where workbooks are parsed.
    fn reader(&self) -> intake::Reader;

    /// Where photos are decoded.
    fn photo_reader(&self) -> photos::Reader;

    /// Where this user's keys are kept.
    fn keys(&self) -> &dyn Keystore;
}

/// The same machine, with keys that are forgotten when the program ends: for judges who are only played.
pub(crate) fn with_keys_in_memory(host: &Arc<dyn Host>) -> Arc<dyn Host> {
    Arc::new(Forgetful {
        host: Arc::clone(host),
        keys: Mutex::default(),
    })
}

struct Forgetful {
    host: Arc<dyn Host>,
    keys: Mutex<BTreeMap<String, Identity>>,
}

impl Keystore for Forgetful {
    fn place(&self) -> KeyPlace {
        self.host.keys().place()
    }

    fn load(&self, name: &str) -> Result<Option<Identity>, KeystoreError> {
        let keys = self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(keys.get(name).cloned())
    }

    fn keep(&self, name: &str, identity: &Identity) -> Result<(), KeystoreError> {
        let mut keys = self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        keys.insert(name.to_owned(), identity.clone());
        Ok(())
    }
}

impl Host for Forgetful {
    fn now(&self) -> i64 {
        self.host.now()
    }

    fn random(&self, bytes: &mut [u8]) -> Result<(), Error> {
        self.host.random(bytes)
    }

    fn folder(&self) -> &Path {
        self.host.folder()
    }

    fn reader(&self) -> intake::Reader {
        self.host.reader()
    }

    fn photo_reader(&self) -> photos::Reader {
        self.host.photo_reader()
    }

    fn keys(&self) -> &dyn Keystore {
        self
    }
}

/// The real machine.
pub struct SystemHost {
    keys: Box<dyn Keystore>,
    folder: PathBuf,
    program: PathBuf,
}

impl SystemHost {
    /// The folder is that which the operating system keeps for programs' data, and keys lie in its keychain. A folder
    /// named by `TIMBANG_DATA` holds everything instead, keys too: to carry along, or to try things out.
    ///
    /// # Errors
    /// [`Error`] when the system names no such folder, or the keychain that has the keys does not answer.
    pub fn shared() -> Result<Arc<dyn Host>, Error> {
        let named = std::env::var_os("TIMBANG_DATA").map(PathBuf::from);
        let own = named.is_some();
        let usual = || {
            let folders = directories::ProjectDirs::from("id", "timbang", "Timbang");
            folders.map(|folders| folders.data_local_dir().to_owned())
        };
        let folder = named.or_else(usual).ok_or_else(|| {
            Error::new(
                "no-data-folder",
                "the system names no folder for programs' data",
            )
            .hint("Set TIMBANG_DATA to a folder of your own.")
        })?;
        let program = std::env::current_exe().map_err(|error| Error::reading(&folder, &error))?;
        let kept = folder.join("keys");
        let keys: Box<dyn Keystore> = if own {
            Box::new(KeyFiles::in_folder(kept))
        } else {
            keystore::choose(&kept, Keychain::open())?
        };
        Ok(Arc::new(Self {
            keys,
            folder,
            program,
        }))
    }
}

impl Host for SystemHost {
    fn now(&self) -> i64 {
        jiff::Timestamp::now().as_second()
    }

    fn random(&self, bytes: &mut [u8]) -> Result<(), Error> {
        getrandom::fill(bytes).map_err(|error| {
            Error::new(
                "no-randomness",
                format!("the system gave no random bytes: {error}"),
            )
        })
    }

    fn folder(&self) -> &Path {
        &self.folder
    }

    fn reader(&self) -> intake::Reader {
        intake::Reader::Child(crate::child::program(&self.program, Work::Workbook))
    }

    fn photo_reader(&self) -> photos::Reader {
        photos::Reader::Child(crate::child::program(&self.program, Work::Photo))
    }

    fn keys(&self) -> &dyn Keystore {
        &*self.keys
    }
}
