use super::change_sheet::keep;
use super::rows::view;
use crate::api::common::Nothing;
use crate::api::common::count;
use crate::api::desk::{DeskRow, DeskState, FinishedAll};
use crate::op::{Change, Op, transact};
use crate::{Error, Session};
use judging::sheet::SheetState;
use judging::{EntryCode, StageCode};

/// Makes every draft final that misses nothing, as one operation, and says which sheets are left.
///
/// # Errors
/// That this is no working copy.
pub fn finish_all(session: &Session, _: Nothing) -> Result<FinishedAll, Error> {
    session.desk(|desk| {
        let at = session.host().now();
        let rows = view(desk)?.rows;
        let (complete, left): (Vec<DeskRow>, Vec<DeskRow>) = rows
            .into_iter()
            .filter(|row| matches!(row.state, DeskState::Untouched | DeskState::Begun))
            .partition(|row| row.state == DeskState::Begun && row.missing.is_empty());
        let answer = FinishedAll {
            finished: count(complete.len()),
            left,
        };
        transact(session, desk, |write| {
            if complete.is_empty() {
                return Ok(Change::Nothing(answer));
            }
            for row in &complete {
                let stage = StageCode::new(&row.stage);
                let stage = stage.map_err(|error| Error::bad_code("stage", &error))?;
                let entry = EntryCode::new(&row.entry);
                let entry = entry.map_err(|error| Error::bad_code("entry", &error))?;
                if let Some(mut dated) = store::sheets::get(write, &stage, &entry)? {
                    dated.sheet.state = SheetState::Final;
                    keep(write, &dated.sheet, at)?;
                }
            }
            let op = Op::FinishAll {
                sheets: answer.finished,
                left: count(answer.left.len()),
            };
            Ok(Change::Done { answer, op })
        })
    })
}
