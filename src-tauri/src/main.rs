//! The window: native dialogs, files opened from outside, and the way from the page to `app::api`; nothing else.
//!
//! **Never here**: what the program does. A request of the page goes to the one table of commands and its answer goes
//! back; no socket is opened, no page but the embedded one is shown.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod dialogs;
mod failure;
mod opened;
mod plenary;
mod renderer;
mod show;
mod window;

use failure::Failure;
use std::process::ExitCode;

fn main() -> ExitCode {
    if let Some(served) = app::child::serve_if_asked() {
        return served;
    }
    renderer::prepare();
    failure::say_panics();
    let opened = opened::Opened::from_arguments(std::env::args_os().skip(1));
    match start(opened) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.say();
            ExitCode::FAILURE
        }
    }
}

fn start(opened: opened::Opened) -> Result<(), Failure> {
    let host = app::SystemHost::shared()?;
    failure::check(&*host)?;
    window::run(host, opened)?;
    Ok(())
}
