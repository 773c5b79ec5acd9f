//! The verifier's own field reports, in a working copy. Photos are kept in `photos` and named here.

mod json;

use crate::row::{hash, parsed, wrong};
use crate::{Contents, StoreError, Write};
use judging::field_report::FieldReport;

/// Names one report in one working copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReportId(pub i64);

/// Adds a report, or puts it in place of the one of that id, and gives its id.
///
/// # Errors
/// [`StoreError::Unknown`] when the entry or a photo is not in the file.
pub fn put(
    write: &Write<'_>,
    id: Option<ReportId>,
    report: &FieldReport,
    at: i64,
) -> Result<ReportId, StoreError> {
    let params = (
        id.map(|id| id.0),
        report.stage.as_str(),
        report.entry.as_str(),
        json::to_json(report)?,
        at,
    );
    let id = write
        .row(include_str!("put.sql"), params, |row| row.get("id"))
        .map_err(|error| error.named("entry", &report.entry))?
        .map(ReportId)
        .ok_or_else(|| StoreError::Damaged("the report was given no number".into()))?;
    write.change(include_str!("delete_photos.sql"), [id.0])?;
    for (place, photo) in (0_i64..).zip(&report.photos) {
        write
            .change(include_str!("put_photo.sql"), (id.0, place, photo.0))
            .map_err(|error| error.named("photo", photo))?;
    }
    Ok(id)
}

/// Takes a report away; says whether there was one. Its photos stay.
///
/// # Errors
/// [`StoreError`] when that cannot be written.
pub fn remove(write: &Write<'_>, id: ReportId) -> Result<bool, StoreError> {
    Ok(write.change(include_str!("delete.sql"), [id.0])? > 0)
}

/// All reports, by stage and entry.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn all(contents: &Contents) -> Result<Vec<(ReportId, FieldReport)>, StoreError> {
    let mut all = contents.rows(include_str!("all.sql"), [], |row| {
        let content = row.get_ref("content")?.as_str()?;
        let report = json::from_json(content, parsed(row, "stage")?, parsed(row, "entry")?)
            .map_err(|error| wrong(row, "content", error))?;
        Ok((ReportId(row.get("id")?), report))
    })?;
    for (id, report) in &mut all {
        report.photos =
            contents.rows(include_str!("photos.sql"), [id.0], |row| hash(row, "photo"))?;
    }
    Ok(all)
}

#[cfg(test)]
mod tests;
