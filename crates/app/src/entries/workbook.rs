//! Opening a workbook under limits, with progress.

use crate::api::import::{ImportPreview, Progress, ProgressStep};
use crate::{Error, Session};
use intake::{Limits, Workbook};
use std::cell::Cell;
use std::path::Path;
use std::sync::Arc;

/// Opens the workbook in a child process, under its limits.
pub(crate) fn open(session: &Session, file: &Path) -> Result<Arc<Workbook>, Error> {
    open_showing(session, file, |_| None)
}

/// As [`open`]; the first rows are shown while the rest is read.
pub(super) fn open_showing(
    session: &Session,
    file: &Path,
    show: impl Fn(&Workbook) -> Option<ImportPreview>,
) -> Result<Arc<Workbook>, Error> {
    session.begin();
    let rows_read = Cell::new(0);
    let mut watch = |progress: intake::Progress<'_>| {
        let begun = match progress {
            intake::Progress::Rows(rows) => {
                rows_read.set(u32::try_from(rows).unwrap_or(u32::MAX));
                None
            }
            intake::Progress::Preview(workbook) => show(workbook),
        };
        session.report(Progress {
            step: ProgressStep::Read,
            done: rows_read.get(),
            of: None,
            begun,
        })
    };
    session.workbook(file, || {
        intake::open(
            file,
            &session.host().reader(),
            &Limits::default(),
            &mut watch,
        )
        .map_err(|error| Error::from(error).in_file(file))
    })
}
