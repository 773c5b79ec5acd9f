use crate::api::common::Written;
use crate::api::visits::{PhotoAsked, Picture};
use crate::{Error, Session, base64};
use std::path::Path;

/// Writes the photos of visits that are in the open file as `ENTRY/HASH.jpg` below a folder, of one entry or of all.
///
/// # Errors
/// That the folder cannot be written, or the open file cannot be read.
pub fn write_photos(session: &Session, out: &Path, entry: Option<&str>) -> Result<Written, Error> {
    let asked = crate::api::visits::VisitsAsked {
        entry: entry.map(Into::into),
    };
    let visits = super::visits(session, asked)?;
    let mut files = Vec::new();
    for row in visits.rows {
        let folder = out.join(&row.entry);
        for photo in row.content.photos {
            let Some(bytes) = picture(session, named(&photo.photo)?)? else {
                continue;
            };
            std::fs::create_dir_all(&folder).map_err(|error| Error::writing(&folder, &error))?;
            let file = folder.join(format!("{}.jpg", photo.photo));
            crate::files::put(&file, &bytes)?;
            files.push(file.display().to_string());
        }
    }
    Ok(Written { files })
}

fn named(text: &str) -> Result<judging::Hash, Error> {
    text.parse()
        .map_err(|error: judging::hash::HashError| Error::new("bad-hash", error.to_string()))
}

/// The picture of that name; none where the file does not hold it.
fn picture(session: &Session, name: judging::Hash) -> Result<Option<Vec<u8>>, Error> {
    let kept = session.with(|opened| Ok(store::attachments::get(opened, name)?))?;
    let picture = kept.map(|bytes| exchange::handover::unsalted(&bytes).map(<[u8]>::to_vec));
    Ok(picture.transpose()?)
}

/// A photo, to be shown.
///
/// # Errors
/// `bad-hash`; that the open file cannot be read.
pub fn photo(session: &Session, asked: PhotoAsked) -> Result<Picture, Error> {
    let bytes = picture(session, named(&asked.photo)?)?;
    let address = bytes.map(|bytes| format!("data:image/jpeg;base64,{}", base64::encode(&bytes)));
    Ok(Picture { address })
}
