use super::*;
use crate::test_support::{BIRTH, entry, furnished, keys, store};
use crate::{Birth, Role, competition, entries, rules};
use std::fs;

/// What opening a file of these bytes says.
#[track_caller]
fn check_refused(bytes: &[u8], expected: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.timbang");
    fs::write(&path, bytes).unwrap();
    let error = Store::open(&path).unwrap_err();
    assert_eq!(error.cause().to_string(), expected);
    assert!(error.to_string().starts_with(&path.display().to_string()));
    assert_eq!(fs::read(&path).unwrap(), bytes, "the file was changed");
}

#[test]
fn what_is_not_a_competition_file_is_refused_in_words_and_left_alone() {
    let not_ours = "this is not a Timbang competition file";
    check_refused(b"", not_ours);
    check_refused(b"PK\x03\x04 some workbook", not_ours);
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("other.db");
    let database = Connection::open(&other).unwrap();
    database.execute_batch("CREATE TABLE t (a)").unwrap();
    drop(database);
    check_refused(&fs::read(&other).unwrap(), not_ours);
    let missing = Store::open(&folder.path().join("none.timbang")).unwrap_err();
    assert!(matches!(missing.cause(), StoreError::NotFound));
    let directory = Store::open(folder.path()).unwrap_err();
    assert!(matches!(
        directory.cause(),
        StoreError::NotTimbang | StoreError::ReadOnly
    ));
}

#[test]
fn a_new_file_says_which_competition_it_is_and_whose() {
    let (folder, path, store) = store();
    assert_eq!(competition::birth(&store).unwrap(), BIRTH);
    drop(store);
    let birth = Birth {
        role: Role::Judge,
        ..BIRTH
    };
    let copy = Store::create(&folder.path().join("J1.timbang"), &birth).unwrap();
    assert_eq!(competition::birth(&copy).unwrap(), birth);
    assert_eq!(
        competition::birth(&Store::open(&path).unwrap()).unwrap(),
        BIRTH
    );
}

#[test]
fn an_existing_file_is_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lomba.timbang");
    fs::write(&path, "precious").unwrap();
    let error = Store::create(&path, &BIRTH).unwrap_err();
    assert!(matches!(error.cause(), StoreError::AlreadyThere));
    assert_eq!(fs::read(&path).unwrap(), b"precious");
}

#[test]
fn a_file_whose_filling_fails_never_comes_to_be() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lomba.timbang");
    let made = Store::create_with(&path, &BIRTH, |write| {
        rules::set(write, "name = \"x\"", 1)?;
        Err(StoreError::Forbidden("no".into()))
    });
    assert!(matches!(made, Err(StoreError::Forbidden(_))));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_file_in_a_folder_that_is_not_there_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let made = Store::create(&folder.path().join("none").join("x.timbang"), &BIRTH);
    assert!(matches!(made.unwrap_err().cause(), StoreError::NotFound));
}

#[test]
fn a_transaction_that_fails_leaves_nothing() {
    let (_folder, _, mut store) = store();
    let failed = store.transact(|write| {
        let entry = entry("OPD-001");
        entries::insert(write, &entry, &keys(&entry.code), None)?;
        assert_eq!(entries::all(write)?.len(), 1);
        Err::<(), _>(StoreError::Forbidden("no".into()))
    });
    assert!(failed.is_err());
    assert_eq!(entries::all(&store).unwrap(), []);
}

#[test]
fn a_file_that_is_open_is_refused_to_others_until_it_is_closed() {
    let (_folder, path, store) = store();
    let second = Store::open(&path).unwrap_err();
    assert!(matches!(second.cause(), StoreError::InUse), "{second}");
    drop(store);
    Store::open(&path).unwrap();
}

#[test]
fn a_file_of_a_newer_version_is_refused_with_both_versions() {
    let (_folder, path, store) = store();
    store
        .connection
        .pragma_update(None, "user_version", 99)
        .unwrap();
    drop(store);
    let error = Store::open(&path).unwrap_err();
    assert!(matches!(
        error.cause(),
        StoreError::Newer {
            found: 99,
            known: migrate::LATEST
        }
    ));
}

#[test]
fn a_file_with_a_trigger_or_view_of_a_stranger_is_refused() {
    for sql in [
        "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM decision; END",
        "CREATE VIEW v AS SELECT 1",
        "DROP TRIGGER journal_is_not_erased",
    ] {
        let (_folder, path, store) = store();
        store.connection.execute_batch(sql).unwrap();
        drop(store);
        let error = Store::open(&path).unwrap_err();
        assert!(matches!(error.cause(), StoreError::Damaged(_)), "{error}");
    }
}

#[test]
fn a_full_disk_is_said_so_and_changes_nothing() {
    let (_folder, _, mut store) = store();
    settings::pragma(&store.connection, "max_page_count = 100").unwrap();
    let filled = store.transact(|write| rules::set(write, &"x".repeat(1 << 20), 1));
    assert!(matches!(filled, Err(StoreError::DiskFull)), "{filled:?}");
    assert_eq!(rules::current(&store).unwrap(), None);
}

#[test]
fn gathering_leaves_one_file_that_holds_everything() {
    let (folder, path, mut store) = furnished();
    store.gather().unwrap();
    let lonely = folder.path().join("lonely.timbang");
    fs::copy(&path, &lonely).unwrap();
    assert_eq!(
        entries::all(&Store::open(&lonely).unwrap()).unwrap().len(),
        1
    );
}

#[test]
fn a_copy_of_a_file_in_use_holds_what_is_in_its_log_and_cannot_be_written() {
    let (_folder, path, store) = furnished();
    let before = fs::read(&path).unwrap();
    let copy = Store::copy_of(&path).unwrap();
    assert_eq!(entries::all(&copy).unwrap(), entries::all(&store).unwrap());
    assert!(copy.connection.execute("DELETE FROM entry", []).is_err());
    assert_eq!(copy.path(), path);
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn every_earlier_version_opens_and_is_brought_to_the_latest() {
    for version in 1..=migrate::LATEST {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.timbang");
        let old = Connection::open(&path).unwrap();
        old.pragma_update(None, "application_id", APPLICATION_ID)
            .unwrap();
        migrate::migrate_to(&old, version).unwrap();
        let rows = fs::read_to_string(format!(
            "{}/fixtures/version-{version}.sql",
            env!("CARGO_MANIFEST_DIR")
        ));
        old.execute_batch(&rows.unwrap()).unwrap();
        drop(old);
        let store = Store::open(&path).unwrap();
        assert_eq!(
            migrate::version(&store.connection).unwrap(),
            migrate::LATEST
        );
        check_fixture(&store);
        let before = crate::predecessors::all(&store).unwrap();
        assert_eq!(before.len(), usize::from(version >= 2));
    }
}

/// Everything in the fixture is read through the ordinary functions, and the file is whole.
fn check_fixture(store: &Store) {
    assert_eq!(competition::birth(store).unwrap().id.0, [0x11; 32]);
    assert_eq!(rules::current(store).unwrap().unwrap().text, "name = \"x\"");
    assert_eq!(entries::all(store).unwrap().len(), 1);
    assert_eq!(crate::imports::all(store).unwrap().len(), 1);
    assert_eq!(crate::imports::choices(store).unwrap().len(), 1);
    assert_eq!(crate::judges::all(store).unwrap().len(), 1);
    assert_eq!(crate::packets::all(store).unwrap().len(), 1);
    assert_eq!(crate::devices::all(store).unwrap().len(), 1);
    assert_eq!(crate::hand_overs::all(store).unwrap().len(), 1);
    assert_eq!(crate::decisions::all(store).unwrap().len(), 1);
    assert_eq!(crate::sheets::all(store).unwrap()[0].sheet.marks.len(), 1);
    assert_eq!(crate::declarations::all(store).unwrap().len(), 1);
    assert_eq!(crate::visits::all(store).unwrap().len(), 1);
    assert_eq!(crate::handed_over::all(store).unwrap().len(), 1);
    assert!(crate::opened_packets::current(store).unwrap().is_some());
    assert_eq!(crate::settings::get(store, "k").unwrap(), Some("v".into()));
    let mapping = crate::imports::mapping(store, "shape").unwrap();
    assert_eq!(mapping, Some("x = 1".into()));
    assert_eq!(crate::undo::last(store).unwrap().unwrap().line, 2);
    assert_eq!(crate::check::check(store).unwrap(), []);
}

#[test]
fn settings_that_safety_depends_on_hold() {
    let (_folder, _, store) = store();
    for (name, expected) in [
        ("foreign_keys", "1"),
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("locking_mode", "exclusive"),
        ("trusted_schema", "0"),
    ] {
        let found = settings::pragma(&store.connection, name).unwrap();
        assert_eq!(found, expected, "{name}");
    }
    let writable = store.connection.execute_batch(
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = '' WHERE name = 'entry'",
    );
    assert!(writable.is_err());
}
