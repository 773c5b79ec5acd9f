//! One user at work: the machine, and the competition file that is open, if one is.

use crate::api::import::Progress;
use crate::api::start::Nothing;
use crate::{Error, Host};
use intake::Workbook;
use std::collections::HashMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;
use store::{Role, Store};

/// One user at work. Use cases borrow it; it can be shared between threads.
pub struct Session {
    host: Arc<dyn Host>,
    open: Mutex<Option<Store>>,
    /// The workbook looked at last, so that every answer of the user does not read it anew.
    looked_at: Mutex<Option<(Stamp, Arc<Workbook>)>>,
    /// How files in a watched folder looked when they were last seen.
    seen: Mutex<HashMap<PathBuf, (Stamp, bool)>>,
    cancelled: AtomicBool,
    told: Mutex<Box<dyn Fn(Progress) + Send>>,
}

impl Session {
    /// A session with nothing open.
    #[must_use]
    pub fn new(host: Arc<dyn Host>) -> Self {
        Self {
            host,
            open: Mutex::new(None),
            looked_at: Mutex::new(None),
            seen: Mutex::default(),
            cancelled: AtomicBool::new(false),
            told: Mutex::new(Box::new(|_| ())),
        }
    }

    /// Lets somebody watch the progress of long tasks.
    #[must_use]
    pub fn watched(self, watch: impl Fn(Progress) + Send + 'static) -> Self {
        Self {
            told: Mutex::new(Box::new(watch)),
            ..self
        }
    }

    /// The machine.
    #[must_use]
    pub fn host(&self) -> &dyn Host {
        &*self.host
    }

    /// The machine, to share with another session.
    pub(crate) fn shared_host(&self) -> Arc<dyn Host> {
        Arc::clone(&self.host)
    }

    /// Opens a competition file in place of the one open now.
    ///
    /// # Errors
    /// That the file cannot be opened; then the other one stays open.
    pub fn open(&self, file: &Path) -> Result<(), Error> {
        let mut open = self.lock();
        if open
            .as_ref()
            .is_some_and(|store| same_file(store.path(), file))
        {
            return Ok(());
        }
        *open = Some(Store::open(file)?);
        self.seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
        Ok(())
    }

    /// Whether this very file is open here.
    pub(crate) fn is_open(&self, file: &Path) -> bool {
        self.lock()
            .as_ref()
            .is_some_and(|store| same_file(store.path(), file))
    }

    /// Takes a file that was just made as the one open now.
    pub(crate) fn adopt(&self, store: Store) {
        *self.lock() = Some(store);
    }

    /// Closes the open file, if one is.
    pub fn close(&self) {
        self.seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
        self.forget_workbook();
        *self.lock() = None;
    }

    /// Does something with the open file.
    ///
    /// # Errors
    /// `nothing-open`, or what `work` returns.
    pub(crate) fn with<T>(
        &self,
        work: impl FnOnce(&mut Store) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut open = self.lock();
        let store = open
            .as_mut()
            .ok_or_else(|| Error::new("nothing-open", "no competition file is open"))?;
        work(store)
    }

    /// As [`with`](Self::with), for what is the chair's alone to do.
    ///
    /// # Errors
    /// `not-the-chairs-file` for a judge's working copy too.
    pub(crate) fn as_chair<T>(
        &self,
        work: impl FnOnce(&mut Store) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.with(|store| match store::competition::birth(store)?.role {
            Role::Chair => work(store),
            Role::Judge => Err(Error::new(
                "not-the-chairs-file",
                "this is a judge's working copy; the chair does this in the competition file",
            )
            .in_file(store.path())),
        })
    }

    /// The workbook in this file: as it was looked at last, if the file is still the same, else as `open` gives it.
    pub(crate) fn workbook(
        &self,
        file: &Path,
        open: impl FnOnce() -> Result<Workbook, Error>,
    ) -> Result<Arc<Workbook>, Error> {
        let stamp = Stamp::of(file);
        let mut looked_at = self
            .looked_at
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if let (Some(stamp), Some((known, workbook))) = (&stamp, &*looked_at)
            && stamp == known
        {
            return Ok(Arc::clone(workbook));
        }
        *looked_at = None;
        let workbook = Arc::new(open()?);
        *looked_at = stamp.map(|stamp| (stamp, Arc::clone(&workbook)));
        Ok(workbook)
    }

    /// Notes how a file in a watched folder looks now, and says what that is to what was noted before.
    pub(crate) fn saw(&self, path: &Path, stamp: Stamp) -> Seen {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        match seen.get_mut(path) {
            Some((known, told)) if *known == stamp => {
                if std::mem::replace(told, true) {
                    Seen::Before
                } else {
                    Seen::Settled
                }
            }
            _ => {
                seen.insert(path.to_owned(), (stamp, false));
                Seen::Changing
            }
        }
    }

    /// Lets go of the workbook looked at last.
    pub(crate) fn forget_workbook(&self) {
        *self
            .looked_at
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// A long task begins: earlier wishes to cancel are forgotten.
    pub(crate) fn begin(&self) {
        self.cancelled.store(false, Ordering::Relaxed);
    }

    /// Tells how far a long task is, and hears whether to go on.
    pub(crate) fn tell(&self, step: &str, done: u32, of: Option<u32>) -> ControlFlow<()> {
        self.report(Progress {
            step: step.to_owned(),
            done,
            of,
            begun: None,
        })
    }

    /// As [`Session::tell`], with what there is to show already.
    pub(crate) fn report(&self, progress: Progress) -> ControlFlow<()> {
        let told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        told(progress);
        if self.cancelled.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    fn lock(&self) -> MutexGuard<'_, Option<Store>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a look at a file in a watched folder says.
pub(crate) enum Seen {
    /// New or changed since the last look: perhaps still being written.
    Changing,
    /// As at the last look: whole, as far as can be seen from outside.
    Settled,
    /// Told of already.
    Before,
}

/// By which a file is known to be the same: its place, size and time of change.
#[derive(PartialEq)]
pub(crate) struct Stamp(PathBuf, u64, SystemTime);

impl Stamp {
    pub(crate) fn of(file: &Path) -> Option<Self> {
        let data = std::fs::metadata(file).ok()?;
        if !data.is_file() {
            return None;
        }
        Some(Self(
            file.canonicalize().ok()?,
            data.len(),
            data.modified().ok()?,
        ))
    }
}

fn same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// Asks the long task that runs now to stop. Nothing of it will have been kept.
///
/// # Errors
/// None.
pub fn cancel(session: &Session, _: Nothing) -> Result<Nothing, Error> {
    session.cancelled.store(true, Ordering::Relaxed);
    Ok(Nothing {})
}
