//! One user at work: the machine, and the file that is open, if one is.
//!
//! What is open is the chair's competition file ([`Chair`]) or a judge's working copy ([`Desk`]). A use case asks for the
//! one it needs; that the other one is open is refused here and nowhere else.

mod chair;
mod desk;
mod files_seen;
mod kept;
mod opened;
mod plenary;
mod written;

pub(crate) use chair::Chair;
pub(crate) use desk::Desk;
pub(crate) use files_seen::{Seen, Stamp};
pub(crate) use opened::Opened;
pub(crate) use plenary::{Placed, Plenary};

use crate::api::common::Nothing;
use crate::api::import::{Progress, ProgressStep};
use crate::case::case_of_pack;
use crate::{Error, Host};
use exchange::keys::Identity;
use files_seen::FilesSeen;
use intake::Workbook;
use judging::case::Case;
use kept::Kept;
use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::Store;

/// One user at work. Use cases borrow it; it can be shared between threads.
pub struct Session {
    host: Arc<dyn Host>,
    open: Mutex<Option<Opened>>,
    /// The identity asked for last, under the name the keystore has it by.
    identity: Mutex<Kept<String, Identity>>,
    /// The workbook looked at last, so that every answer of the user does not read it anew.
    looked_at: Mutex<Option<(Stamp, Arc<Workbook>)>>,
    /// The result pack looked at last.
    pack: Mutex<Kept<Stamp, Case>>,
    seen: Mutex<FilesSeen>,
    /// The files written since the program started, by their full paths.
    written: Mutex<BTreeSet<PathBuf>>,
    cancelled: AtomicBool,
    watch: Mutex<Box<dyn Fn(Progress) + Send>>,
}

impl Session {
    /// A session with nothing open.
    #[must_use]
    pub fn new(host: Arc<dyn Host>) -> Self {
        Self {
            host,
            open: Mutex::new(None),
            identity: Mutex::new(Kept::empty()),
            looked_at: Mutex::new(None),
            pack: Mutex::new(Kept::empty()),
            seen: Mutex::default(),
            written: Mutex::default(),
            cancelled: AtomicBool::new(false),
            watch: Mutex::new(Box::new(|_| ())),
        }
    }

    /// Lets somebody watch the progress of long tasks.
    #[must_use]
    pub fn watched(self, watch: impl Fn(Progress) + Send + 'static) -> Self {
        Self {
            watch: Mutex::new(Box::new(watch)),
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
        let mut open = lock(&self.open);
        if open
            .as_ref()
            .is_some_and(|opened| same_file(opened.path(), file))
        {
            return Ok(());
        }
        *open = Some(Opened::new(Store::open(file)?)?);
        lock(&self.seen).clear();
        Ok(())
    }

    /// Whether this very file is open here.
    pub(crate) fn is_open(&self, file: &Path) -> bool {
        lock(&self.open)
            .as_ref()
            .is_some_and(|opened| same_file(opened.path(), file))
    }

    /// Takes a file that was just made as the one open now.
    ///
    /// # Errors
    /// That it does not say whose it is.
    pub(crate) fn adopt(&self, store: Store) -> Result<(), Error> {
        *lock(&self.open) = Some(Opened::new(store)?);
        Ok(())
    }

    /// Closes the open file, if one is.
    pub fn close(&self) {
        lock(&self.seen).clear();
        self.forget_workbook();
        *lock(&self.identity) = Kept::empty();
        *lock(&self.open) = None;
    }

    /// The identity of that name, if this machine has it. The keystore is asked once: it may be slow to answer.
    ///
    /// # Errors
    /// That the keystore does not answer.
    pub(crate) fn identity(&self, name: &str) -> Result<Option<Arc<Identity>>, Error> {
        let mut kept = lock(&self.identity);
        let name = name.to_owned();
        if let Some(identity) = kept.get(&name) {
            return Ok(Some(identity));
        }
        let loaded = self.host.keys().load(&name)?;
        Ok(loaded.map(|identity| kept.keep(name, identity)))
    }

    /// Keeps an identity on this machine, in place of one of the same name.
    ///
    /// # Errors
    /// That the keystore does not take it.
    pub(crate) fn keep_identity(
        &self,
        name: &str,
        identity: Identity,
    ) -> Result<Arc<Identity>, Error> {
        self.host.keys().keep(name, &identity)?;
        Ok(lock(&self.identity).keep(name.to_owned(), identity))
    }

    /// Does something with the open file, whosever it is.
    ///
    /// # Errors
    /// `nothing-open`, or what `work` returns.
    pub(crate) fn with<T>(
        &self,
        work: impl FnOnce(&mut Opened) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut open = lock(&self.open);
        let opened = open
            .as_mut()
            .ok_or_else(|| Error::new("nothing-open", "no competition file is open"))?;
        work(opened)
    }

    /// Does something that is the chair's to do.
    ///
    /// # Errors
    /// `nothing-open`, `not-the-chairs-file`, or what `work` returns.
    pub(crate) fn chair<T>(
        &self,
        work: impl FnOnce(&mut Chair) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.with(|opened| work(opened.chair()?))
    }

    /// Does something that a judge does at a desk of their own.
    ///
    /// # Errors
    /// `nothing-open`, `not-a-working-copy`, or what `work` returns.
    pub(crate) fn desk<T>(
        &self,
        work: impl FnOnce(&mut Desk) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.with(|opened| work(opened.desk()?))
    }

    /// The workbook in this file: as it was looked at last, if the file is still the same, else as `open` gives it.
    pub(crate) fn workbook(
        &self,
        file: &Path,
        open: impl FnOnce() -> Result<Workbook, Error>,
    ) -> Result<Arc<Workbook>, Error> {
        let stamp = Stamp::of(file);
        let mut looked_at = lock(&self.looked_at);
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

    /// All that the result in a pack follows from, its signatures verified; kept while the file stays the same.
    ///
    /// # Errors
    /// That the file cannot be read or is no result pack.
    pub(crate) fn pack(&self, file: &Path) -> Result<Arc<Case>, Error> {
        let read = || {
            let bytes = crate::files::read_small(file)?;
            let pack = exchange::pack::read(&bytes);
            let pack = pack.map_err(|refusal| Error::from(refusal).in_file(file))?;
            case_of_pack(pack)
        };
        match Stamp::of(file) {
            Some(stamp) => lock(&self.pack).get_or(stamp, read),
            None => Ok(Arc::new(read()?)),
        }
    }

    /// Lets go of the workbook looked at last.
    pub(crate) fn forget_workbook(&self) {
        *lock(&self.looked_at) = None;
    }

    /// Notes how a file in a watched folder looks now, and says what that is to what was noted before.
    pub(crate) fn saw(&self, path: &Path, stamp: Stamp) -> Seen {
        lock(&self.seen).look(path, stamp)
    }

    /// A long task begins: earlier wishes to cancel are forgotten.
    pub(crate) fn begin(&self) {
        self.cancelled.store(false, Ordering::Relaxed);
    }

    /// Says how far a long task is. The answer says whether to go on or to stop.
    pub(crate) fn progress(
        &self,
        step: ProgressStep,
        done: u32,
        of: Option<u32>,
    ) -> ControlFlow<()> {
        self.report(Progress {
            step,
            done,
            of,
            begun: None,
        })
    }

    /// As [`Session::progress`], with what there is to show already.
    pub(crate) fn report(&self, progress: Progress) -> ControlFlow<()> {
        let watch = lock(&self.watch);
        watch(progress);
        if self.cancelled.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
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
