//! What the tests of this crate begin with.

use crate::{Birth, Role, Store, entries, judges};
use judging::entry::{Entry, Field, Registration, Source};
use judging::panel::{Judge, Scope};
use judging::{CompetitionId, EntryCode};
use std::path::PathBuf;
use tempfile::TempDir;

pub const BIRTH: Birth = Birth {
    id: CompetitionId([7; 32]),
    role: Role::Chair,
    created_at: 1_700_000_000,
};

/// A new file in a folder of its own.
pub fn store() -> (TempDir, PathBuf, Store) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lomba.timbang");
    let store = Store::create(&path, &BIRTH).unwrap();
    (folder, path, store)
}

pub fn entry(code: &str) -> Entry {
    Entry {
        code: code.parse().unwrap(),
        category: "OPD".parse().unwrap(),
        registration: Registration {
            title: format!("Inovasi “{code}”"),
            agency: "Dinas Kesehatan".into(),
            fields: [(Field::Phase, "Penerapan".into())].into(),
            other: vec![
                ("Kolom X".into(), "1\n2".into()),
                (String::new(), "ü".into()),
            ],
            source: Source {
                file: "daftar.xlsx".into(),
                sheet: "Sheet1".into(),
                row: 12,
            },
        },
    }
}

pub fn keys(code: &EntryCode) -> entries::Keys {
    entries::Keys {
        title: format!("inovasi {}", code.as_str().to_lowercase()),
        agency: "dinas kesehatan".into(),
    }
}

pub fn judge(code: &str) -> Judge {
    Judge {
        code: code.parse().unwrap(),
        name: "Dr. Sari, M.Si.".into(),
        scope: Scope {
            categories: ["OPD".parse().unwrap()].into(),
            ..Scope::default()
        },
    }
}

/// A new file with the entry OPD-001 and the judge J1.
pub fn furnished() -> (TempDir, PathBuf, Store) {
    let (folder, path, mut store) = store();
    store
        .transact(|write| {
            let entry = entry("OPD-001");
            entries::insert(write, &entry, &keys(&entry.code), None)?;
            judges::add(write, &judge("J1"), Some(judges::EnrolmentSecret([9; 32])))
        })
        .unwrap();
    (folder, path, store)
}
