use crate::api::common::Written;
use crate::api::visits::MinutesAsked;
use crate::{Error, Session, predecessor, time, visit_content};
use judging::sheet::SheetState;
use reports::Heading;
use reports::minutes::{Minutes, xlsx};
use std::path::Path;

/// Writes the minutes of one of the verifier's own visits as a workbook, to be printed and signed. The visit stays as it is.
///
/// # Errors
/// `unknown-visit`; that the file cannot be written.
pub fn write_minutes(session: &Session, asked: MinutesAsked) -> Result<Written, Error> {
    session.desk(|desk| {
        let own = desk.own()?;
        let id = visit_content::id(&asked.visit)?;
        let kept = store::visits::get(desk, id)?.ok_or_else(|| Error::unknown("visit", id))?;
        let (visit, persons) = visit_content::read(&kept)?;
        let entry = store::entries::get(desk, &visit.entry)?;
        let entry = entry.ok_or_else(|| Error::unknown("entry", &visit.entry))?;
        let at = session.host().now();
        let heading = Heading {
            status: match visit.state {
                SheetState::Draft => "Draf".into(),
                SheetState::Final => "Final".into(),
            },
            as_of: time::printed(at, true),
            made_at: at,
        };
        let before = store::predecessors::get(desk, &visit.entry)?;
        let before = before.as_ref().map(predecessor::read).transpose()?;
        let minutes = Minutes {
            rules: &own.rules,
            heading,
            title: &entry.registration.title,
            agency: &entry.registration.agency,
            visit: &visit,
            persons: &persons,
            before: before.as_ref(),
        };
        session.put(Path::new(&asked.out), &xlsx(&minutes)?)?;
        Ok(Written {
            files: vec![asked.out],
        })
    })
}
