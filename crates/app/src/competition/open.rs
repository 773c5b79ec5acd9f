use crate::api::common::{File, Nothing};
use crate::api::overview::Overview;
use crate::{Error, Session};
use std::path::Path;

/// Opens a competition file or a judge's working copy in place of the one open now.
///
/// # Errors
/// That it cannot be opened; the other one then stays open.
pub fn open(session: &Session, asked: File) -> Result<Overview, Error> {
    session.open(Path::new(&asked.file))?;
    let overview = super::overview(session, Nothing {})?;
    crate::audit::back_up_if_due(session);
    crate::start::remember(session, &overview);
    Ok(overview)
}

/// Closes the open file.
///
/// # Errors
/// None.
pub fn close(session: &Session, _: Nothing) -> Result<Nothing, Error> {
    session.close();
    Ok(Nothing {})
}
