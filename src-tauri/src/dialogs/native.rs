//! The dialogs of the operating system.

use super::{Answer, Dialogs, Open, Save};
use rfd::{AsyncFileDialog, FileHandle};
use std::path::PathBuf;

/// Asks the person.
pub(super) struct Native;

impl Dialogs for Native {
    fn open(&self, ask: &Open) -> Answer {
        let dialog = AsyncFileDialog::new()
            .set_title(&ask.title)
            .add_filter(&ask.kind, &ask.endings);
        if ask.several {
            let chosen = dialog.pick_files();
            Box::pin(async { paths(chosen.await.unwrap_or_default()) })
        } else {
            let chosen = dialog.pick_file();
            Box::pin(async { paths(chosen.await) })
        }
    }

    fn folder(&self, title: &str) -> Answer {
        let chosen = AsyncFileDialog::new().set_title(title).pick_folder();
        Box::pin(async { paths(chosen.await) })
    }

    fn save(&self, ask: &Save) -> Answer {
        let mut dialog = AsyncFileDialog::new()
            .set_title(&ask.title)
            .set_file_name(&ask.name)
            .add_filter(&ask.kind, &[&ask.ending]);
        if let Some(folder) = &ask.folder {
            dialog = dialog.set_directory(folder);
        }
        let ending = ask.ending.clone();
        let chosen = dialog.save_file();
        Box::pin(async move {
            paths(chosen.await)
                .into_iter()
                .map(|path| with_ending(path, &ending))
                .collect()
        })
    }
}

fn paths(chosen: impl IntoIterator<Item = FileHandle>) -> Vec<PathBuf> {
    chosen
        .into_iter()
        .map(|file| file.path().to_owned())
        .collect()
}

/// The path with the ending that the file is known by, which GTK does not add.
fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    let has = path
        .extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(ending));
    if has {
        return path;
    }
    let mut whole = path.into_os_string();
    whole.push(".");
    whole.push(ending);
    whole.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_is_added_only_where_it_is_missing() {
        for (path, expected) in [
            ("/a/lomba", "/a/lomba.timbang"),
            ("/a/lomba.TIMBANG", "/a/lomba.TIMBANG"),
            ("/a/lomba.v2", "/a/lomba.v2.timbang"),
        ] {
            assert_eq!(with_ending(path.into(), "timbang"), PathBuf::from(expected));
        }
    }
}
