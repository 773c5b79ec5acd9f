//! What the web view needs in its environment before it starts.

/// Starts this program anew with WebKitGTK's DMA-BUF renderer off, unless the variable is set already: with some
/// graphics drivers the window would stay blank. The environment of a running process is not ours to change.
#[cfg(target_os = "linux")]
pub(crate) fn prepare() {
    use std::os::unix::process::CommandExt as _;
    const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(SWITCH).is_some() {
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        // Returns only when it failed; then the window opens with the renderer as it is.
        let _ = std::process::Command::new(program)
            .args(std::env::args_os().skip(1))
            .env(SWITCH, "1")
            .exec();
    }
}

/// Nothing to prepare where the web view is not WebKitGTK.
#[cfg(not(target_os = "linux"))]
pub(crate) fn prepare() {}
