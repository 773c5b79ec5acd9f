//! Remit: installing, upgrading and removing without questions, and what belongs to the user stays.

use crate::given;
use crate::window::Shown;
use harness::{Desk, start_program, timbang};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const KINDS: [(&str, &str); 4] = [
    ("timbang", "Timbang.Competition"),
    ("paket", "Timbang.Packet"),
    ("nilai", "Timbang.HandOver"),
    ("hasil", "Timbang.Result"),
];

fn folder() -> PathBuf {
    timbang()
        .parent()
        .expect("the installed program has a folder")
        .to_owned()
}

fn run(program: &Path, arguments: &[&str]) -> Option<i32> {
    let status = start_program(program).args(arguments).status();
    status.expect("an installer starts").code()
}

/// The value of a name under a key of the current user; the key's own without a name.
fn registry(key: &str, name: Option<&str>) -> Option<String> {
    let mut reg = start_program("reg");
    reg.args(["query", &format!(r"HKCU\{key}")]);
    match name {
        Some(name) => reg.args(["/v", name]),
        None => reg.arg("/ve"),
    };
    let output = reg.output().expect("reg starts");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let value = text.lines().find(|line| line.contains("REG_"))?;
    let (_, value) = value.split_once("REG_")?;
    Some(value.split_once("    ")?.1.trim().to_owned())
}

fn set(key: &str, name: &str, value: &str) {
    let key = format!(r"HKCU\{key}");
    let set = ["add", &key, "/v", name, "/d", value, "/f"];
    assert_eq!(run(Path::new("reg"), &set), Some(0));
}

fn unset(key: &str, name: &str) {
    run(
        Path::new("reg"),
        &["delete", &format!(r"HKCU\{key}"), "/v", name, "/f"],
    );
}

fn version() -> Option<String> {
    registry(
        r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Timbang",
        Some("DisplayVersion"),
    )
}

#[track_caller]
fn check_kinds() {
    for (ending, kind) in KINDS {
        let class = |rest: &str| registry(&format!(r"Software\Classes\{kind}{rest}"), None);
        let ending = registry(&format!(r"Software\Classes\.{ending}"), None);
        assert_eq!(ending.as_deref(), Some(kind));
        let icon = class(r"\DefaultIcon").expect("an icon");
        let (icon, _) = icon.rsplit_once(',').expect("a file and a number");
        let icon = icon.rsplit_once('\\').expect("a full path").1;
        assert!(folder().join(icon).exists(), "{icon}");
        let opens = class(r"\shell\open\command").expect("a command");
        assert!(opens.ends_with(r#"\timbang-desktop.exe" "%1""#), "{opens}");
    }
}

/// The uninstaller goes on from a copy of itself after the process that was started has ended.
fn remove() {
    run(&folder().join("uninstall.exe"), &["/S"]);
    let began = Instant::now();
    while folder().exists() && began.elapsed() < Duration::from_secs(30) {
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn an_installation_is_upgraded_and_removed_and_what_belongs_to_the_user_stays() {
    let desk = Desk::new();
    desk.types("new lomba.timbang --rules metro-penilaian-judul")
        .done();
    let (newer, older) = (given("TIMBANG_INSTALLER"), given("TIMBANG_OLDER_INSTALLER"));
    let installed = version().expect("it is installed");
    check_kinds();

    assert_eq!(
        run(Path::new(&older), &["/S"]),
        Some(1),
        "the newer one stays"
    );
    assert_eq!(version().as_ref(), Some(&installed));
    remove();
    assert!(!folder().exists());

    assert_eq!(run(Path::new(&older), &["/S", "/PATH"]), Some(0));
    assert_eq!(version().as_deref(), Some("0.0.1"));
    let path = registry("Environment", Some("Path")).expect("a PATH of the user");
    assert!(path.ends_with(r"\Programs\Timbang"), "{path}");
    assert_eq!(run(Path::new(&newer), &["/S", "/PATH"]), Some(0));
    assert_eq!(version().as_ref(), Some(&installed));
    assert_eq!(registry("Environment", Some("Path")), Some(path), "once");
    check_kinds();
    desk.types("check lomba.timbang").done();

    // Another program stands on the PATH since, one whose folder begins with the same name.
    let path = registry("Environment", Some("Path")).expect("a PATH of the user");
    let other = format!("{path}-lain");
    set("Environment", "Path", &format!("{path};{other}"));
    remove();
    assert!(!folder().exists());
    assert_eq!(version(), None);
    assert_eq!(registry("Environment", Some("Path")), Some(other));
    unset("Environment", "Path");
    for (ending, kind) in KINDS {
        for key in [format!(".{ending}"), kind.to_owned()] {
            assert_eq!(
                registry(&format!(r"Software\Classes\{key}"), None),
                None,
                "{key}"
            );
        }
    }
    assert!(desk.path("lomba.timbang").exists());
    assert!(desk.data().join("keys").exists());

    assert_eq!(run(Path::new(&newer), &["/S"]), Some(0));
    desk.types("check lomba.timbang").done();
}

#[test]
fn a_program_that_runs_is_not_replaced() {
    let desk = Desk::new();
    // The box about the missing WebView2 stays on the screen.
    let window = Shown::over(&desk, "id_ID.UTF-8");
    let newer = given("TIMBANG_INSTALLER");
    assert_eq!(run(Path::new(&newer), &["/S"]), Some(2));
    drop(window);
    assert_eq!(run(Path::new(&newer), &["/S"]), Some(0));
}

/// The installer in the place of Microsoft's leaves word of how it was started.
fn webview2_started() -> Option<String> {
    registry(r"Software\Timbang trial", Some("WebView2 installer"))
}

#[test]
fn webview2_is_brought_along_where_it_is_missing_and_only_there() {
    let bringing = given("TIMBANG_INSTALLER_WITH_WEBVIEW2");
    assert_eq!(webview2_started(), None);
    assert_eq!(run(Path::new(&bringing), &["/S"]), Some(0));
    assert_eq!(webview2_started().as_deref(), Some("/silent /install"));
    unset(r"Software\Timbang trial", "WebView2 installer");

    let webview2 = r"Software\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    set(webview2, "pv", "140.0.3485.54");
    assert_eq!(run(Path::new(&bringing), &["/S"]), Some(0));
    assert_eq!(webview2_started(), None);
    unset(webview2, "pv");
}
