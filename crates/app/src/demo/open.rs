use crate::api::common::{File, Nothing};
use crate::api::overview::Overview;
use crate::{Error, Session};
use std::path::PathBuf;

/// Opens the demonstration: the Kukar competition, played once into a folder of its own and kept there.
///
/// # Errors
/// That it cannot be made or opened.
pub fn open(session: &Session, _: Nothing) -> Result<Overview, Error> {
    let folder = folder(session);
    let file = folder.join(super::journey::KUKAR);
    if !file.is_file() {
        session.close();
        super::journey::play_fresh(session, &folder)?;
    }
    crate::competition::open(
        session,
        File {
            file: file.display().to_string(),
        },
    )
}

/// Each version of the program plays its own: its demonstration may differ.
fn folder(session: &Session) -> PathBuf {
    session
        .host()
        .folder()
        .join(concat!("demo-", env!("CARGO_PKG_VERSION")))
}
