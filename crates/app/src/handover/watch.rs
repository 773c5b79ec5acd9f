use super::merge::inspect;
use crate::api::handover::{Files, Folder, HandOverVerdict, Watched, WatchedFile};
use crate::session::{Seen, Stamp};
use crate::{Error, Session};
use exchange::Kind;
use exchange::envelope::identify;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// The bytes by which a file of ours is known.
const HEAD: u64 = 64;

/// Hand-overs that have come into a folder since it was looked at last, as [`inspect`](super::inspect) sees them. A file
/// that is still being written is left until it stays as it is from one look to the next. Whatever is no hand-over is
/// passed over and not opened again. Nothing is changed, in the folder or in the competition.
///
/// # Errors
/// That nothing is open, it is not the chair's file, or the folder cannot be read.
pub fn watch(session: &Session, asked: Folder) -> Result<Watched, Error> {
    let folder = Path::new(&asked.folder);
    let unreadable = |error: std::io::Error| Error::reading(folder, &error);
    let mut watched = Watched {
        files: Vec::new(),
        waiting: 0,
        passed_over: 0,
    };
    let mut ready: Vec<PathBuf> = Vec::new();
    for file in folder.read_dir().map_err(unreadable)? {
        let path = file.map_err(unreadable)?.path();
        let Some(stamp) = Stamp::of(&path) else {
            continue;
        };
        match session.saw(&path, stamp) {
            Seen::Before => {}
            Seen::Changing => watched.waiting += 1,
            Seen::Settled if is_hand_over(&path) => ready.push(path),
            Seen::Settled => watched.passed_over += 1,
        }
    }
    ready.sort();
    let files = ready
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    let rows = inspect(session, Files { files })?.rows;
    for (path, row) in ready.iter().zip(rows) {
        if row.verdict == HandOverVerdict::Same {
            watched.passed_over = watched.passed_over.saturating_add(1);
        } else {
            watched.files.push(WatchedFile {
                path: path.display().to_string(),
                row,
            });
        }
    }
    Ok(watched)
}

/// Whether the first bytes are those of a hand-over. The rest is not read here.
fn is_hand_over(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
    read.is_ok() && identify(&head).is_ok_and(|(_, kind)| kind == Kind::HandOver)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::handover::merge;
    use crate::test_support::Machine;

    #[track_caller]
    fn check(chair: &Session, folder: &Path, expected: (&[HandOverVerdict], u32, u32)) {
        let asked = Folder {
            folder: folder.display().to_string(),
        };
        let watched = watch(chair, asked).unwrap();
        let verdicts: Vec<HandOverVerdict> =
            watched.files.iter().map(|file| file.row.verdict).collect();
        assert_eq!(
            (verdicts.as_slice(), watched.waiting, watched.passed_over),
            expected
        );
    }

    #[test]
    fn a_file_is_told_of_once_and_only_when_it_no_longer_changes() {
        let machine = Machine::new(1);
        let chair = machine.competition();
        let desk = machine.desk(&chair, "J1");
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("J1.nilai");
        let whole = std::fs::read(machine.hand_over(&desk, 2, "J1-1.nilai")).unwrap();
        std::fs::write(&file, &whole[..100]).unwrap();
        check(&chair, folder.path(), (&[], 1, 0));
        std::fs::write(&file, &whole).unwrap();
        check(&chair, folder.path(), (&[], 1, 0));
        check(&chair, folder.path(), (&[HandOverVerdict::New], 0, 0));
        check(&chair, folder.path(), (&[], 0, 0));
        merge(
            &chair,
            Files {
                files: vec![file.display().to_string()],
            },
        )
        .unwrap();
        std::fs::copy(&file, folder.path().join("J1 (1).nilai")).unwrap();
        check(&chair, folder.path(), (&[], 1, 0));
        check(&chair, folder.path(), (&[], 0, 1));
    }

    #[test]
    fn ten_thousand_files_of_garbage_are_passed_over_and_not_opened_again() {
        let machine = Machine::new(2);
        let chair = machine.competition();
        let folder = tempfile::tempdir().unwrap();
        for number in 0..10_000 {
            std::fs::write(
                folder.path().join(format!("{number}.nilai")),
                b"TIMBANG? no",
            )
            .unwrap();
        }
        std::fs::create_dir(folder.path().join("folder.nilai")).unwrap();
        check(&chair, folder.path(), (&[], 10_000, 0));
        check(&chair, folder.path(), (&[], 0, 10_000));
        check(&chair, folder.path(), (&[], 0, 0));
    }
}
