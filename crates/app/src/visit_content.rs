//! What a visit says, as it is written and shown, in the words of judging and back.

use crate::Error;
use crate::api::visits::{
    OriginalFile, VisitClaim, VisitContent, VisitOffice, VisitPerson, VisitPhotoRow, VisitPlace,
    VisitRespondent,
};
use crate::api::word::Word;
use judging::visit::{
    CheckedClaim, LocalTime, Original, Person, Place, Position, Respondent, Visit, VisitPersons,
    VisitPhoto, degrees, microdegrees,
};
use judging::{Hash, VisitId};
use store::visits::KeptVisit;

/// A kept visit, with its people.
///
/// # Errors
/// `file-damaged` when its content is not of the form in which it is kept.
pub(crate) fn read(kept: &KeptVisit) -> Result<(Visit, VisitPersons), Error> {
    let damaged = |error: &dyn std::fmt::Display| {
        let message = format!("visit {}: {error}", kept.id);
        Error::new("file-damaged", message)
    };
    let content: VisitContent =
        serde_json::from_str(&kept.content).map_err(|error| damaged(&error))?;
    let begun = Visit::begun(kept.id, kept.stage.clone(), kept.entry.clone());
    let begun = Visit {
        state: kept.state,
        ..begun
    };
    visit(begun, content).map_err(|error| damaged(&error))
}

/// The visit with this content in place of that it has.
///
/// # Errors
/// `bad-visit` naming the value that is not of its form.
pub(crate) fn visit(begun: Visit, content: VisitContent) -> Result<(Visit, VisitPersons), Error> {
    let persons = VisitPersons {
        visit: begun.id,
        team: content.team.into_iter().map(person).collect(),
        officer: officer(&content.office),
        respondents: content.respondents.into_iter().map(respondent).collect(),
    };
    let claims = content.claims.into_iter().map(checked);
    let photos = content.photos.into_iter().map(photo);
    let visit = Visit {
        mode: content.mode.0,
        began: moment(content.began)?,
        ended: moment(content.ended)?,
        place: content.place,
        position: content.position.as_ref().map(place).transpose()?,
        office: content.office.name,
        claims: claims.collect::<Result<_, _>>()?,
        photos: photos.collect::<Result<_, _>>()?,
        notes: content.notes,
        objection: content.objection,
        dissent: content.dissent,
        recommendation: content.recommendation.map(|word| word.0),
        reason: content.reason,
        ..begun
    };
    Ok((visit, persons))
}

/// What the visit says, with its people where they are known.
pub(crate) fn content(visit: &Visit, persons: Option<&VisitPersons>) -> VisitContent {
    let officer = persons.and_then(|persons| persons.officer.clone());
    let officer = officer.unwrap_or_default();
    let team = persons.map_or(&[][..], |persons| &persons.team);
    let respondents = persons.map_or(&[][..], |persons| &persons.respondents);
    VisitContent {
        mode: visit.mode.into(),
        began: visit.began.map(|moment| moment.to_string()),
        ended: visit.ended.map(|moment| moment.to_string()),
        place: visit.place.clone(),
        position: visit.position.map(|place| VisitPlace {
            accuracy: place.accuracy,
            ..shown_position(place.position)
        }),
        recommendation: visit.recommendation.map(Word),
        reason: visit.reason.clone(),
        notes: visit.notes.clone(),
        objection: visit.objection.clone(),
        dissent: visit.dissent.clone(),
        office: VisitOffice {
            name: visit.office.clone(),
            officer: officer.name,
            nip: officer.nip,
            post: officer.post,
        },
        team: team.iter().map(shown_person).collect(),
        respondents: respondents.iter().map(shown_respondent).collect(),
        claims: visit.claims.iter().map(shown_claim).collect(),
        photos: visit.photos.iter().map(shown_photo).collect(),
    }
}

fn bad(error: impl std::fmt::Display) -> Error {
    Error::new("bad-visit", error.to_string())
}

fn moment(text: Option<String>) -> Result<Option<LocalTime>, Error> {
    let text = text.filter(|text| !text.is_empty());
    text.map(|text| text.parse().map_err(bad)).transpose()
}

fn position(place: &VisitPlace) -> Result<Position, Error> {
    let read = || {
        let latitude = microdegrees(place.latitude.trim())?;
        Position::new(latitude, microdegrees(place.longitude.trim())?)
    };
    let written = format!("{}, {}", place.latitude, place.longitude);
    read().ok_or_else(|| bad(judging::visit::PositionError(written)))
}

fn place(place: &VisitPlace) -> Result<Place, Error> {
    Ok(Place {
        position: position(place)?,
        accuracy: place.accuracy,
    })
}

pub(crate) fn shown_position(position: Position) -> VisitPlace {
    VisitPlace {
        latitude: degrees(position.latitude()),
        longitude: degrees(position.longitude()),
        accuracy: None,
    }
}

fn hash(text: &str) -> Result<Hash, Error> {
    text.parse().map_err(bad)
}

/// A claim in the words of judging.
///
/// # Errors
/// `bad-visit` naming the value that is not of its form.
pub(crate) fn checked(claim: VisitClaim) -> Result<CheckedClaim, Error> {
    let criterion = claim.criterion.filter(|code| !code.is_empty());
    let photos = claim.photos.iter().map(|photo| hash(photo));
    Ok(CheckedClaim {
        text: claim.text,
        criterion: criterion
            .map(|code| code.parse().map_err(bad))
            .transpose()?,
        claimed: claim.claimed,
        found: claim.found,
        unit: claim.unit.filter(|unit| !unit.is_empty()),
        method: claim.method.map(|word| word.0),
        verdict: claim.verdict.map(|word| word.0),
        note: claim.note,
        photos: photos.collect::<Result<_, _>>()?,
    })
}

fn shown_claim(claim: &CheckedClaim) -> VisitClaim {
    VisitClaim {
        text: claim.text.clone(),
        criterion: claim.criterion.as_ref().map(ToString::to_string),
        claimed: claim.claimed.clone(),
        found: claim.found.clone(),
        unit: claim.unit.clone(),
        method: claim.method.map(Word),
        verdict: claim.verdict.map(Word),
        note: claim.note.clone(),
        photos: claim.photos.iter().map(ToString::to_string).collect(),
    }
}

fn photo(photo: VisitPhotoRow) -> Result<VisitPhoto, Error> {
    Ok(VisitPhoto {
        name: hash(&photo.photo)?,
        width: photo.width,
        height: photo.height,
        bytes: photo.bytes,
        original: Original {
            hash: hash(&photo.original.hash)?,
            bytes: photo.original.bytes,
        },
        taken: moment(photo.taken)?,
        device: photo.device,
        position: photo.position.as_ref().map(position).transpose()?,
        kind: photo.kind.map(|word| word.0),
        caption: photo.caption,
    })
}

fn shown_photo(photo: &VisitPhoto) -> VisitPhotoRow {
    VisitPhotoRow {
        photo: photo.name.to_string(),
        original: OriginalFile {
            hash: photo.original.hash.to_string(),
            bytes: photo.original.bytes,
        },
        taken: photo.taken.map(|taken| taken.to_string()),
        device: photo.device.clone(),
        position: photo.position.map(shown_position),
        kind: photo.kind.map(Word),
        caption: photo.caption.clone(),
        width: photo.width,
        height: photo.height,
        bytes: photo.bytes,
        notes: Vec::new(),
    }
}

fn person(person: VisitPerson) -> Person {
    Person {
        name: person.name,
        nip: person.nip,
        post: person.post,
        institution: person.institution,
    }
}

fn shown_person(person: &Person) -> VisitPerson {
    VisitPerson {
        name: person.name.clone(),
        nip: person.nip.clone(),
        post: person.post.clone(),
        institution: person.institution.clone(),
    }
}

fn officer(office: &VisitOffice) -> Option<Person> {
    let officer = Person {
        name: office.officer.clone(),
        nip: office.nip.clone(),
        post: office.post.clone(),
        institution: String::new(),
    };
    Some(officer).filter(|officer| *officer != Person::default())
}

fn respondent(asked: VisitRespondent) -> Respondent {
    Respondent {
        initials: asked.initials,
        role: asked.role,
        satisfied: asked.satisfied,
        why: asked.why,
    }
}

fn shown_respondent(asked: &Respondent) -> VisitRespondent {
    VisitRespondent {
        initials: asked.initials.clone(),
        role: asked.role.clone(),
        satisfied: asked.satisfied,
        why: asked.why.clone(),
    }
}

/// The visit as it is kept.
///
/// # Errors
/// `bad-visit` when it cannot be written as JSON.
pub(crate) fn kept(
    visit: &Visit,
    persons: &VisitPersons,
    changed_at: i64,
) -> Result<KeptVisit, Error> {
    let content = content(visit, Some(persons));
    Ok(KeptVisit {
        id: visit.id,
        stage: visit.stage.clone(),
        entry: visit.entry.clone(),
        state: visit.state,
        content: serde_json::to_string(&content).map_err(bad)?,
        changed_at,
    })
}

/// An id as it is typed or clicked.
///
/// # Errors
/// `unknown-visit`.
pub(crate) fn id(text: &str) -> Result<VisitId, Error> {
    text.parse().map_err(|_| Error::unknown("visit", text))
}
