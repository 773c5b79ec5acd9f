//! Remit: what keeps the window from coming up is said in a native box, in the language of the system.

use harness::{Desk, as_the_program_knows, start_program, timbang};
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// The box of a window's program that cannot go on. The program ends when this is dropped.
pub struct Shown {
    program: Option<Child>,
    id: String,
}

impl Shown {
    /// Starts the window's program on this machine, in a system of this locale.
    pub fn over(desk: &Desk, locale: &str) -> Self {
        let program = start_program(timbang().with_file_name("timbang-desktop.exe"))
            .current_dir(desk.path("."))
            .env("TIMBANG_DATA", as_the_program_knows(&desk.data()))
            .env("LC_ALL", locale)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn();
        Self {
            program: Some(program.expect("the window's program starts")),
            id: on_screen("Timbang"),
        }
    }

    /// Presses Enter, and gives what the program has said when it has ended.
    fn read(mut self) -> Output {
        // Not let go of again: the box is gone by then.
        let pressed = Command::new("xdotool")
            .args(["keydown", "--window", &self.id, "Return"])
            .status();
        assert!(pressed.expect("xdotool starts").success());
        let program = self.program.take().expect("it was started");
        program.wait_with_output().expect("the program ends")
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        if let Some(program) = &mut self.program {
            let _ = program.kill();
            let _ = program.wait();
        }
    }
}

/// The box comes up, stays until the person has read it, and the program ends with 1 and without a stack trace.
fn check(desk: &Desk, locale: &str, words: &[&str]) {
    let ended = Shown::over(desk, locale).read();
    let said = String::from_utf8_lossy(&ended.stderr);
    assert_eq!(ended.status.code(), Some(1), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    for word in words {
        assert!(said.contains(word), "{word} is not in:\n{said}");
    }
}

/// The id of a window of this title, once it is on the screen.
fn on_screen(title: &str) -> String {
    let began = Instant::now();
    while began.elapsed() < Duration::from_secs(30) {
        let found = Command::new("xdotool")
            .args(["search", "--onlyvisible", "--name", &format!("^{title}$")])
            .output()
            .expect("xdotool starts");
        let found = String::from_utf8_lossy(&found.stdout);
        if let Some(id) = found.lines().next() {
            return id.to_owned();
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("no box comes up");
}

#[test]
fn a_missing_webview2_is_said_in_the_language_of_the_system() {
    let desk = Desk::new();
    let words = ["WebView2", "MicrosoftEdgeWebview2RuntimeInstaller.exe"];
    check(
        &desk,
        "id_ID.UTF-8",
        &[&words[..], &["belum terpasang"]].concat(),
    );
    check(
        &desk,
        "en_US.UTF-8",
        &[&words[..], &["is not installed"]].concat(),
    );
}

#[test]
fn a_folder_of_data_that_cannot_be_written_is_named() {
    let desk = Desk::new();
    fs::set_permissions(desk.data(), Permissions::from_mode(0o555)).unwrap();
    check(&desk, "en_US.UTF-8", &["cannot write", r"\data"]);
}

#[test]
fn a_folder_of_data_that_is_a_file_is_named() {
    let desk = Desk::new();
    fs::remove_dir(desk.data()).unwrap();
    fs::write(desk.data(), "bukan folder").unwrap();
    check(&desk, "id_ID.UTF-8", &["tidak dapat menulis", r"\data"]);
}
