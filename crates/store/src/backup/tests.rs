use super::*;
use crate::test_support::{entry, furnished, keys};
use crate::{Store, StoreError, entries};
use std::fs;

#[test]
fn a_backup_of_an_open_file_holds_everything_and_overwrites_nothing() {
    let (folder, _, store) = furnished();
    let copy = folder.path().join("salinan.timbang");
    backup_to(&store, &copy).unwrap();
    let opened = Store::open(&copy).unwrap();
    assert_eq!(
        entries::all(&opened).unwrap(),
        entries::all(&store).unwrap()
    );
    let again = backup_to(&store, &copy).unwrap_err();
    assert!(matches!(again.cause(), StoreError::AlreadyThere));
}

#[test]
fn a_backup_is_put_back_and_the_present_file_moved_aside() {
    let (folder, path, mut store) = furnished();
    let [copy, aside] = ["salinan.timbang", "sebelum.timbang"].map(|name| folder.path().join(name));
    backup_to(&store, &copy).unwrap();
    let second = entry("OPD-002");
    store
        .transact(|write| entries::insert(write, &second, &keys(&second.code), None))
        .unwrap();
    let in_use = restore(&copy, &path, &aside).unwrap_err();
    assert!(matches!(in_use.cause(), StoreError::InUse), "{in_use}");
    drop(store);
    restore(&copy, &path, &aside).unwrap();
    let count = |path| entries::all(&Store::open(path).unwrap()).unwrap().len();
    assert_eq!((count(&path), count(&aside), count(&copy)), (1, 2, 1));
    let taken = restore(&copy, &path, &aside).unwrap_err();
    assert!(matches!(taken.cause(), StoreError::AlreadyThere));
}

#[test]
fn a_file_damaged_beyond_opening_is_replaced_by_its_backup() {
    let (folder, path, store) = furnished();
    let [copy, aside] = ["salinan.timbang", "rusak.timbang"].map(|name| folder.path().join(name));
    backup_to(&store, &copy).unwrap();
    drop(store);
    fs::write(&path, "rubbish").unwrap();
    restore(&copy, &path, &aside).unwrap();
    assert_eq!(entries::all(&Store::open(&path).unwrap()).unwrap().len(), 1);
    assert_eq!(fs::read(&aside).unwrap(), b"rubbish");
}

#[test]
fn a_damaged_backup_is_not_put_back() {
    let (folder, path, store) = furnished();
    let copy = folder.path().join("salinan.timbang");
    backup_to(&store, &copy).unwrap();
    drop(store);
    let mut bytes = fs::read(&copy).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..].fill(0xA5);
    fs::write(&copy, bytes).unwrap();
    let before = fs::read(&path).unwrap();
    let refused = restore(&copy, &path, &folder.path().join("aside")).unwrap_err();
    assert!(
        matches!(refused.cause(), StoreError::Damaged(_)),
        "{refused}"
    );
    assert_eq!(fs::read(&path).unwrap(), before);
}
