use crate::api::audit::{BackupRow, Backups};
use crate::api::common::{File, Nothing};
use crate::api::overview::Overview;
use crate::op::{Change, Op, transact};
use crate::{Error, Session, time};
use std::path::{Path, PathBuf};
use store::{Contents, backup};

/// How old the last backup may be, in seconds, before the next one is due.
const HOUR: i64 = 3600;

/// The backups of the open file, newest first.
///
/// # Errors
/// That nothing is open, or the folder of backups cannot be read.
pub fn backups(session: &Session, _: Nothing) -> Result<Backups, Error> {
    session.with(|store| {
        let mut rows = Vec::new();
        for (made_at, path) in kept(&folder(session, store)?)?.into_iter().rev() {
            let bytes = std::fs::metadata(&path).map_or(0, |data| data.len());
            rows.push(BackupRow {
                file: path.display().to_string(),
                made_at: time::text(made_at),
                bytes: u32::try_from(bytes).unwrap_or(u32::MAX),
            });
        }
        Ok(Backups { rows })
    })
}

/// Makes a verified backup of the open file if the last one is older than an hour, and thins the old ones.
///
/// # Errors
/// That nothing is open, or the copy could not be made or did not verify.
pub fn back_up(session: &Session, _: Nothing) -> Result<Backups, Error> {
    session.with(|store| {
        let folder = folder(session, store)?;
        let now = session.host().now();
        let mut made = kept(&folder)?;
        if made
            .last()
            .is_some_and(|(last, _)| now - last < HOUR && *last <= now)
        {
            return Ok(());
        }
        std::fs::create_dir_all(&folder).map_err(|error| Error::writing(&folder, &error))?;
        let path = folder.join(format!("{now}.timbang"));
        if !path.exists() {
            backup::backup_to(store, &path)?;
            made.push((now, path));
        }
        let times: Vec<i64> = made.iter().map(|(at, _)| *at).collect();
        for gone in backup::surplus(&times, now) {
            for (_, path) in made.iter().filter(|(at, _)| *at == gone) {
                // A backup that cannot be removed only takes room.
                let _ = std::fs::remove_file(path);
            }
        }
        Ok(())
    })?;
    backups(session, Nothing {})
}

/// As [`back_up`], when a file was just opened: that there is no room for a backup is no reason not to open it.
pub(crate) fn back_up_if_due(session: &Session) {
    let _ = back_up(session, Nothing {});
}

/// Puts a backup in the place of the open file. The present one is moved aside, beside it, and named in the journal.
///
/// # Errors
/// That the backup is not whole, or a file cannot be moved; then the present file is open again.
pub fn restore(session: &Session, asked: File) -> Result<Overview, Error> {
    let backup = Path::new(&asked.file);
    let path = session.with(|store| Ok(store.path().to_owned()))?;
    let now = session.host().now();
    let aside = path.with_extension(format!("before-{now}.timbang"));
    session.close();
    let restored = backup::restore(backup, &path, &aside);
    session.open(&path)?;
    restored?;
    session.with(|store| {
        transact(session, store, |_| {
            let name = |path: &Path| {
                path.file_name()
                    .map(|name| name.to_string_lossy().into_owned())
            };
            Ok(Change::Done {
                answer: (),
                op: Op::Restore {
                    backup: name(backup).unwrap_or_default(),
                    moved_aside: name(&aside),
                },
            })
        })
    })?;
    crate::competition::overview(session, Nothing {})
}

/// Every competition has a folder of backups of its own, by the hash of its file's place: two copies do not mix.
fn folder(session: &Session, contents: &Contents) -> Result<PathBuf, Error> {
    let path = contents.path();
    let whole = path
        .canonicalize()
        .map_err(|error| Error::reading(path, &error))?;
    let place = store::hash_of(whole.to_string_lossy().as_bytes()).to_string();
    Ok(session.host().folder().join("backups").join(&place[..16]))
}

/// The backups there are, oldest first, with the time each was made.
fn kept(folder: &Path) -> Result<Vec<(i64, PathBuf)>, Error> {
    let unreadable = |error: std::io::Error| Error::reading(folder, &error);
    let files = match folder.read_dir() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        files => files.map_err(unreadable)?,
    };
    let mut kept = Vec::new();
    for file in files {
        let path = file.map_err(unreadable)?.path();
        let at = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .and_then(|stem| stem.parse().ok());
        if let (Some(at), Some("timbang")) = (at, path.extension().and_then(|end| end.to_str())) {
            kept.push((at, path));
        }
    }
    kept.sort();
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::Machine;
    use std::sync::atomic::Ordering;

    #[test]
    fn a_backup_is_made_once_an_hour_and_brings_back_what_was_there() {
        let machine = Machine::new(9);
        let chair = machine.competition();
        assert_eq!(back_up(&chair, Nothing {}).unwrap().rows.len(), 1);
        assert_eq!(
            back_up(&chair, Nothing {}).unwrap().rows.len(),
            1,
            "not twice in an hour"
        );
        machine.desk(&chair, "J1");
        machine.now.fetch_add(2 * HOUR, Ordering::Relaxed);
        let made = back_up(&chair, Nothing {}).unwrap().rows;
        assert_eq!(made.len(), 2);
        let before_the_judge = made.last().unwrap().file.clone();
        let asked = File {
            file: before_the_judge,
        };
        let Overview::Chair(restored) = restore(&chair, asked).unwrap() else {
            panic!("the chair's file is the chair's file");
        };
        assert_eq!((restored.about.entries, restored.judges), (105, 0));
    }
}
