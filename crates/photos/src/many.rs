//! Many photos, two at a time.

use crate::{Kept, Limits, PhotoError, Reader, keep};
use std::fs::File;
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

/// Photos that are read at the same time: more would take too much memory where all are hostile.
const AT_ONCE: usize = 2;
/// How often the user is asked while nothing is finished.
const LOOK: Duration = Duration::from_millis(50);

/// How far reading many photos has come.
#[derive(Debug)]
pub enum Progress {
    /// Nothing new.
    Waiting,
    /// The photo at this place among those given is kept or refused. They come in the order in which they are finished.
    Done(usize, Result<Kept, PhotoError>),
}

/// Makes pictures of many files, each on its own: one that is refused costs nothing else. Pictures are handed to `watch` as
/// they are made and not collected; [`ControlFlow::Break`] ends the work, and the rest is left.
pub fn keep_all(
    paths: &[PathBuf],
    reader: &Reader,
    limits: &Limits,
    watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) {
    let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
    let (send, done) = sync_channel(1);
    let work = || {
        let send = send.clone();
        let mut wait = || match stop.load(Ordering::Relaxed) {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        };
        while wait().is_continue() {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(path) = paths.get(place) else {
                return;
            };
            let kept = open(path).and_then(|file| keep(file, reader, limits, &mut wait));
            if send.send((place, kept)).is_err() {
                return;
            }
        }
    };
    thread::scope(|scope| {
        let done = done;
        for _ in 0..AT_ONCE.min(paths.len()) {
            scope.spawn(work);
        }
        let mut left = paths.len();
        while left > 0 {
            let progress = match done.recv_timeout(LOOK) {
                Ok((place, kept)) => {
                    left -= 1;
                    Progress::Done(place, kept)
                }
                Err(RecvTimeoutError::Timeout) => Progress::Waiting,
                Err(RecvTimeoutError::Disconnected) => break,
            };
            if watch(progress).is_break() {
                break;
            }
        }
        stop.store(true, Ordering::Relaxed);
    });
}

/// A regular file; opening a pipe would wait for somebody to write into it.
fn open(path: &Path) -> Result<File, PhotoError> {
    if !std::fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is not a regular file").into());
    }
    Ok(File::open(path)?)
}
