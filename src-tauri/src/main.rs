//! The window: native dialogs, files opened from outside, and the way from the page to `app::api`; nothing else.
//!
//! **Never here**: what the program does. A request of the page goes to the one table of commands and its answer goes
//! back; no socket is opened, no page but the embedded one is shown.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod dialogs;
mod opened;
mod renderer;
mod window;

use std::process::ExitCode;

fn main() -> ExitCode {
    if let Some(served) = app::child::serve_if_asked() {
        return served;
    }
    renderer::prepare();
    let opened = opened::Opened::from_arguments(std::env::args_os().skip(1));
    match app::SystemHost::shared().map(|host| window::run(host, opened)) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(error)) => failed(&error),
        Err(error) => failed(&error),
    }
}

/// Says on the terminal, if there is one, why no window came up.
#[expect(
    clippy::print_stderr,
    reason = "without a window there is nowhere else to say it"
)]
fn failed(error: &dyn std::error::Error) -> ExitCode {
    eprintln!("Timbang: {error}");
    ExitCode::FAILURE
}
