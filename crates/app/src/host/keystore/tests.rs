use super::*;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

fn identity(number: u8) -> Identity {
    Identity::from_secret(&[number; 64]).unwrap()
}

/// A keychain in memory; its clones are the same keychain.
#[derive(Clone, Default)]
struct Pretended(Arc<Mutex<BTreeMap<String, Identity>>>);

impl Keystore for Pretended {
    fn place(&self) -> KeyPlace {
        KeyPlace::Keychain
    }
    fn load(&self, name: &str) -> Result<Option<Identity>, KeystoreError> {
        Ok(self.0.lock().unwrap().get(name).cloned())
    }
    fn keep(&self, name: &str, identity: &Identity) -> Result<(), KeystoreError> {
        self.0
            .lock()
            .unwrap()
            .insert(name.to_owned(), identity.clone());
        Ok(())
    }
}

const NONE: Option<Pretended> = None;

fn device(keys: &dyn Keystore, name: &str) -> Option<judging::DeviceId> {
    keys.load(name).unwrap().map(|identity| identity.device())
}

#[test]
fn keys_in_files_are_there_again() {
    let folder = tempfile::tempdir().unwrap();
    let keys = KeyFiles::in_folder(folder.path().join("keys"));
    assert_eq!(device(&keys, "chair"), None);
    keys.keep("chair", &identity(1)).unwrap();
    keys.keep("J1", &identity(2)).unwrap();
    keys.keep("chair", &identity(3)).unwrap();
    assert_eq!(device(&keys, "chair"), Some(identity(3).device()));
    assert_eq!(device(&keys, "J1"), Some(identity(2).device()));
}

#[test]
fn a_name_never_leaves_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let keys = KeyFiles::in_folder(folder.path().to_owned());
    for name in [
        "",
        "../x",
        "a/b",
        "a\\b",
        ".hidden",
        "C:x",
        &"x".repeat(121),
    ] {
        assert!(
            matches!(keys.keep(name, &identity(1)), Err(KeystoreError::Name(_))),
            "{name}"
        );
    }
}

#[test]
fn a_damaged_key_is_an_error_and_not_an_absent_one() {
    let folder = tempfile::tempdir().unwrap();
    let keys = KeyFiles::in_folder(folder.path().to_owned());
    keys.keep("chair", &identity(1)).unwrap();
    std::fs::write(folder.path().join("chair.key"), "short").unwrap();
    assert!(matches!(
        keys.load("chair"),
        Err(KeystoreError::Damaged { .. })
    ));
}

#[cfg(unix)]
#[test]
fn a_key_file_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let keys = KeyFiles::in_folder(folder.path().join("keys"));
    keys.keep("chair", &identity(1)).unwrap();
    let path = folder.path().join("keys/chair.key");
    let rights = |path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(
        (rights(&path), rights(&folder.path().join("keys"))),
        (0o600, 0o700)
    );
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    assert!(matches!(
        keys.load("chair"),
        Err(KeystoreError::Exposed { .. })
    ));
}

#[test]
fn the_keychain_is_preferred_and_files_are_used_where_there_is_none() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(
        choose(folder.path(), NONE).unwrap().place(),
        KeyPlace::Files
    );
    assert_eq!(
        choose(folder.path(), Some(Pretended::default()))
            .unwrap()
            .place(),
        KeyPlace::Keychain
    );
}

#[test]
fn keys_in_files_stay_there_when_a_keychain_appears() {
    let folder = tempfile::tempdir().unwrap();
    choose(folder.path(), NONE)
        .unwrap()
        .keep("chair", &identity(1))
        .unwrap();
    let keys = choose(folder.path(), Some(Pretended::default())).unwrap();
    assert_eq!(
        (keys.place(), device(&*keys, "chair")),
        (KeyPlace::Files, Some(identity(1).device()))
    );
}

#[test]
fn a_keychain_that_went_away_is_an_error_and_no_reason_for_new_keys() {
    let folder = tempfile::tempdir().unwrap();
    let keychain = Pretended::default();
    choose(folder.path(), Some(keychain.clone()))
        .unwrap()
        .keep("chair", &identity(1))
        .unwrap();
    assert!(matches!(
        choose(folder.path(), NONE),
        Err(KeystoreError::Keychain(_))
    ));
    let back = choose(folder.path(), Some(keychain)).unwrap();
    assert_eq!(device(&*back, "chair"), Some(identity(1).device()));
}

/// A keychain that the administrator has closed: it answers, and refuses.
struct Closed;

impl Keystore for Closed {
    fn place(&self) -> KeyPlace {
        KeyPlace::Keychain
    }
    fn load(&self, _name: &str) -> Result<Option<Identity>, KeystoreError> {
        Err(KeystoreError::Keychain("no logon session".into()))
    }
    fn keep(&self, _name: &str, _identity: &Identity) -> Result<(), KeystoreError> {
        Err(KeystoreError::Keychain("no logon session".into()))
    }
}

#[test]
fn files_stand_in_for_a_keychain_that_never_took_a_key() {
    let folder = tempfile::tempdir().unwrap();
    let keys = choose(folder.path(), Some(Closed)).unwrap();
    assert_eq!(device(&*keys, "chair"), None);
    keys.keep("chair", &identity(1)).unwrap();
    for keys in [keys, choose(folder.path(), Some(Closed)).unwrap()] {
        assert_eq!(keys.place(), KeyPlace::Files);
        assert_eq!(device(&*keys, "chair"), Some(identity(1).device()));
    }
}

#[test]
fn a_keychain_that_holds_keys_and_refuses_now_is_an_error_and_no_reason_for_files() {
    let folder = tempfile::tempdir().unwrap();
    choose(folder.path(), Some(Pretended::default()))
        .unwrap()
        .keep("chair", &identity(1))
        .unwrap();
    let keys = choose(folder.path(), Some(Closed)).unwrap();
    assert!(matches!(
        keys.load("chair"),
        Err(KeystoreError::Keychain(_))
    ));
    assert!(matches!(
        keys.keep("J1", &identity(2)),
        Err(KeystoreError::Keychain(_))
    ));
    assert_eq!(keys.place(), KeyPlace::Keychain);
}
