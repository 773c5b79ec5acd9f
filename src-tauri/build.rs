//! Embeds the web page, the icons and the permissions.

fn main() {
    tauri_build::build();
}
