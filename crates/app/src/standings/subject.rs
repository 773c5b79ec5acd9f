//! Whose standings are asked about: the competition file that is open, or a result pack. Who doubts a result holds the pack.

use crate::{Error, Session};
use judging::case::Case;
use judging::rules::Stage;
use judging::{CategoryCode, EntryCode, StageCode};
use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

/// The case of a result pack, or of the competition file that is open.
///
/// # Errors
/// That nothing is open, or the file is no result pack.
pub(super) fn case(session: &Session, pack: Option<&str>) -> Result<Arc<Case>, Error> {
    match pack {
        None => session.chair(|chair| chair.case()),
        Some(pack) => session.pack(Path::new(pack)),
    }
}

/// Whether a file is to be looked into as a result pack: it is no competition file, which is a database.
///
/// # Errors
/// That it cannot be read.
pub fn is_result_pack(file: &Path) -> Result<bool, Error> {
    const DATABASE: &[u8] = b"SQLite format 3\0";
    let mut begins = Vec::new();
    std::fs::File::open(file)
        .and_then(|open| open.take(DATABASE.len() as u64).read_to_end(&mut begins))
        .map_err(|error| Error::reading(file, &error))?;
    Ok(!begins.is_empty() && begins != DATABASE)
}

/// The code of a stage in which sheets are filed.
///
/// # Errors
/// `unknown-stage`, or `stage-not-judged`.
pub(super) fn judged(case: &Case, code: &str) -> Result<StageCode, Error> {
    let mut stages = case.rules().judged_stages();
    let found = stages.find(|stage| stage.code.as_str() == code);
    if let Some(stage) = found {
        return Ok(stage.code.clone());
    }
    let known = case.rules().judged_stages();
    let known: Vec<_> = known.map(|stage| stage.code.as_str()).collect();
    let hint = format!("Sheets are filed in: {}.", known.join(", "));
    let is_stage = |stage: &Stage| stage.code.as_str() == code;
    let error = if case.rules().stages.iter().any(is_stage) {
        let message = format!("nothing is scored in stage “{code}”");
        Error::new("stage-not-judged", message).with("stage", code)
    } else {
        Error::unknown("stage", code)
    };
    Err(error.hint(hint))
}

/// The same of one that may be left out.
///
/// # Errors
/// As [`judged`].
pub(crate) fn stage_of(case: &Case, code: Option<&str>) -> Result<Option<StageCode>, Error> {
    code.map(|code| judged(case, code)).transpose()
}

/// A category that may be left out.
///
/// # Errors
/// `unknown-category`.
pub(super) fn category_of(case: &Case, code: Option<&str>) -> Result<Option<CategoryCode>, Error> {
    code.map(|code| crate::rules::category_of(case.rules(), code))
        .transpose()
}

/// The title of an entry.
pub(super) fn title(case: &Case, code: &EntryCode) -> String {
    let entry = case.entries.iter().find(|entry| entry.code == *code);
    entry.map_or_else(String::new, |entry| entry.registration.title.clone())
}
