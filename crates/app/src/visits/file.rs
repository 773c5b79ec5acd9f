use super::add_photos::keep;
use super::save::{complete, draw, known, put, saved};
use crate::api::visits::{RefusedPhoto, VisitSaved};
use crate::op::transact;
use crate::visit_content;
use crate::{Error, Session};
use exchange::visit::PhotoFile;
use judging::visit::VisitPhoto;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Keeps a visit that is written in TOML, with its photos; `correct` is the id of the one that it corrects. Photos that are
/// refused are named, and the visit is kept without them. Of the visit that is corrected a photo of the same file stays.
///
/// # Errors
/// `bad-visit` with line and nearest word; `visit-not-complete`; that stage or entry are not this verifier's.
pub fn visit(
    session: &Session,
    toml: &Path,
    photos: &[PathBuf],
    correct: Option<&str>,
) -> Result<VisitSaved, Error> {
    let text = std::fs::read_to_string(toml).map_err(|error| Error::reading(toml, &error))?;
    let own = session.desk(|desk| desk.own())?;
    let id = match correct {
        Some(text) => {
            let id = visit_content::id(text)?;
            session.desk(|desk| known(desk, id))?
        }
        None => draw(session)?,
    };
    let written = exchange::visit::read(&text, &own.rules, id)
        .map_err(|error| Error::new("bad-visit", error.to_string()).in_file(toml))?;
    complete(&written.visit)?;
    let wanted = wanted(toml, &written.photos, &written.claim_photos, photos);
    let files: Vec<PathBuf> = wanted.iter().map(|photo| photo.path.clone()).collect();
    let prepared = crate::photos::prepare(session, &files)?;
    session.desk(|desk| {
        let stage = own.visited(written.visit.stage.as_str())?;
        own.entry(desk, stage, written.visit.entry.as_str())?;
        let at = session.host().now();
        let mut refused = Vec::new();
        let mut visit = written.visit;
        transact(session, desk, |write| {
            let before = match store::visits::get(write, id)? {
                Some(kept) => visit_content::read(&kept)?.0.photos,
                None => Vec::new(),
            };
            let mut names = BTreeMap::new();
            let mut next = wanted.iter();
            prepared.each(|file, photo| {
                let wanted = next.next();
                let photo = match photo {
                    Ok(photo) => photo,
                    Err(reason) => {
                        let file = file.display().to_string();
                        refused.push(RefusedPhoto { file, reason });
                        return Ok(());
                    }
                };
                let mut had = before
                    .iter()
                    .filter(|earlier| earlier.original == photo.original);
                let kept = match had.next() {
                    Some(had) => VisitPhoto {
                        taken: photo.taken,
                        position: photo.position,
                        ..had.clone()
                    },
                    None => keep(session, write, &photo)?,
                };
                names.insert(file, kept.name);
                if visit.photos.iter().all(|other| other.name != kept.name) {
                    visit
                        .photos
                        .push(described(kept, wanted.and_then(|wanted| wanted.written)));
                }
                Ok(())
            })?;
            for (claim, files) in visit.claims.iter_mut().zip(&written.claim_photos) {
                let found = files
                    .iter()
                    .filter_map(|file| names.get(&beside(toml, file)));
                claim.photos = found.copied().collect();
            }
            put(write, &visit, &written.persons, at, None)
        })?;
        Ok(VisitSaved {
            refused,
            ..saved(&visit)
        })
    })
}

/// A photo to keep, with what is written of it.
struct Wanted<'a> {
    path: PathBuf,
    written: Option<&'a PhotoFile>,
}

/// Every file once: those described, those that claims show, those named beside.
fn wanted<'a>(
    toml: &Path,
    described: &'a [PhotoFile],
    shown: &[Vec<String>],
    named: &[PathBuf],
) -> Vec<Wanted<'a>> {
    let mut wanted: Vec<Wanted<'a>> = Vec::new();
    let mut add = |path: PathBuf, written| {
        if wanted.iter().all(|photo: &Wanted<'a>| photo.path != path) {
            wanted.push(Wanted { path, written });
        }
    };
    for photo in described {
        add(beside(toml, &photo.file), Some(photo));
    }
    for file in shown.iter().flatten() {
        add(beside(toml, file), None);
    }
    for file in named {
        add(file.clone(), None);
    }
    wanted
}

/// A path that stands in a file is relative to it.
fn beside(toml: &Path, file: &str) -> PathBuf {
    toml.parent().unwrap_or(Path::new("")).join(file)
}

fn described(kept: VisitPhoto, written: Option<&PhotoFile>) -> VisitPhoto {
    match written {
        None => kept,
        Some(written) => VisitPhoto {
            kind: written.kind,
            caption: written.caption.clone(),
            position: kept.position.filter(|_| written.position),
            ..kept
        },
    }
}
