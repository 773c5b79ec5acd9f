//! The window, and what the page in it may ask.

use crate::dialogs::{self, Dialogs, Open, Save};
use crate::opened::Opened;
use crate::plenary::{self, Audience, PLENARY};
use crate::show::{self, How, Show};
use app::commands;
use app::{Error, Host, Session};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tauri::webview::NewWindowResponse;
use tauri::{
    App, AppHandle, Emitter as _, Manager as _, RunEvent, State, WebviewUrl, WebviewWindowBuilder,
    WindowEvent,
};

pub(crate) const MAIN: &str = "main";
/// Tells the page that files wait to be fetched with `opened_files`.
const OPENED: &str = "opened";
/// Tells the page how far a long task has come.
const PROGRESS: &str = "progress";

/// Opens the window and stays until it is closed.
///
/// # Errors
///
/// When the web view cannot be started or the window cannot be made.
pub(crate) fn run(host: Arc<dyn Host>, opened: Opened) -> tauri::Result<()> {
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(
            |app, arguments, from| {
                let files = arguments.into_iter().skip(1).map(Into::into);
                app.state::<Opened>().add(files, Path::new(&from));
                bring_to_front(app);
            },
        ))
        .manage(opened)
        .manage(dialogs::of_this_build())
        .manage(show::of_this_build())
        .manage(Audience::default())
        .invoke_handler(tauri::generate_handler![
            call,
            ask_open,
            ask_folder,
            ask_save,
            opened_files,
            show,
            zoom,
            plenary::open_plenary,
            plenary::close_plenary,
            plenary::plenary,
            plenary::watch_plenary,
            plenary::leave_plenary,
            plenary::fill_plenary
        ])
        .build(tauri::generate_context!())?;
    let session = open(&app, host)?;
    // Not `run`, which would end the process before anything could be said about a failure.
    app.run_return(followed);
    // What still runs is to end, and the start page to know how the file stood. There is nobody left to tell of a failure.
    for command in ["cancel", "close_file"] {
        let _ = commands::call(&session, command, serde_json::json!({}));
    }
    Ok(())
}

/// The second window does not outlive the one that controls it.
fn followed(app: &AppHandle, event: RunEvent) {
    let RunEvent::WindowEvent {
        label,
        event: WindowEvent::Destroyed,
        ..
    } = event
    else {
        return;
    };
    match label.as_str() {
        PLENARY => plenary::closed(app),
        _ => plenary::close_plenary(app.clone()),
    }
}

/// Opens the window. Not in Tauri's `setup`, which panics where this fails.
fn open(app: &App, host: Arc<dyn Host>) -> tauri::Result<Arc<Session>> {
    let page = app.handle().clone();
    // What the page keeps (language, theme) lies with the rest of the user's data.
    let kept = host.folder().join("window");
    let session = Session::new(host).watched(move |progress| {
        // Progress nobody hears is no reason to stop the work.
        let _ = page.emit_to(MAIN, PROGRESS, progress);
    });
    let session = Arc::new(session);
    app.manage(Arc::clone(&session));
    WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("Timbang")
        .inner_size(1366.0, 720.0)
        .min_inner_size(960.0, 560.0)
        .data_directory(kept)
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    Ok(session)
}

/// The embedded page and nothing else: `tauri://localhost`, or `http://tauri.localhost` where the web view knows no
/// schemes of a program's own.
pub(crate) fn is_own_page(url: &tauri::Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

fn bring_to_front(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // A window that cannot be raised still gets the files.
        let _ = window.unminimize();
        let _ = window.set_focus();
        let _ = window.emit(OPENED, ());
    }
}

#[tauri::command]
async fn call(
    name: String,
    request: Value,
    session: State<'_, Arc<Session>>,
    audience: State<'_, Audience>,
) -> Result<Value, Error> {
    let answer = answered(Arc::clone(&session), name, request).await;
    // Whatever was done may be seen in plenary.
    audience.look();
    answer
}

/// What the use case of that name answers, off the window's own thread.
pub(crate) async fn answered(
    session: Arc<Session>,
    name: String,
    request: Value,
) -> Result<Value, Error> {
    let answering =
        tauri::async_runtime::spawn_blocking(move || commands::call(&session, &name, request));
    answering
        .await
        .unwrap_or_else(|error| Err(Error::new("broke-off", error.to_string())))
}

#[tauri::command]
async fn ask_open(ask: Open, dialogs: State<'_, Box<dyn Dialogs>>) -> Result<Vec<PathBuf>, ()> {
    Ok(dialogs.open(&ask).await)
}

#[tauri::command]
async fn ask_folder(
    title: String,
    dialogs: State<'_, Box<dyn Dialogs>>,
) -> Result<Vec<PathBuf>, ()> {
    Ok(dialogs.folder(&title).await)
}

#[tauri::command]
async fn ask_save(ask: Save, dialogs: State<'_, Box<dyn Dialogs>>) -> Result<Vec<PathBuf>, ()> {
    Ok(dialogs.save(&ask).await)
}

#[tauri::command]
fn opened_files(opened: State<'_, Opened>) -> Vec<PathBuf> {
    opened.take()
}

/// Shows a file that was written since the program started; no other, whatever the page asks.
#[tauri::command]
async fn show(
    file: PathBuf,
    how: How,
    session: State<'_, Arc<Session>>,
    by: State<'_, Arc<dyn Show>>,
) -> Result<(), Error> {
    let (session, by) = (Arc::clone(&session), Arc::clone(&by));
    // The desktop may be slow to answer.
    let shown =
        tauri::async_runtime::spawn_blocking(move || by.show(&session.written(&file)?, how));
    shown
        .await
        .unwrap_or_else(|error| Err(Error::new("broke-off", error.to_string())))
}

/// Shows the page this many times as large, within what can be read and used.
#[tauri::command]
fn zoom(factor: f64, window: tauri::WebviewWindow) -> Result<(), Error> {
    let shown = window.set_zoom(factor.clamp(0.5, 3.0));
    shown.map_err(|error| Error::new("broke-off", error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_embedded_page_may_be_shown() {
        for (url, own) in [
            ("tauri://localhost", true),
            ("tauri://localhost/index.html", true),
            ("http://tauri.localhost/", true),
            ("http://localhost/", false),
            ("https://example.org/tauri.localhost", false),
            ("http://tauri.localhost.example.org/", false),
            ("tauri://elsewhere/", false),
            ("file:///etc/passwd", false),
            ("data:text/html,hello", false),
        ] {
            assert_eq!(is_own_page(&url.parse().unwrap()), own, "{url}");
        }
    }
}
