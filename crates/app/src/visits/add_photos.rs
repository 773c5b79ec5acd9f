use super::save::{changed, known, put};
use crate::api::visits::{AddPhotos, RefusedPhoto, VisitChanged};
use crate::desk::salt;
use crate::op::transact;
use crate::visit_content;
use crate::{Error, Session, base64};
use exchange::handover::salted;
use judging::visit::{PhotoKind, VisitPhoto};
use photos::Kept;
use std::path::PathBuf;
use store::Write;
use tempfile::TempDir;

/// Adds photos to a visit. Those that are refused are named; the others are kept. A photo that the visit has already is not
/// added again.
///
/// # Errors
/// `unknown-visit`, `photo-cancelled`; that the file cannot be written.
pub fn add_photos(session: &Session, asked: AddPhotos) -> Result<VisitChanged, Error> {
    let mut files: Vec<PathBuf> = asked.files.iter().map(PathBuf::from).collect();
    let clipboard = pasted(&asked.pasted)?;
    for place in 0..asked.pasted.len() {
        files.push(clipboard.path().join(pasted_name(place)));
    }
    let prepared = crate::photos::prepare(session, &files)?;
    session.desk(|desk| {
        let id = known(desk, visit_content::id(&asked.visit)?)?;
        let at = session.host().now();
        let mut refused = Vec::new();
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
                        let is_same = |known: &VisitPhoto| known.original == photo.original;
                        if !visit.photos.iter().any(is_same) {
                            visit.photos.push(keep(session, write, &photo)?);
                        }
                    }
                }
                Ok(())
            })?;
            put(write, &visit, &persons, at, None)
        })?;
        let own = desk.own()?;
        changed(desk, &own, id, refused)
    })
}

/// A folder with the pictures that were pasted.
///
/// # Errors
/// `bad-photo` for one that is no base64; that the folder cannot be written.
fn pasted(pictures: &[String]) -> Result<TempDir, Error> {
    let folder = tempfile::tempdir();
    let folder = folder.map_err(|error| Error::writing(&std::env::temp_dir(), &error))?;
    for (place, picture) in pictures.iter().enumerate() {
        let bytes = base64::decode(picture)
            .ok_or_else(|| Error::new("bad-photo", "what was pasted is no picture"))?;
        let file = folder.path().join(pasted_name(place));
        std::fs::write(&file, bytes).map_err(|error| Error::writing(&file, &error))?;
    }
    Ok(folder)
}

/// By which it is named where it is refused.
fn pasted_name(place: usize) -> String {
    format!("tempelan-{}", place + 1)
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
