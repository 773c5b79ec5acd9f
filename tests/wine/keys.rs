//! Remit: keys lie in Windows' credential store; where it refuses from the start they lie in files of the user; and where
//! keys are gone from it, or it refuses later, that is said.

use harness::{Desk, Said, start_program, timbang};
use std::path::PathBuf;

/// Where Wine keeps what Windows keeps in its credential store.
const STORE: &str = r"HKCU\Software\Wine\Credential Manager";
/// With a key of the wrong kind to encrypt with, Wine's store refuses everything, as Windows' does where the administrator
/// forbids programs to use it.
const CLOSED: [&str; 7] = ["/v", "EncryptionKey", "/t", "REG_SZ", "/d", "x", "/f"];

/// Types a command as a user without a folder of their own for data: keys go to the credential store.
fn types(desk: &Desk, typed: &str) -> Said {
    let mut command = desk.command(typed);
    let output = command.env_remove("TIMBANG_DATA").output();
    Said::of(typed, output.expect("timbang starts"))
}

/// Does something with Wine's store, and gives what `reg` says about it.
fn reg(verb: &str, rest: &[&str]) -> (bool, String) {
    let mut reg = start_program("reg");
    let output = reg.arg(verb).arg(STORE).args(rest).output();
    let output = output.expect("reg starts");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    (output.status.success(), said)
}

/// The user's own folder for keys.
fn folder() -> PathBuf {
    let local = timbang().ancestors().nth(3).expect("AppData/Local");
    local.join("timbang/Timbang/data/keys")
}

/// The user has never kept a key.
fn begin() -> Desk {
    reg("delete", &["/f"]);
    let _ = std::fs::remove_dir_all(folder());
    Desk::new()
}

/// A competition with one judge.
fn assemble(desk: &Desk) {
    desk.fixture("metro-2027-penjaringan.xlsx");
    for typed in [
        "new lomba.timbang --rules metro-penilaian-judul",
        "import lomba.timbang metro-2027-penjaringan.xlsx",
        "judge add lomba.timbang --code J1 --name Juri",
        "packet lomba.timbang --judge J1 --out J1.paket",
    ] {
        types(desk, typed).done();
    }
}

#[test]
fn keys_lie_in_the_credential_store_and_are_missed_when_gone_from_it() {
    let desk = begin();
    assemble(&desk);
    let (_, kept) = reg("query", &["/s"]);
    assert!(kept.contains("timbang"), "{kept}");

    assert!(reg("delete", &["/f"]).0);
    types(&desk, "packet lomba.timbang --judge J1 --out J1-lagi.paket")
        .refused()
        .naming(&["lomba.timbang", "keys"]);
}

#[test]
fn a_credential_store_that_holds_keys_and_refuses_them_is_named_and_no_other_keys_are_made() {
    let desk = begin();
    assemble(&desk);
    assert!(reg("add", &CLOSED).0);
    types(&desk, "packet lomba.timbang --judge J1 --out J1-lagi.paket")
        .refused()
        .naming(&["keychain"]);
    types(&desk, "new lain.timbang --rules metro-penilaian-judul").refused();
    let kept = std::fs::read_dir(folder()).unwrap().count();
    assert_eq!(kept, 1, "only the mark that keys are in the store");
}

#[test]
fn where_the_credential_store_refuses_from_the_start_keys_lie_in_files_and_stay_there() {
    let desk = begin();
    assert!(reg("add", &CLOSED).0);
    assemble(&desk);
    let kept = std::fs::read_dir(folder()).unwrap();
    let names = kept.map(|file| file.unwrap().file_name().into_string().unwrap());
    let names: Vec<String> = names.collect();
    assert!(
        names.iter().all(|name| name.ends_with("-chair.key")),
        "{names:?}"
    );
    assert_eq!(names.len(), 1);

    assert!(reg("delete", &["/f"]).0);
    types(&desk, "packet lomba.timbang --judge J1 --out J1-lagi.paket").done();
}
