//! What Windows does that no other system does, tried through the installed program under Wine. `./dev windows` prepares
//! the machine: `TIMBANG_BIN` is the installed program, `TIMBANG_FULL_DISK` a disk of 2 MB, `TIMBANG_INSTALLER`,
//! `TIMBANG_OLDER_INSTALLER` and `TIMBANG_INSTALLER_WITH_WEBVIEW2` the installers; there is a display.

mod disk;
mod files;
mod installer;
mod keys;
mod window;

/// What an environment variable of `./dev windows` says.
fn given(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run ./dev windows"))
}
