//! Photos from files: each is made small in a child process, and waits in a file without a name until it is kept. So
//! thousands of them take no more memory than a few.

use crate::api::common::count;
use crate::api::import::ProgressStep;
use crate::{Error, Session};
use photos::{Kept, Limits, PhotoError, Progress, keep_all};
use std::fs::File;
use std::io::{Read as _, Seek as _, Write as _};
use std::ops::ControlFlow;
use std::path::PathBuf;

/// Photos that are made small, or refused, in the order of their files.
pub(crate) struct Prepared {
    /// The pictures, one behind the other.
    pictures: File,
    photos: Vec<(PathBuf, Result<Waiting, Error>)>,
}

/// A photo whose bytes lie in the file of pictures.
struct Waiting {
    kept: Kept,
    from: u64,
    bytes: usize,
}

/// Makes the photos small, and says how far it is. One that is refused costs nothing else.
///
/// # Errors
/// `photo-cancelled`, or that the disk takes no more.
pub(crate) fn prepare(session: &Session, files: &[PathBuf]) -> Result<Prepared, Error> {
    session.begin();
    let mut pictures = tempfile::tempfile().map_err(|error| spooling(&error))?;
    let mut photos: Vec<Option<Result<Waiting, Error>>> = files.iter().map(|_| None).collect();
    let (mut done, mut written, mut failed) = (0, 0, None);
    let reader = session.host().photo_reader();
    let limits = Limits::default();
    keep_all(files, &reader, &limits, &mut |progress| {
        if let Progress::Done(place, kept) = progress {
            done += 1;
            photos[place] = Some(match kept {
                Ok(mut kept) => {
                    let picture = std::mem::take(&mut kept.bytes);
                    if let Err(error) = pictures.write_all(&picture) {
                        failed = Some(spooling(&error));
                        return ControlFlow::Break(());
                    }
                    let from = written;
                    written += picture.len() as u64;
                    Ok(Waiting {
                        kept,
                        from,
                        bytes: picture.len(),
                    })
                }
                Err(error) => Err(Error::from(error).in_file(&files[place])),
            });
        }
        session.progress(ProgressStep::Photos, done, Some(count(files.len())))
    });
    if let Some(failed) = failed {
        return Err(failed);
    }
    let photos: Option<Vec<_>> = photos.into_iter().collect();
    let photos = photos.ok_or(PhotoError::Cancelled)?;
    Ok(Prepared {
        pictures,
        photos: files.iter().cloned().zip(photos).collect(),
    })
}

impl Prepared {
    /// Gives the photos with their files, one after the other, in the order in which the files were named.
    ///
    /// # Errors
    /// What `take` returns, or that the disk gives a picture back no more.
    pub(crate) fn each(
        mut self,
        mut take: impl FnMut(PathBuf, Result<Kept, Error>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        for (file, photo) in self.photos {
            let photo = match photo {
                Ok(waiting) => Ok(waiting
                    .fetch(&mut self.pictures)
                    .map_err(|error| spooling(&error))?),
                Err(error) => Err(error),
            };
            take(file, photo)?;
        }
        Ok(())
    }
}

impl Waiting {
    fn fetch(self, pictures: &mut File) -> std::io::Result<Kept> {
        let mut bytes = vec![0; self.bytes];
        pictures.seek(std::io::SeekFrom::Start(self.from))?;
        pictures.read_exact(&mut bytes)?;
        Ok(Kept { bytes, ..self.kept })
    }
}

fn spooling(error: &std::io::Error) -> Error {
    let code = match error.kind() {
        std::io::ErrorKind::StorageFull => "disk-full",
        _ => "file-unwritable",
    };
    let folder = std::env::temp_dir();
    Error::new(
        code,
        format!("the folder for passing files takes no photo: {error}"),
    )
    .with("cause", error)
    .in_file(&folder)
}
