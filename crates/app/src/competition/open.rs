use crate::api::common::{File, Nothing};
use crate::api::overview::Overview;
use crate::api::start::Stood;
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

/// Closes the open file, if one is. Of a judge's it is noted how far it is, for the start page.
///
/// # Errors
/// None.
pub fn close(session: &Session, _: Nothing) -> Result<Nothing, Error> {
    if let Ok(Overview::Judge(desk)) = super::overview(session, Nothing {}) {
        let file = Path::new(&desk.about.file);
        crate::start::note(session, file, Stood::Desk { work: desk.work });
    }
    session.close();
    Ok(Nothing {})
}
