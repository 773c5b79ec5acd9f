//! The verifier's own field reports, in a working copy. Photos are kept in `attachments` and named here.

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
        .row(
            "INSERT INTO report (id, stage, entry, content, changed_at) \
             VALUES (?1, ?2, ?3, ?4, ?5) \
             ON CONFLICT (id) DO UPDATE \
             SET stage = excluded.stage, entry = excluded.entry, content = excluded.content, \
             changed_at = excluded.changed_at \
             RETURNING id",
            params,
            |row| row.get("id"),
        )
        .map_err(|error| error.named("entry", &report.entry))?
        .map(ReportId)
        .ok_or_else(|| StoreError::Damaged("the report was given no number".into()))?;
    write.change("DELETE FROM report_photo WHERE report = ?1", [id.0])?;
    for (place, photo) in (0_i64..).zip(&report.photos) {
        write
            .change(
                "INSERT INTO report_photo (report, place, photo) VALUES (?1, ?2, ?3)",
                (id.0, place, photo.0),
            )
            .map_err(|error| error.named("photo", photo))?;
    }
    Ok(id)
}

/// All reports, by stage and entry.
///
/// # Errors
/// [`StoreError`] when they cannot be read.
pub fn all(contents: &Contents) -> Result<Vec<(ReportId, FieldReport)>, StoreError> {
    let mut all = contents.rows(
        "SELECT id, stage, entry, content FROM report ORDER BY stage, entry, id",
        [],
        |row| {
            let content = row.get_ref("content")?.as_str()?;
            let report = json::from_json(content, parsed(row, "stage")?, parsed(row, "entry")?)
                .map_err(|error| wrong(row, "content", error))?;
            Ok((ReportId(row.get("id")?), report))
        },
    )?;
    for (id, report) in &mut all {
        report.photos = contents.rows(
            "SELECT photo FROM report_photo WHERE report = ?1 ORDER BY place",
            [id.0],
            |row| hash(row, "photo"),
        )?;
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attachments::keep;
    use crate::test_support::furnished;
    use judging::Hash;
    use judging::field_report::{Claim, Recommendation, Verdict};

    fn report(photos: Vec<Hash>) -> FieldReport {
        FieldReport {
            stage: "verifikasi".parse().unwrap(),
            entry: "OPD-001".parse().unwrap(),
            visited: Some("2023-11-21".parse().unwrap()),
            place: "Loa Kulu".into(),
            claims: vec![Claim {
                text: "Dipakai tiap hari".into(),
                verdict: Verdict::Partly,
                note: "dua kali seminggu".into(),
            }],
            notes: String::new(),
            people: vec!["Pak Budi, operator".into()],
            photos,
            recommendation: Recommendation::Deduct,
        }
    }

    #[test]
    fn a_report_reads_back_with_its_photos_in_order_and_can_be_replaced() {
        let (_folder, _, mut store) = furnished();
        let (id, one) = store
            .transact(|write| {
                let photos = vec![keep(write, b"zwei")?, keep(write, b"eins")?];
                let one = report(photos);
                Ok::<_, StoreError>((put(write, None, &one, 1)?, one))
            })
            .unwrap();
        assert_eq!(all(&store).unwrap(), [(id, one.clone())]);
        let fewer = FieldReport {
            photos: one.photos[1..].to_vec(),
            recommendation: Recommendation::Keep,
            visited: None,
            ..one
        };
        let again = store.transact(|write| put(write, Some(id), &fewer, 2));
        assert_eq!(again.unwrap(), id);
        assert_eq!(all(&store).unwrap(), [(id, fewer)]);
    }

    #[test]
    fn a_photo_that_is_not_here_is_refused_by_name() {
        let (_folder, _, mut store) = furnished();
        let refused = store.transact(|write| put(write, None, &report(vec![Hash([1; 32])]), 1));
        assert!(matches!(
            refused,
            Err(StoreError::Unknown { noun: "photo", .. })
        ));
        assert_eq!(all(&store).unwrap(), []);
    }
}
