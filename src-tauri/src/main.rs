//! The window: native dialogs, files opened from outside, and the way from the page to `app::api`; nothing else.
//!
//! **Never here**: what the program does. A request of the page goes to the one table of commands and its answer goes
//! back; no socket is opened, no page but the embedded one is shown.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod dialogs;
mod opened;
mod renderer;
mod window;

fn main() -> tauri::Result<()> {
    renderer::prepare();
    window::run(opened::Opened::from_arguments(std::env::args_os().skip(1)))
}
