use super::save::{known, put, saved};
use crate::api::visits::{AddPhotos, RefusedPhoto, VisitSaved};
use crate::desk::salt;
use crate::op::transact;
use crate::visit_content;
use crate::{Error, Session};
use exchange::handover::salted;
use judging::visit::{PhotoKind, VisitPhoto};
use photos::Kept;
use std::path::PathBuf;
use store::Write;

/// Adds photos to a visit. Those that are refused are named; the others are kept. A photo that the visit has already is not
/// added again.
///
/// # Errors
/// `unknown-visit`, `photo-cancelled`; that the file cannot be written.
pub fn add_photos(session: &Session, asked: AddPhotos) -> Result<VisitSaved, Error> {
    let files: Vec<PathBuf> = asked.files.iter().map(PathBuf::from).collect();
    let prepared = crate::photos::prepare(session, &files)?;
    session.desk(|desk| {
        let id = known(desk, visit_content::id(&asked.visit)?)?;
        let at = session.host().now();
        let mut refused = Vec::new();
        let mut answer = None;
        transact(session, desk, |write| {
            let kept = store::visits::get(write, id)?;
            let kept = kept.ok_or_else(|| Error::unknown("visit", id))?;
            let (mut visit, persons) = visit_content::read(&kept)?;
            prepared.each(|file, photo| {
                match photo {
                    Err(reason) => refused.push(RefusedPhoto {
                        file: file.display().to_string(),
                        reason,
                    }),
                    Ok(photo) => {
                        let is_same = |one: &VisitPhoto| one.original == photo.original;
                        if !visit.photos.iter().any(is_same) {
                            visit.photos.push(keep(session, write, &photo)?);
                        }
                    }
                }
                Ok(())
            })?;
            answer = Some(saved(&visit));
            put(write, &visit, &persons, at)
        })?;
        let answer = answer.ok_or_else(|| Error::unknown("visit", id))?;
        Ok(VisitSaved { refused, ..answer })
    })
}

/// Keeps the picture as an attachment, and gives what the visit says of it.
pub(super) fn keep(
    session: &Session,
    write: &Write<'_>,
    photo: &Kept,
) -> Result<VisitPhoto, Error> {
    let bytes = salted(salt(session)?, &photo.bytes);
    Ok(VisitPhoto {
        name: store::attachments::keep(write, &bytes)?,
        width: photo.width,
        height: photo.height,
        bytes: crate::api::common::count(photo.bytes.len()),
        original: photo.original,
        taken: photo.taken,
        device: photo.device.clone(),
        position: photo.position,
        kind: None::<PhotoKind>,
        caption: String::new(),
    })
}
