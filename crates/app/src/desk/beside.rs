//! What goes beside a statement, as attachments: declarations, notes for the chair, photos. A text that is the same as last
//! time is the same attachment, salt and all.

use super::own::Own;
use crate::{Error, Session, visit_content};
use exchange::handover::{Declarations, Note, Notes, Persons, Salt};
use judging::Hash;
use judging::handover::{Attachment, AttachmentKind, HandOver, Statement};
use std::collections::BTreeSet;
use store::{Contents, Write};

/// What the judge declares now.
pub(super) fn declarations(contents: &Contents) -> Result<Declarations, Error> {
    Ok(Declarations {
        stated_at: store::declarations::finished_at(contents)?,
        declarations: store::declarations::all(contents)?,
    })
}

/// The private notes that the judge chose to hand over, in the stages that the rules have.
pub(super) fn notes(contents: &Contents, own: &Own) -> Result<Vec<Note>, Error> {
    let chosen = store::notes::all(contents)?.into_iter();
    let chosen = chosen.filter(|note| note.hand_over && own.rules.stage(&note.stage).is_some());
    let notes = chosen.map(|note| Note {
        stage: note.stage,
        entry: note.entry,
        text: note.text,
    });
    Ok(notes.collect())
}

/// Keeps the texts in the working copy, and gives all attachments of the next hand-over.
///
/// # Errors
/// That the working copy is damaged or cannot be written.
pub(super) fn attachments(
    session: &Session,
    write: &Write<'_>,
    own: &Own,
    said: &Statement,
    last: Option<&HandOver>,
    why: Option<&str>,
) -> Result<Vec<Attachment>, Error> {
    let declared = declarations(write)?;
    let noted = Notes {
        why: why.map(Into::into),
        notes: notes(write, own)?,
    };
    let (declared_before, noted_before) = last.map_or(Ok(Default::default()), |last| {
        Ok::<_, Error>((declared_in(write, last)?, noted_in(write, last)?))
    })?;
    let mut all = Vec::new();
    let kept = |kind, bytes: Vec<u8>| {
        let name = store::attachments::keep(write, &bytes)?;
        Ok::<_, Error>(Attachment { kind, name })
    };
    let same = |kind| last.and_then(|last| first_of(last, kind));
    if declared == declared_before {
        all.extend(same(AttachmentKind::Declarations));
    } else if declared != Declarations::default() {
        let bytes = declared.write(salt(session)?);
        all.push(kept(AttachmentKind::Declarations, bytes)?);
    }
    if noted == noted_before {
        all.extend(same(AttachmentKind::Notes));
    } else if noted != Notes::default() {
        all.push(kept(AttachmentKind::Notes, noted.write(salt(session)?))?);
    }
    let met = persons(write, said)?;
    let met_before = last.map_or(Ok(Persons::default()), |last| persons_in(write, last))?;
    if met == met_before {
        all.extend(same(AttachmentKind::Persons));
    } else if met != Persons::default() {
        all.push(kept(AttachmentKind::Persons, met.write(salt(session)?))?);
    }
    let photos = said.visits.iter().flat_map(|visit| &visit.photos);
    let photos: BTreeSet<Hash> = photos.map(|photo| photo.name).collect();
    all.extend(photos.into_iter().map(|name| Attachment {
        kind: AttachmentKind::Photos,
        name,
    }));
    Ok(all)
}

/// The people of the visits that the statement speaks of.
fn persons(contents: &Contents, said: &Statement) -> Result<Persons, Error> {
    let mut all = Persons::default();
    for kept in store::visits::all(contents)? {
        let (visit, persons) = visit_content::read(&kept)?;
        let named = !persons.team.is_empty()
            || persons.officer.is_some()
            || !persons.respondents.is_empty();
        if named && said.visits.iter().any(|said| said.id == visit.id) {
            all.visits.push(persons);
        }
    }
    Ok(all)
}

/// The people in a hand-over that was made here.
fn persons_in(contents: &Contents, said: &HandOver) -> Result<Persons, Error> {
    match first_of(said, AttachmentKind::Persons) {
        Some(attachment) => Ok(Persons::read(&bytes(contents, attachment.name)?)?),
        None => Ok(Persons::default()),
    }
}

/// The bytes that go into the file. Texts always do; a photo that the file of an earlier hand-over held is left out, unless
/// all are asked for.
///
/// # Errors
/// `file-damaged` when one is not in the working copy.
pub(super) fn to_carry(
    contents: &Contents,
    named: &[Attachment],
    all_photos: bool,
) -> Result<Vec<(Hash, Vec<u8>)>, Error> {
    let before = store::attachments::all_handed_over(contents)?;
    let goes_along = |attachment: &&Attachment| {
        attachment.kind != AttachmentKind::Photos
            || all_photos
            || !before.contains(&attachment.name)
    };
    let carried = named.iter().filter(goes_along);
    carried
        .map(|attachment| Ok((attachment.name, bytes(contents, attachment.name)?)))
        .collect()
}

/// What was declared in a hand-over that was made here.
pub(super) fn declared_in(contents: &Contents, said: &HandOver) -> Result<Declarations, Error> {
    match first_of(said, AttachmentKind::Declarations) {
        Some(attachment) => Ok(Declarations::read(&bytes(contents, attachment.name)?)?),
        None => Ok(Declarations::default()),
    }
}

/// What was noted in a hand-over that was made here.
pub(super) fn noted_in(contents: &Contents, said: &HandOver) -> Result<Notes, Error> {
    match first_of(said, AttachmentKind::Notes) {
        Some(attachment) => Ok(Notes::read(&bytes(contents, attachment.name)?)?),
        None => Ok(Notes::default()),
    }
}

fn first_of(said: &HandOver, kind: AttachmentKind) -> Option<Attachment> {
    let mut named = said.attachments.iter();
    named.find(|attachment| attachment.kind == kind).copied()
}

fn bytes(contents: &Contents, name: Hash) -> Result<Vec<u8>, Error> {
    store::attachments::get(contents, name)?.ok_or_else(|| {
        let message = format!("the attachment {name} of a hand-over is not in the working copy");
        Error::new("file-damaged", message).in_file(contents.path())
    })
}

/// A salt for a new attachment.
///
/// # Errors
/// `no-randomness`.
pub(crate) fn salt(session: &Session) -> Result<Salt, Error> {
    let mut salt = Salt([0; Salt::LENGTH]);
    session.host().random(&mut salt.0)?;
    Ok(salt)
}
