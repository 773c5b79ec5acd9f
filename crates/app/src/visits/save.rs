use crate::api::common::count;
use crate::api::visits::{MissingInVisit, SaveVisit, VisitSaved};
use crate::op::{Change, Op, transact};
use crate::visit_content;
use crate::{Error, Session};
use judging::VisitId;
use judging::sheet::SheetState;
use judging::visit::{Visit, VisitPersons, missing};

/// Keeps a visit as it is on the page. It stays a draft, or becomes one again, while something is missing.
///
/// # Errors
/// `visit-not-complete` where it is to be final and is not; `bad-visit`; that stage or entry are not this verifier's.
pub fn save(session: &Session, asked: SaveVisit) -> Result<VisitSaved, Error> {
    session.desk(|desk| {
        let own = desk.own()?;
        let stage = own.visited(&asked.stage)?;
        let entry = own.entry(desk, stage, &asked.entry)?;
        let id = match &asked.visit {
            Some(id) => known(desk, visit_content::id(id)?)?,
            None => draw(session)?,
        };
        let begun = Visit {
            state: asked.state.0,
            ..Visit::begun(id, stage.code.clone(), entry.code)
        };
        let (visit, persons) = visit_content::visit(begun, asked.content)?;
        complete(&visit)?;
        let at = session.host().now();
        transact(session, desk, |write| put(write, &visit, &persons, at))?;
        Ok(saved(&visit))
    })
}

/// Keeps the visit, if it says something else than before.
pub(super) fn put(
    write: &store::Write<'_>,
    visit: &Visit,
    persons: &VisitPersons,
    at: i64,
) -> Result<Change<()>, Error> {
    let kept = visit_content::kept(visit, persons, at);
    let before = store::visits::get(write, visit.id)?;
    let same = before
        .as_ref()
        .is_some_and(|before| (before.state, &before.content) == (kept.state, &kept.content));
    if same {
        return Ok(Change::Nothing(()));
    }
    store::visits::put(write, &kept)?;
    let op = Op::Visit {
        entry: visit.entry.to_string(),
        stage: visit.stage.to_string(),
        visit: visit.id.to_string(),
        state: visit.state.code(),
        claims: count(visit.claims.len()),
        photos: count(visit.photos.len()),
    };
    Ok(Change::Done { answer: (), op })
}

/// Refuses a visit that says to be final and is not.
pub(super) fn complete(visit: &Visit) -> Result<(), Error> {
    let lacks = missing(visit);
    if visit.state == SheetState::Draft || lacks.is_empty() {
        return Ok(());
    }
    let lacks: Vec<&str> = lacks.iter().map(|(part, _)| part.code()).collect();
    let lacks = lacks.join(", ");
    let message = format!("the visit cannot be final: it lacks {lacks}");
    Err(Error::new("visit-not-complete", message).with("missing", lacks))
}

pub(super) fn saved(visit: &Visit) -> VisitSaved {
    let missing = missing(visit).into_iter();
    VisitSaved {
        visit: visit.id.to_string(),
        stage: visit.stage.to_string(),
        entry: visit.entry.to_string(),
        state: visit.state.into(),
        photos: count(visit.photos.len()),
        missing: missing
            .map(|(part, claim)| MissingInVisit {
                part: part.into(),
                claim: claim.map(count),
            })
            .collect(),
        refused: Vec::new(),
    }
}

/// A new id.
pub(super) fn draw(session: &Session) -> Result<VisitId, Error> {
    let mut id = [0; 16];
    session.host().random(&mut id)?;
    Ok(VisitId(id))
}

/// An id of a visit that is here.
pub(super) fn known(contents: &store::Contents, id: VisitId) -> Result<VisitId, Error> {
    let found = store::visits::get(contents, id)?;
    found
        .map(|kept| kept.id)
        .ok_or_else(|| Error::unknown("visit", id))
}
