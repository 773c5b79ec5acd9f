use super::list::one;
use crate::api::common::count;
use crate::api::visits::{MissingInVisit, RefusedPhoto, SaveVisit, VisitChanged, VisitSaved};
use crate::desk::Own;
use crate::op::{Change, Op, Text, transact};
use crate::visit_content;
use crate::{Error, Session};
use judging::VisitId;
use judging::sheet::SheetState;
use judging::visit::{Visit, VisitPersons, missing};

/// Keeps a visit as it is on the page. It stays a draft, or becomes one again, while something is missing.
///
/// # Errors
/// `visit-not-complete` where it is to be final and is not; `bad-visit`; that stage or entry are not this verifier's.
pub fn save(session: &Session, asked: SaveVisit) -> Result<VisitChanged, Error> {
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
        let typing = asked.typing.as_deref();
        transact(session, desk, |write| {
            put(write, &visit, &persons, at, typing)
        })?;
        changed(desk, &own, id, Vec::new())
    })
}

/// The visit as it is now, for the notebook.
pub(super) fn changed(
    contents: &store::Contents,
    own: &Own,
    id: VisitId,
    refused: Vec<RefusedPhoto>,
) -> Result<VisitChanged, Error> {
    Ok(VisitChanged {
        row: one(contents, own, id)?,
        refused,
        undoable: crate::op::now(contents)?,
    })
}

/// Keeps the visit, if it says something else than before. While a text is being typed in the field of that name, the operation
/// goes on.
pub(super) fn put(
    write: &store::Write<'_>,
    visit: &Visit,
    persons: &VisitPersons,
    at: i64,
    typing: Option<&str>,
) -> Result<Change<()>, Error> {
    let kept = visit_content::kept(visit, persons, at)?;
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
        typing: typing.map(|field| {
            let text = Text {
                before: before.map_or_else(String::new, |before| before.content),
                after: kept.content,
            };
            (field.to_owned(), text)
        }),
    };
    Ok(if typing.is_some() {
        Change::GoesOn { answer: (), op }
    } else {
        Change::Done { answer: (), op }
    })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::common::Nothing;
    use crate::api::desk::SetNote;
    use crate::api::visits::{VisitContent, VisitsAsked};
    use crate::desk::leave_field;
    use crate::op::undo;
    use crate::test_support::Machine;
    use crate::visits::{set_note, visits};

    fn content(desk: &Session) -> VisitContent {
        let to_visit = visits(desk, VisitsAsked::default()).unwrap().to_visit;
        let begun = Visit::begun(
            VisitId([0; 16]),
            "verifikasi".parse().unwrap(),
            "DESA-001".parse().unwrap(),
        );
        VisitContent {
            claims: to_visit[0].claims.clone(),
            ..visit_content::content(&begun, None)
        }
    }

    fn asked(visit: Option<&str>, content: VisitContent, typing: Option<&str>) -> SaveVisit {
        SaveVisit {
            visit: visit.map(Into::into),
            stage: "verifikasi".into(),
            entry: "DESA-001".into(),
            state: SheetState::Draft.into(),
            content,
            typing: typing.map(Into::into),
        }
    }

    #[test]
    fn a_text_that_is_typed_is_one_step_until_its_field_is_left() {
        let (_chair, desk) = Machine::new(81).in_the_field();
        let first = content(&desk);
        let begun = save(&desk, asked(None, first.clone(), None)).unwrap();
        assert_eq!(begun.row.content.claims.len(), 9);
        let id = begun.row.visit;
        let noted = |notes: &str| VisitContent {
            notes: notes.into(),
            ..first.clone()
        };
        for notes in ["d", "dua", "dua petak"] {
            save(&desk, asked(Some(&id), noted(notes), Some("notes"))).unwrap();
        }
        leave_field(&desk, Nothing {}).unwrap();
        save(
            &desk,
            asked(Some(&id), noted("dua petak aktif"), Some("notes")),
        )
        .unwrap();
        let notes = || {
            let all = visits(&desk, VisitsAsked::default()).unwrap();
            all.rows.first().map(|row| row.content.notes.clone())
        };
        for left in [Some("dua petak"), Some(""), None] {
            undo(&desk, Nothing {}).unwrap();
            assert_eq!(notes().as_deref(), left);
        }
    }

    #[test]
    fn what_is_typed_and_taken_away_again_was_never_said() {
        let (_chair, desk) = Machine::new(82).in_the_field();
        let first = content(&desk);
        let begun = save(&desk, asked(None, first.clone(), None)).unwrap();
        let typed = VisitContent {
            place: "Loa".into(),
            ..first.clone()
        };
        let id = begun.row.visit.as_str();
        save(&desk, asked(Some(id), typed, Some("place"))).unwrap();
        let back = save(&desk, asked(Some(id), first, Some("place"))).unwrap();
        assert_eq!(back.undoable.undo, begun.undoable.undo);
    }

    #[test]
    fn a_private_note_stands_beside_what_is_to_be_visited() {
        let (_chair, desk) = Machine::new(83).in_the_field();
        let note = SetNote {
            stage: "verifikasi".into(),
            entry: "DESA-001".into(),
            text: Some("tanyakan listriknya".into()),
            hand_over: Some(true),
            typing: false,
        };
        set_note(&desk, note).unwrap();
        let to_visit = visits(&desk, VisitsAsked::default()).unwrap().to_visit;
        let noted = |place: usize| {
            (
                to_visit[place].note.as_str(),
                to_visit[place].note_handed_over,
            )
        };
        assert_eq!(noted(0), ("tanyakan listriknya", true));
        assert_eq!(noted(1), ("", false));
    }
}
