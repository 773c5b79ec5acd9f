//! A failure before the page is there, said to the person in a native box.
//!
//! Nobody sees a terminal behind a window, so what goes wrong before the page can speak is said here: what happened, and
//! what to do about it, in the language of the system.

mod words;

use app::Host;
use rfd::{MessageButtons, MessageDialog, MessageLevel};
use std::io;
use std::path::PathBuf;
use words::Language;

/// Why no page came up.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// Windows lacks the part that shows pages.
    #[error("Microsoft Edge WebView2 is missing")]
    NoWebView,
    /// There is no screen to show a window on.
    #[error("there is no display")]
    NoDisplay,
    /// The folder for the program's data cannot be written to.
    #[error("{folder}: {cause}")]
    Folder {
        /// That folder.
        folder: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// The machine refuses something else: no folder for data, a keychain that does not answer.
    #[error(transparent)]
    Machine(#[from] app::Error),
    /// The window did not open.
    #[error(transparent)]
    Window(#[from] tauri::Error),
    /// A fault in the program itself, or in the libraries that make the window.
    #[error("{0}")]
    Fault(String),
}

/// From now on a panic on this thread, which has the window, is said as any other failure is, and ends the program with 1:
/// a window that vanishes without a word helps nobody. Elsewhere the page gets an answer that says so.
pub(crate) fn say_panics() {
    let window = std::thread::current().id();
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().id() == window {
            // Its message, the file and the line, as Rust writes them: no stack trace.
            Failure::Fault(panic.to_string()).say();
            std::process::exit(1);
        }
        usual(panic);
    }));
}

impl Failure {
    /// Says it on the terminal, if there is one, and in a native box, and waits until the person has read it.
    #[expect(
        clippy::print_stderr,
        reason = "without a window a terminal is the other place to say it"
    )]
    pub(crate) fn say(&self) {
        let text = words::text(self, Language::of_system());
        eprintln!("{text}");
        if has_display() {
            MessageDialog::new()
                .set_level(MessageLevel::Error)
                .set_title("Timbang")
                .set_description(text)
                .set_buttons(MessageButtons::Ok)
                .show();
        }
    }
}

/// Checks what a window needs: a display, a folder of the program's own that can be written to, and a web view.
///
/// # Errors
///
/// The first of them that is missing.
pub(crate) fn check(host: &dyn Host) -> Result<(), Failure> {
    if !has_display() {
        return Err(Failure::NoDisplay);
    }
    let folder = host.folder();
    std::fs::create_dir_all(folder)
        .and_then(|()| tempfile::tempfile_in(folder).map(drop))
        .map_err(|cause| Failure::Folder {
            folder: folder.to_owned(),
            cause,
        })?;
    tauri::webview_version()
        .map(drop)
        .map_err(|_| Failure::NoWebView)
}

/// Whether a box or a window could be seen. GTK would wait forever where there is no display.
#[cfg(target_os = "linux")]
fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|display| std::env::var_os(display).is_some_and(|named| !named.is_empty()))
}

/// Windows and macOS always have one.
#[cfg(not(target_os = "linux"))]
const fn has_display() -> bool {
    true
}
