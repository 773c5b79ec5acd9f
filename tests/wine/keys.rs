//! Remit: keys lie in Windows' credential store, and when they are gone from it that is said.

use harness::{Desk, Said, start_program};

/// Types a command as a user without a folder of their own for data: keys go to the credential store.
fn types(desk: &Desk, typed: &str) -> Said {
    let mut command = desk.command(typed);
    let output = command.env_remove("TIMBANG_DATA").output();
    Said::of(typed, output.expect("timbang starts"))
}

#[test]
fn keys_lie_in_the_credential_store_and_are_missed_when_gone_from_it() {
    let desk = Desk::new();
    types(&desk, "new lomba.timbang --rules metro-penilaian-judul").done();
    desk.fixture("metro-2027-penjaringan.xlsx");
    types(&desk, "import lomba.timbang metro-2027-penjaringan.xlsx").done();
    types(&desk, "judge add lomba.timbang --code J1 --name Juri").done();
    types(&desk, "packet lomba.timbang --judge J1 --out J1.paket").done();

    // Where Wine keeps what Windows keeps in its credential store.
    let store = r"HKCU\Software\Wine\Credential Manager";
    let query = |verb: &[&str]| {
        let mut reg = start_program("reg");
        reg.args(&verb[..1]).arg(store).args(&verb[1..]);
        reg.output().expect("reg starts")
    };
    let kept = String::from_utf8_lossy(&query(&["query", "/s"]).stdout).into_owned();
    assert!(kept.contains("timbang"), "{kept}");

    assert!(query(&["delete", "/f"]).status.success());
    types(&desk, "packet lomba.timbang --judge J1 --out J1-lagi.paket")
        .refused()
        .naming(&["lomba.timbang", "keys"]);
}
