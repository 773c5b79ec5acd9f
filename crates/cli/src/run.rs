//! From what was typed to the use case, and what the groups of verbs share.

use crate::answer::Answer;
use crate::args::Verb;
use app::{Error, Session, SystemHost};
use std::path::{Path, PathBuf};

/// Does one verb.
pub fn run(verb: Verb) -> Result<Answer, Error> {
    match verb {
        Verb::Competition(verb) => verb.run(),
        Verb::Entries(verb) => verb.run(),
        Verb::Panel(verb) => verb.run(),
        Verb::Desk(verb) => verb.run(),
        Verb::HandOver(verb) => verb.run(),
        Verb::Result(verb) => verb.run(),
        Verb::Why(verb) => verb.run(),
        Verb::Audit(verb) => verb.run(),
        Verb::Keys { verb } => crate::keys::keys(verb),
        Verb::Demo { paris, out } => {
            let folder = if paris {
                "timbang-paris"
            } else {
                "timbang-demo"
            };
            let out = out.unwrap_or_else(|| PathBuf::from(folder));
            let play = if paris {
                app::demo::play_paris
            } else {
                app::demo::play
            };
            let played = play(&SystemHost::shared()?, &out)?;
            Ok(Answer::of(&played, crate::demo::demo_text))
        }
    }
}

/// A session with nothing open.
pub fn new_session() -> Result<Session, Error> {
    Ok(Session::new(SystemHost::shared()?))
}

/// Opens the file the verb speaks of.
pub fn opened(file: &Path) -> Result<Session, Error> {
    let session = new_session()?;
    session.open(file)?;
    Ok(session)
}

/// A path as the use cases take it.
pub fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// The first line of the file, or of what is typed.
pub fn passphrase(file: Option<&Path>) -> Result<String, Error> {
    match file {
        Some(file) => app::desk::passphrase_in(file),
        None => {
            let mut line = String::new();
            let _ = std::io::Write::write_all(&mut std::io::stderr(), b"passphrase: ");
            std::io::stdin()
                .read_line(&mut line)
                .map_err(|error| Error::reading(Path::new("standard input"), &error))?;
            Ok(line.trim().to_owned())
        }
    }
}
