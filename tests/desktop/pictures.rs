//! Pictures of the window for the documents, taken only when `TIMBANG_PICTURES` names a folder for them.

use harness::Window;
use std::path::PathBuf;

/// Takes a picture under this name, if pictures are wanted.
pub fn picture(window: &Window, name: &str) {
    if let Some(folder) = std::env::var_os("TIMBANG_PICTURES").map(PathBuf::from) {
        std::fs::create_dir_all(&folder).unwrap();
        window.picture(&folder.join(format!("{name}.png")));
    }
}
