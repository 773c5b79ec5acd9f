use super::scoring::SheetScoring;
use crate::api::calibration::{Calibration, CalibrationAsked, SheetMarks};
use crate::{Error, Session, time};
use judging::entry::categories;

/// The judge's own marks in one stage, sheet by sheet, in the order in which the sheets were last changed.
///
/// # Errors
/// That this is no working copy, or there is no such stage.
pub fn calibration(session: &Session, asked: CalibrationAsked) -> Result<Calibration, Error> {
    session.desk(|desk| {
        let own = desk.own()?;
        let stage = own.stage(&asked.stage)?;
        let scoring = SheetScoring::new(&own, stage);
        let categories = categories(&store::entries::all(desk)?);
        let mut sheets = store::sheets::all(desk)?;
        sheets.retain(|dated| {
            let sheet = &dated.sheet;
            let category = categories.get(&sheet.entry);
            let is_own = category
                .is_some_and(|category| own.judge.scope.covers(stage, category, &sheet.entry));
            sheet.stage == stage.code && !sheet.marks.is_empty() && is_own
        });
        sheets.sort_by_key(|dated| dated.changed_at);
        let sheets = sheets.into_iter().map(|dated| SheetMarks {
            entry: dated.sheet.entry.to_string(),
            changed_at: time::text(dated.changed_at),
            score: scoring
                .score(&dated.sheet)
                .map(|score| scoring.shown(&score)),
            marks: dated
                .sheet
                .marks
                .iter()
                .map(|(criterion, mark)| (criterion.to_string(), mark.value.to_string()))
                .collect(),
        });
        Ok(Calibration {
            sheets: sheets.collect(),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::desk::SetMark;
    use crate::test_support::Machine;
    use std::sync::atomic::Ordering;

    #[test]
    fn own_marks_come_in_the_order_in_which_their_sheets_were_changed_and_a_missing_mark_is_no_mark()
     {
        let machine = Machine::new(71);
        let chair = machine.competition();
        let judge = machine.desk(&chair, "J1");
        for (entry, mark) in [("KEC-003", "3"), ("KEC-001", "1"), ("KEC-003", "2")] {
            machine.now.fetch_add(60, Ordering::Relaxed);
            let set = SetMark {
                stage: "penilaian".into(),
                entry: entry.into(),
                criterion: "kebaruan".into(),
                mark: mark.into(),
                remark: None,
                typing: false,
            };
            crate::desk::set_mark(&judge, set).unwrap();
        }
        let asked = |stage: &str| CalibrationAsked {
            stage: stage.into(),
        };
        let seen = calibration(&judge, asked("penilaian")).unwrap();
        let entries: Vec<_> = seen
            .sheets
            .iter()
            .map(|sheet| sheet.entry.as_str())
            .collect();
        assert_eq!(entries, ["KEC-001", "KEC-003"]);
        let last = &seen.sheets[1];
        assert_eq!(last.marks.len(), 1);
        assert_eq!(last.marks["kebaruan"], "2");
        assert!(last.changed_at > seen.sheets[0].changed_at);
        let refused = calibration(&judge, asked("tidak-ada")).unwrap_err();
        assert_eq!(refused.code, "unknown-stage");
    }
}
