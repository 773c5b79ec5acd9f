use super::{recap, winners};
use crate::api::common::Written;
use crate::api::documents::ExportAsked;
use crate::op::{Change, Document, Op, transact};
use crate::{Error, Session, time};
use judging::case::Case;
use judging::handover::AttachmentKind;
use judging::results::Results;
use reports::Heading;
use std::collections::BTreeSet;
use std::path::Path;

/// Writes the documents asked for. A file that is there already is replaced only when the new one is whole.
///
/// # Errors
/// That nothing is asked for, nothing is open, or a file cannot be written; those written before it stay.
pub fn export(session: &Session, asked: ExportAsked) -> Result<Written, Error> {
    session.chair(|chair| {
        let (case, results) = (chair.case()?, chair.results()?);
        let with: BTreeSet<AttachmentKind> = asked.with.iter().map(|kind| kind.0).collect();
        let heading = heading(&case, &results, session.host().now());
        let mut documents: Vec<(String, Vec<u8>)> = Vec::new();
        if let Some(file) = asked.winners {
            documents.push((
                file,
                reports::winners::xlsx(&winners::winners(&case, &results, heading.clone()))?,
            ));
        }
        if let Some(file) = asked.recap {
            let messages = crate::messages::all_messages(chair)?;
            documents.push((
                file,
                reports::recap::xlsx(&recap::recap(&case, &results, heading.clone(), &messages))?,
            ));
        }
        if let Some(file) = asked.csv {
            documents.push((
                file,
                reports::winners::csv(&winners::winners(&case, &results, heading.clone()))?,
            ));
        }
        if let Some(file) = asked.entries {
            let list = reports::entries::Entries {
                rules: case.rules(),
                heading,
                entries: &case.entries,
            };
            documents.push((file, reports::entries::xlsx(&list)?));
        }
        if let Some(file) = asked.pack {
            documents.push((
                file,
                super::pack::pack(session, chair, &case, &results, &with)?,
            ));
        }
        if documents.is_empty() {
            return Err(Error::new("nothing-asked", "no document was asked for")
                .hint("Name at least one: --winners, --recap, --csv, --entries, --pack."));
        }
        let mut files = Vec::new();
        let mut written = Vec::new();
        for (file, bytes) in &documents {
            session.put(Path::new(file), bytes)?;
            let name = Path::new(file)
                .file_name()
                .map(|name| name.to_string_lossy().into_owned());
            written.push(Document {
                file: name.unwrap_or_default(),
                hash: store::hash_of(bytes),
            });
            files.push(file.clone());
        }
        transact(session, chair, |_| {
            Ok(Change::Done {
                answer: Written { files },
                op: Op::Export(written),
            })
        })
    })
}

/// How far the result is settled, and when it was computed, as printed in Indonesian documents.
pub(crate) fn heading(case: &Case, results: &Results, now: i64) -> Heading {
    let status = match crate::standings::publication(case, results) {
        None => "Sementara, belum ditetapkan".to_owned(),
        Some(last) => {
            let day = time::printed(last.made_at, false);
            match (last.stands, last.revision) {
                (false, _) => format!("Sementara, berubah sejak ditetapkan {day}"),
                (true, 0) => format!("Ditetapkan {day}"),
                (true, revision) => format!("Ditetapkan {day}, revisi {revision}"),
            }
        }
    };
    Heading {
        status,
        as_of: time::printed(now, true),
        made_at: now,
    }
}

impl From<reports::ReportError> for Error {
    fn from(error: reports::ReportError) -> Self {
        Self::new("document", error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::competition::NewCompetition;
    use crate::api::import::ImportAsked;
    use crate::test_support::{Machine, fixture};
    use judging::entry::{Entry, Source};

    fn entries(session: &Session) -> Vec<Entry> {
        let mut all = session
            .with(|store| Ok(store::entries::all(store)?))
            .unwrap();
        for entry in &mut all {
            entry.registration.source = Source::default();
        }
        all
    }

    #[track_caller]
    fn check(template: &str, workbook: &str) {
        let machine = Machine::new(10);
        let session = machine.session();
        let new = |file: &str| NewCompetition {
            file: machine.path(file),
            rules: template.into(),
            name: None,
        };
        let import = |file: String| {
            let asked = ImportAsked {
                file,
                ..Default::default()
            };
            crate::entries::import(&session, asked).unwrap()
        };
        crate::competition::create(&session, new("one.timbang")).unwrap();
        import(fixture(workbook));
        let (registered, list) = (entries(&session), machine.path("list.xlsx"));
        let asked = ExportAsked {
            entries: Some(list.clone()),
            ..Default::default()
        };
        export(&session, asked).unwrap();
        assert_eq!(
            import(list.clone()).taken,
            0,
            "known again where it came from"
        );
        crate::competition::create(&session, new("other.timbang")).unwrap();
        import(list);
        assert_eq!(entries(&session), registered);
    }

    #[test]
    fn an_exported_list_of_entries_imports_again_as_the_same_entries() {
        check("metro-penilaian-judul", "metro-2027-penjaringan.xlsx");
        check("kukar-pekan-inovasi", "kukar-2023-pendaftaran.xlsx");
    }
}
