//! The second window, on the projector. It may look at what is revealed and press the keys of a presentation remote
//! (`permissions/windows.toml`); whatever else it asks is refused here once more.

use crate::window::{MAIN, is_own_page};
use app::{Error, Session, commands};
use serde_json::Value;
use std::sync::{Arc, Mutex, PoisonError};
use tauri::ipc::Channel;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Emitter as _, Manager as _, State, WebviewUrl, WebviewWindowBuilder};

pub(crate) const PLENARY: &str = "plenary";

/// The way to tell the second window that there may be something else to see; it says no more than that.
#[derive(Default)]
pub(crate) struct Audience(Mutex<Option<Channel<()>>>);

impl Audience {
    fn hears(&self, by: Option<Channel<()>>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = by;
    }

    /// Has the second window look again, if it is open.
    pub(crate) fn look(&self) {
        // Not under the lock: the window's own thread may be waiting for it.
        let by = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        if let Some(channel) = by {
            // A window that is just closing hears nothing.
            let _ = channel.send(());
        }
    }
}

/// Opens the second window, or brings it to the front: over all of another screen where there is one.
#[tauri::command]
pub(crate) async fn open_plenary(app: AppHandle) -> Result<(), Error> {
    opened(&app).map_err(|error| Error::new("no-window", error.to_string()))
}

fn opened(app: &AppHandle) -> tauri::Result<()> {
    if let Some(window) = app.get_webview_window(PLENARY) {
        return window.set_focus();
    }
    let session = app.state::<Arc<Session>>();
    let window = WebviewWindowBuilder::new(app, PLENARY, WebviewUrl::App("plenary.html".into()))
        .title("Timbang")
        .inner_size(1280.0, 720.0)
        .data_directory(session.host().folder().join("window"))
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    let main = app.get_webview_window(MAIN);
    let own = main.and_then(|main| main.current_monitor().ok().flatten());
    let other = window.available_monitors()?.into_iter().find(|monitor| {
        own.as_ref()
            .is_some_and(|own| own.position() != monitor.position())
    });
    if let Some(monitor) = other {
        window.set_position(*monitor.position())?;
        window.set_fullscreen(true)?;
    }
    tell(app, true);
    window.set_focus()
}

/// Tells the chair's page that something else is shown, and whether the second window is open.
fn tell(app: &AppHandle, open: bool) {
    // A page that is gone has nothing to follow.
    let _ = app.emit_to(MAIN, PLENARY, open);
}

#[tauri::command]
pub(crate) fn close_plenary(app: AppHandle) {
    if let Some(window) = app.get_webview_window(PLENARY) {
        // One that is closing already closes.
        let _ = window.close();
    }
}

/// The second window is gone.
pub(crate) fn closed(app: &AppHandle) {
    app.state::<Audience>().hears(None);
    tell(app, false);
}

/// Answers the second window.
#[tauri::command]
pub(crate) async fn plenary(
    name: String,
    request: Value,
    app: AppHandle,
    session: State<'_, Arc<Session>>,
) -> Result<Value, Error> {
    if !commands::is_for_plenary(&name) {
        return Err(Error::new("unknown-command", name));
    }
    let steps = name != PLENARY;
    let answer = crate::window::answered(Arc::clone(&session), name, request).await;
    if steps {
        tell(&app, true);
    }
    answer
}

/// Has the second window told whenever there may be something else to see.
#[tauri::command]
pub(crate) fn watch_plenary(hear: Channel<()>, audience: State<'_, Audience>) {
    audience.hears(Some(hear));
}

#[tauri::command]
pub(crate) fn leave_plenary(window: tauri::WebviewWindow) -> Result<(), Error> {
    let closed = window.close();
    closed.map_err(|error| Error::new("broke-off", error.to_string()))
}

/// Fills the screen with the second window, or gives the screen back.
#[tauri::command]
pub(crate) fn fill_plenary(window: tauri::WebviewWindow) -> Result<(), Error> {
    let fills = window.is_fullscreen();
    let done = fills.and_then(|fills| window.set_fullscreen(!fills));
    done.map_err(|error| Error::new("broke-off", error.to_string()))
}
